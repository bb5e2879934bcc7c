import { type Bytes, compare, concat } from './bytes.ts';
import { deflate, inflate } from './compress.ts';
import { decrypt, encrypt, recordInfo, sha256, TAG_LENGTH } from './derive.ts';
import { type Entry, type Kind, NAME_LENGTH, readTable, recordsStart, tableLength, writeTable } from './layout.ts';
import { sizeFor } from './sizes.ts';

/** Something to seal. name: known to who holds the key alone. packed: it is compressed already, as pictures are. */
export interface Content {
  name: string;
  bytes: Bytes;
  packed?: boolean;
}

/** A file's key, its id and everything that stands before its records. */
export interface RecordsOf {
  key: CryptoKey;
  id: Bytes;
  head: Bytes;
}

/** A record as the table names it: the beginning of its name's SHA-256. */
export const recordName = async (name: string): Promise<Bytes> =>
  (await sha256(new TextEncoder().encode(name))).slice(0, NAME_LENGTH);

/** A record, ready to be encrypted. bytes: asked for when it is, for many together may be more than memory has room for. */
export interface PackedRecord extends Entry {
  bytes: () => Bytes;
}

/** Compressed alone: with a neighbour's text in the same window, sizes would tell whether the two have words in common. */
export async function packRecord({ name, bytes, packed = false }: Content): Promise<PackedRecord> {
  const smaller = packed ? bytes : await deflate(bytes);
  const stored = smaller.length < bytes.length ? smaller : bytes;
  return { name: await recordName(name), bytes: () => stored, stored: stored.length, length: bytes.length };
}

/** Bytes that a record takes in a file. */
export const recordLength = ({ stored }: Pick<Entry, 'stored'>): number => stored + TAG_LENGTH;

/** The file's size that has room for the records, of those from `least` up. Throws when they are too many for any. */
export function sizeOf(kind: Kind, records: readonly Pick<Entry, 'stored'>[], least: number): number {
  const start = recordsStart(kind) + tableLength(kind) + TAG_LENGTH;
  const size = sizeFor(
    records.reduce((sum, record) => sum + recordLength(record), start + TAG_LENGTH),
    least,
  );
  if (size === undefined) throw new RangeError('What is to be sealed in one file is larger than the largest size.');
  return size;
}

/** The table, the records by name, and zeros up to the file's size: each encrypted by itself, at its position. */
export async function sealRecords(file: RecordsOf, kind: Kind, size: number, records: readonly PackedRecord[]): Promise<Bytes> {
  const sorted = records.toSorted((a, b) => compare(a.name, b.name));
  const start = recordsStart(kind) + tableLength(kind) + TAG_LENGTH;
  const rest = size - start - sorted.reduce((sum, record) => sum + recordLength(record), TAG_LENGTH);
  const plain = [writeTable(kind, sorted), ...sorted.map(({ bytes }) => bytes()), new Uint8Array(rest)];
  const headHash = await sha256(file.head);
  const sealed = await Promise.all(plain.map((bytes, position) => encrypt(bytes, useOf(file, headHash, position))));
  return concat(...sealed);
}

const useOf = ({ key, id }: RecordsOf, headHash: Bytes, position: number) => ({
  key,
  id,
  info: recordInfo(position),
  with: headHash,
});

/** A sealed file that its key opens. read: a record's content, undefined when there is none of the name or it does not open. */
export interface OpenRecords {
  /** Of all its records, as recordName has them. */
  names: readonly Bytes[];
  read: (name: Bytes) => Promise<Bytes | undefined>;
}

/** Opens table and filler at once and records as they are asked for. Undefined when any of it is not what was sealed. */
export async function openRecords(file: RecordsOf, kind: Kind, bytes: Bytes): Promise<OpenRecords | undefined> {
  const headHash = await sha256(file.head);
  const tableEnd = recordsStart(kind) + tableLength(kind) + TAG_LENGTH;
  if (bytes.length < tableEnd) return undefined;
  const table = await decrypt(bytes.slice(recordsStart(kind), tableEnd), useOf(file, headHash, 0));
  const entries = table && readTable(table, bytes.length - tableEnd);
  if (!entries) return undefined;
  const ends: number[] = [];
  for (const entry of entries) ends.push((ends.at(-1) ?? tableEnd) + recordLength(entry));
  const filler = await decrypt(bytes.slice(ends.at(-1) ?? tableEnd), useOf(file, headHash, entries.length + 1));
  if (!filler || filler.some((byte) => byte !== 0)) return undefined;
  const indexOf = (name: Bytes): number => entries.findIndex((entry) => compare(entry.name, name) === 0);
  return {
    names: entries.map(({ name }) => name),
    read: async (name) => {
      const i = indexOf(name);
      const entry = entries[i];
      if (!entry) return undefined;
      const stored = await decrypt(bytes.slice(ends[i - 1] ?? tableEnd, ends[i]), useOf(file, headHash, i + 1));
      return stored && entry.stored < entry.length ? inflate(stored, entry.length) : stored;
    },
  };
}
