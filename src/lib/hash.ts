const scramble = (hash: number): number => {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

const base36 = (lane: number): string => lane.toString(36).padStart(7, '0');

/**
 * 64 bits that name a text: 14 characters, 0-9 and a-z. Two lanes of 32 bits that take in two code units a step.
 * Not cryptographic: it tells versions of our own files apart, it proves nothing about who wrote them.
 */
export function contentHash(text: string): string {
  const length = text.length;
  let a = 0x9e3779b9 ^ length;
  let b = 0x7f4a7c15;
  let at = 0;
  for (; at + 1 < length; at += 2) {
    const unit = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
    // The rotation carries high bits down again: multiplying alone only ever moves a difference upwards.
    a = Math.imul(a ^ unit, 0xcc9e2d51);
    a = (a << 15) | (a >>> 17);
    b = Math.imul(b, 0x1b873593) + Math.imul(unit, 0x2545f491);
    b = (b << 13) | (b >>> 19);
    b ^= a;
  }
  if (at < length) {
    a = Math.imul(a ^ text.charCodeAt(at), 0xcc9e2d51);
    b = Math.imul(b ^ text.charCodeAt(at), 0x1b873593) ^ a;
  }
  const first = scramble(a ^ Math.imul(b, 0x27d4eb2f));
  const second = scramble(b ^ Math.imul(first, 0x165667b1));
  return base36(first) + base36(second);
}

/** 32 bits of a short text, for decisions that must fall the same in every build (not for names). */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return scramble(hash);
}

const HIGH = 2 ** 32;
const HIGH_SIGNS = 2 ** 20;

/** 52 bits of a short text as a whole number; the low 32 of them are `hash32`. */
export function hash52(text: string): number {
  let hash = 0x7f4a7c15;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x5bd1e995) ^ (hash >>> 15);
  return (scramble(hash) % HIGH_SIGNS) * HIGH + hash32(text);
}

/** 64 bits that name a list of such numbers, as `contentHash` names a text. */
export function listHash(numbers: readonly number[]): string {
  let a = 0x9e3779b9 ^ numbers.length;
  let b = 0x7f4a7c15;
  for (const number of numbers) {
    a = Math.imul(a ^ (number % HIGH), 0xcc9e2d51);
    a = (a << 15) | (a >>> 17);
    b = Math.imul(b ^ Math.floor(number / HIGH), 0x1b873593) + a;
    b = (b << 13) | (b >>> 19);
  }
  const first = scramble(a ^ Math.imul(b, 0x27d4eb2f));
  return base36(first) + base36(scramble(b ^ Math.imul(first, 0x165667b1)));
}
