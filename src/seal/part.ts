import { type Bytes, concat, same } from './bytes.ts';
import { derive, ID_LENGTH, KEY_LENGTH, LABELS, type Randomness, secretKey } from './derive.ts';
import { readHead, recordsStart, writeHead } from './layout.ts';
import { type OpenRecords, openRecords, type PackedRecord, sealRecords, sizeOf } from './records.ts';

/** A sealed part, and its key: random, its own, to be named by the index. */
export interface SealedPart {
  bytes: Bytes;
  key: Bytes;
}

/** least: the smallest size that the file may have. */
export async function sealPart(records: readonly PackedRecord[], least: number, random: Randomness): Promise<SealedPart> {
  const [secret, id] = [random(KEY_LENGTH), random(ID_LENGTH)];
  const key = await secretKey(secret);
  const size = sizeOf('part', records, least);
  const commitment = await derive(key, id, LABELS.commitment, KEY_LENGTH);
  const head = writeHead({ kind: 'part', size, id, commitment });
  return { bytes: concat(head, await sealRecords({ key, id, head }, 'part', size, records)), key: secret };
}

/** Undefined when it is no part, or not the one of this key. */
export async function openPart(bytes: Bytes, secret: Bytes): Promise<OpenRecords | undefined> {
  const read = readHead(bytes, 'part');
  if (!read) return undefined;
  const key = await secretKey(secret);
  if (!same(await derive(key, read.id, LABELS.commitment, KEY_LENGTH), read.commitment)) return undefined;
  return openRecords({ key, id: read.id, head: bytes.slice(0, recordsStart('part')) }, 'part', bytes);
}

/** A file that looks like a part of this size to whoever has no key, and holds nothing. */
export function emptyPart(size: number, random: Randomness): Bytes {
  const head = writeHead({ kind: 'part', size, id: random(ID_LENGTH), commitment: random(KEY_LENGTH) });
  return concat(head, random(size - head.length));
}
