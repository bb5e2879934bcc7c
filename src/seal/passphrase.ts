import { plainPassphrase, type Randomness } from './derive.ts';
import { WORDS } from './words.ts';

/** Bits that a passphrase needs: at a million rounds a guess, ten thousand graphics cards try for centuries. */
export const ENOUGH_BITS = 60;

const SUGGESTED = 6;
const WORD_BITS = Math.log2(WORDS.length);
/** Of a word that somebody thought of: from the few thousand that come to mind. */
const ANY_WORD_BITS = 12.5;
const KNOWN = new Set(WORDS);

/** What everybody tries first, beside words, names and dates. */
const FIRST_TRIED =
  /^(?:pass(?:word|phrase|wort)?|passw0rd|p@ssw0rd|qwert[yz]?(?:uiop)?|asdf(?:ghjkl)?|letmein|welcome|admin|secret|login|changeme|iloveyou|preview|tearsheet|drafts?|news|test)$/;
const FORWARDS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm'];
const ROWS = [...FORWARDS, ...FORWARDS.map((row) => [...row].reverse().join(''))];
const RUN = 4;
const RUN_BITS = 6;
/** Of the six that a sign drawn from letters and numbers has: nobody knows whether it was drawn. */
const DRAWN_SIGN_BITS = 5;

/**
 * How many bits it takes to guess a passphrase, as a guesser would who knows words, years, runs on the keyboard and
 * repetition. An estimate from below; a phrase known from books is weaker than it says.
 */
export function passphraseBits(passphrase: string): number {
  const seen = new Set<string>();
  let bits = 0;
  for (const piece of plainPassphrase(passphrase).split(' ')) {
    const parts = piece.match(/\p{L}+|\p{N}+|[^\p{L}\p{N}]+/gu) ?? [];
    let ofParts = 0;
    for (const part of parts) {
      const folded = part.toLowerCase();
      ofParts += seen.has(folded) ? 1 : partBits(part, folded);
      seen.add(folded);
    }
    bits += looksDrawn(piece, parts) ? Math.max(ofParts, piece.length * DRAWN_SIGN_BITS) : ofParts;
  }
  return bits;
}

/** Letters and numbers in no order that anybody thinks of: no part is long enough to be a word or a date. */
function looksDrawn(piece: string, parts: readonly string[]): boolean {
  return (
    piece.length >= 10 && parts.length >= 4 && new Set(piece).size > piece.length * 0.7 && parts.every(({ length }) => length < 4)
  );
}

function partBits(part: string, folded: string): number {
  if (FIRST_TRIED.test(folded)) return 2;
  const length = [...folded].length;
  if (length > 2 && new Set(folded).size === 1) return 3 + Math.log2(length);
  const repeated = /^(.{2,}?)\1+$/u.exec(folded)?.[1];
  if (repeated !== undefined) return partBits(repeated, repeated) + 2;
  const run = longestRun(folded);
  if (run !== '') {
    const [before = '', after = ''] = [folded.slice(0, folded.indexOf(run)), folded.slice(folded.indexOf(run) + run.length)];
    return RUN_BITS + [before, after].filter((text) => text !== '').reduce((sum, text) => sum + partBits(text, text), 0);
  }
  if (/^\p{N}+$/u.test(part)) return /^(?:19|20)\d\d$/.test(part) ? 7 : length * Math.log2(10);
  if (!/^\p{L}+$/u.test(part)) return length * 4;
  return lettersBits(part, folded, length);
}

/** Four signs or more as they follow each other on the keyboard or in the alphabet, forwards or backwards; empty when there are none. */
function longestRun(text: string): string {
  let longest = '';
  for (let start = 0; start + RUN <= text.length; start++) {
    for (let end = start + Math.max(RUN, longest.length + 1); end <= text.length; end++) {
      const some = text.slice(start, end);
      if (ROWS.some((row) => row.includes(some))) longest = some;
    }
  }
  return longest;
}

function lettersBits(part: string, folded: string, length: number): number {
  const hasMixedCase = part !== folded && !/^\p{Lu}(?:\p{Ll}*|\p{Lu}*)$/u.test(part);
  const alphabet = /^[a-z]+$/.test(folded) ? 26 : 40;
  const asLetters = length * Math.log2(hasMixedCase ? 2 * alphabet : alphabet);
  const capital = part === folded ? 0 : 1;
  if (KNOWN.has(folded)) return Math.min(asLetters, WORD_BITS + capital);
  // Scripts that write without spaces: a word is two signs or so, and many are as common as any of ours.
  if (/[^\p{Script=Latin}]/u.test(folded)) return Math.min(asLetters, Math.ceil(length / 3) * ANY_WORD_BITS + capital);
  const words = isWordLike(folded) ? Math.ceil(length / 12) : Math.ceil(length / 3);
  return Math.min(asLetters, hasMixedCase ? asLetters : words * ANY_WORD_BITS + capital);
}

/** Vowels where a language has them. What was drawn letter by letter hardly ever looks so. */
const isWordLike = (folded: string): boolean =>
  /[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ]/.test(folded) && !/[^aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ]{5}|[aeiou]{4}/.test(folded);

/** Six different words drawn at random. */
export function suggestPassphrase(random: Randomness): string {
  const drawn = new Set<string>();
  while (drawn.size < SUGGESTED) drawn.add(WORDS[drawBelow(WORDS.length, random)] ?? '');
  return [...drawn].join(' ');
}

/** Each number below `limit` as likely as another: of 65,536 what is above the last whole multiple is drawn anew. */
function drawBelow(limit: number, random: Randomness): number {
  const most = 65_536 - (65_536 % limit);
  for (;;) {
    const [high = 0, low = 0] = random(2);
    const drawn = high * 256 + low;
    if (drawn < most) return drawn % limit;
  }
}

/** Why a passphrase is not taken, and what to take instead; undefined for one that is good enough. */
export function passphraseFault(passphrase: string, random: Randomness): string | undefined {
  const bits = passphraseBits(passphrase);
  if (bits >= ENOUGH_BITS) return undefined;
  const guesses = `about ${Math.round(bits)} of the ${ENOUGH_BITS} bits that it needs`;
  return `The passphrase is too weak: it has ${guesses}, and who downloads the sealed files can try as many as they like. Take six words that were drawn at random, for example: ${suggestPassphrase(random)}`;
}
