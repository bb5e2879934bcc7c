import { type Bytes, compare, concat, readUint, same, uint, utf8 } from './bytes.ts';
import { ID_LENGTH, isRounds, type Kdf, KEY_LENGTH, SALT_LENGTH, TAG_LENGTH } from './derive.ts';
import { FILE_SIZES } from './sizes.ts';

const MAGIC = utf8('tearseal');
const VERSION = 1;
const KINDS = { index: 1, part: 2 } as const;
export type Kind = keyof typeof KINDS;

/** How many records a file's table has room for. */
export const ENTRIES: Readonly<Record<Kind, number>> = { index: 2, part: 128 };

/** A holder's tag, and the content key wrapped for them. */
export const SLOT_TAG_LENGTH = 32;
export const SLOT_LENGTH = SLOT_TAG_LENGTH + KEY_LENGTH + TAG_LENGTH;
/** Always so many; those without a holder are random. */
export const SLOTS = 32;

const PBKDF2 = 1;
const PBKDF2_LENGTH = 4 + SALT_LENGTH;
const COMMON_LENGTH = 8 + 1 + 1 + 2 + 4 + ID_LENGTH + KEY_LENGTH;
const LOCK_LENGTH = 1 + 2 + PBKDF2_LENGTH + 1;

/** Where the records begin: the table comes first. */
export const recordsStart = (kind: Kind): number =>
  kind === 'index' ? COMMON_LENGTH + LOCK_LENGTH + SLOTS * SLOT_LENGTH : COMMON_LENGTH;

/** size: of the whole file, in bytes. */
export interface Head {
  kind: Kind;
  size: number;
  id: Bytes;
  commitment: Bytes;
  /** In an index. */
  kdf?: Kdf;
}

export function writeHead({ kind, size, id, commitment, kdf }: Head): Bytes {
  const common = concat(MAGIC, uint(VERSION, 1), uint(KINDS[kind], 1), uint(ENTRIES[kind], 2), uint(size, 4), id, commitment);
  if (kdf === undefined) return common;
  return concat(common, uint(PBKDF2, 1), uint(PBKDF2_LENGTH, 2), uint(kdf.rounds, 4), kdf.salt, uint(SLOTS, 1));
}

/** A file's head, undefined unless each byte of it is as this version writes it. Costs nothing: no key is derived yet. */
export function readHead(bytes: Bytes, kind: Kind): Head | undefined {
  if (bytes.length < recordsStart(kind) || !isSize(bytes.length)) return undefined;
  const id = bytes.slice(16, 16 + ID_LENGTH);
  const commitment = bytes.slice(48, 48 + KEY_LENGTH);
  const kdf =
    kind === 'index'
      ? { rounds: readUint(bytes, COMMON_LENGTH + 3, 4), salt: bytes.slice(COMMON_LENGTH + 7, COMMON_LENGTH + 7 + SALT_LENGTH) }
      : undefined;
  if (kdf && !isRounds(kdf.rounds)) return undefined;
  const head: Head = { kind, size: bytes.length, id, commitment, ...(kdf && { kdf }) };
  const written = writeHead(head);
  return same(written, bytes.subarray(0, written.length)) ? head : undefined;
}

const isSize = (length: number): boolean => FILE_SIZES.some((size) => size === length);

/** The slots of an index, one after the other. */
export function readSlots(bytes: Bytes): Bytes[] {
  const start = COMMON_LENGTH + LOCK_LENGTH;
  return Array.from({ length: SLOTS }, (_, i) => bytes.slice(start + i * SLOT_LENGTH, start + (i + 1) * SLOT_LENGTH));
}

export const NAME_LENGTH = 16;
const ENTRY_LENGTH = NAME_LENGTH + 4 + 4;
export const tableLength = (kind: Kind): number => ENTRIES[kind] * ENTRY_LENGTH;

/** A line of a file's table. length: of the content, stored: of what stands for it in the file (less when it is deflated). In bytes. */
export interface Entry {
  name: Bytes;
  stored: number;
  length: number;
}

/** No record becomes longer than this. */
const LONGEST = 67_108_864;

/** entries: by name, ascending. */
export function writeTable(kind: Kind, entries: readonly Entry[]): Bytes {
  const table = new Uint8Array(tableLength(kind));
  entries.forEach(({ name, stored, length }, i) => table.set(concat(name, uint(stored, 4), uint(length, 4)), i * ENTRY_LENGTH));
  return table;
}

/** room: bytes of the file that records and filler share, their tags included. Undefined unless all of it adds up. */
export function readTable(table: Bytes, room: number): Entry[] | undefined {
  const lines = Array.from({ length: table.length / ENTRY_LENGTH }, (_, i) =>
    table.slice(i * ENTRY_LENGTH, (i + 1) * ENTRY_LENGTH),
  );
  const used = lines.findIndex((line) => line.every((byte) => byte === 0));
  const entries = (used === -1 ? lines : lines.slice(0, used)).map(
    (line): Entry => ({
      name: line.slice(0, NAME_LENGTH),
      stored: readUint(line, NAME_LENGTH, 4),
      length: readUint(line, NAME_LENGTH + 4, 4),
    }),
  );
  const rest = used === -1 ? [] : lines.slice(used);
  if (rest.some((line) => line.some((byte) => byte !== 0))) return undefined;
  if (entries.some(({ stored, length }) => stored > length || length > LONGEST)) return undefined;
  if (entries.some(({ name }, i) => i > 0 && compare(entries[i - 1]?.name ?? name, name) >= 0)) return undefined;
  const taken = entries.reduce((sum, { stored }) => sum + stored + TAG_LENGTH, 0);
  return taken + TAG_LENGTH <= room ? entries : undefined;
}
