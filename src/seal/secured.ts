import { type Bytes, fromHex } from './bytes.ts';

/** What `secured` is by its shape: AES-CBC, the whole blocks and the vector they begin with. */
export interface Secured {
  blocks: Bytes;
  vector: Bytes;
}

const BLOCK = 16;

/** `<base64>;<base64>`; undefined for any other text. */
export function readSecured(text: string): Secured | undefined {
  const [blocks, vector, ...more] = text.trim().split(';').map(fromBase64);
  if (!blocks || !vector || more.length > 0) return undefined;
  return blocks.length > 0 && blocks.length % BLOCK === 0 && vector.length === BLOCK ? { blocks, vector } : undefined;
}

/** A key of 128 or 256 bits, in hex, else in base64 of either alphabet; undefined for any other text. */
export function readSecuredKey(text: string): Bytes | undefined {
  const plain = text.trim();
  const key = /^([\da-f]{32}|[\da-f]{64})$/i.test(plain) ? fromHex(plain.toLowerCase()) : fromBase64(plain);
  return key?.length === 16 || key?.length === 32 ? key : undefined;
}

/** The text in it; undefined when this is not its key, which shows in that no text comes out. */
export async function openSecured({ blocks, vector }: Secured, key: Bytes): Promise<string | undefined> {
  const { subtle } = globalThis.crypto;
  try {
    const own = await subtle.importKey('raw', key, 'AES-CBC', false, ['decrypt']);
    const plain = await subtle.decrypt({ name: 'AES-CBC', iv: vector }, own, blocks);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(plain);
    // A wrong key can end in whole padding by chance, and then in bytes that happen to be signs.
    return /[^\P{Cc}\t\n\r]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function fromBase64(text: string): Bytes | undefined {
  if (!/^[\w+/-]+={0,2}$/.test(text)) return undefined;
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
  } catch {
    return undefined;
  }
}
