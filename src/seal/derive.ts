import { type Bytes, concat, uint, utf8 } from './bytes.ts';

/** How many random bytes were asked for, given. Tests inject their own. */
export type Randomness = (length: number) => Bytes;

export const randomBytes: Randomness = (length) => {
  const bytes = new Uint8Array(length);
  // Web Crypto gives at most so many at once.
  for (let at = 0; at < length; at += 65_536) globalThis.crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
};

/** How a passphrase becomes a key. rounds: of PBKDF2-HMAC-SHA-256. salt: SALT_LENGTH bytes. */
export interface Kdf {
  rounds: number;
  salt: Bytes;
}

export const KEY_LENGTH = 32;
const NONCE_LENGTH = 12;
export const TAG_LENGTH = 16;
export const SALT_LENGTH = 16;
export const ID_LENGTH = 32;

export const ROUNDS = { default: 1_000_000, least: 600_000, most: 10_000_000 } as const;

export const isRounds = (rounds: number): boolean => Number.isInteger(rounds) && rounds >= ROUNDS.least && rounds <= ROUNDS.most;

/** Every use of a key has its own label, so that no two derive the same. */
const LABEL = 'tearsheet sealed 1 ';

export const LABELS = {
  commitment: utf8(`${LABEL}commitment`),
  slotTag: utf8(`${LABEL}slot tag`),
  slotKey: utf8(`${LABEL}slot key`),
  record: utf8(`${LABEL}record `),
} as const;

/** What a record's key and nonce are derived from, beside the file's key and id: its position in the file, from 0. */
export const recordInfo = (position: number): Bytes => concat(LABELS.record, uint(position, 4));

/** A secret of 32 bytes as a key that cannot be read back. */
export function secretKey(secret: Bytes): Promise<CryptoKey> {
  return globalThis.crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
}

/** HKDF-SHA-256. salt: the file's id. length: in bytes. */
export async function derive(key: CryptoKey, salt: Bytes, info: Bytes, length: number): Promise<Bytes> {
  const bits = await globalThis.crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, length * 8);
  return new Uint8Array(bits);
}

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes));

/** Compatible forms made one, white space of any kind and number one space: what people see as the same is the same. */
export const plainPassphrase = (passphrase: string): string => passphrase.normalize('NFKC').trim().replace(/\s+/gu, ' ');

/** A holder's key from a passphrase: PBKDF2-HMAC-SHA-256, slow on purpose. Throws on rounds out of bounds. */
export async function passphraseKey(passphrase: string, kdf: Kdf): Promise<CryptoKey> {
  return secretKey(await passphraseSecret(passphrase, kdf));
}

/** The same as bytes, for a build that keeps it while it works. */
export async function passphraseSecret(passphrase: string, { rounds, salt }: Kdf): Promise<Bytes> {
  if (!isRounds(rounds)) throw new RangeError(`PBKDF2 takes ${ROUNDS.least} to ${ROUNDS.most} rounds here.`);
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey('raw', utf8(plainPassphrase(passphrase)), 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(
    await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, key, KEY_LENGTH * 8),
  );
}

interface Use {
  key: CryptoKey;
  /** The file's id. */
  id: Bytes;
  info: Bytes;
  /** Authenticated with it. */
  with: Bytes;
}

/** Key and nonce both come from the derivation and are used once, so that no nonce can come twice under one key. */
async function cipher({ key, id, info, with: additionalData }: Use, usage: 'encrypt' | 'decrypt') {
  const bits = await derive(key, id, info, KEY_LENGTH + NONCE_LENGTH);
  const own = await globalThis.crypto.subtle.importKey('raw', bits.subarray(0, KEY_LENGTH), 'AES-GCM', false, [usage]);
  return { own, algorithm: { name: 'AES-GCM', iv: bits.subarray(KEY_LENGTH), additionalData, tagLength: TAG_LENGTH * 8 } };
}

export async function encrypt(plain: Bytes, use: Use): Promise<Bytes> {
  const { own, algorithm } = await cipher(use, 'encrypt');
  return new Uint8Array(await globalThis.crypto.subtle.encrypt(algorithm, own, plain));
}

/** Undefined when it is not what was encrypted, or not with this key. */
export async function decrypt(sealed: Bytes, use: Use): Promise<Bytes | undefined> {
  const { own, algorithm } = await cipher(use, 'decrypt');
  try {
    return new Uint8Array(await globalThis.crypto.subtle.decrypt(algorithm, own, sealed));
  } catch {
    return undefined;
  }
}
