import { closeSync, ftruncateSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { MemoryFault } from '../memory/memory.ts';
import type { Rest } from '../memory/packed-memory.ts';
import { writeWhole } from './atomic-file.ts';

/**
 * Where the bytes of each article lie in a file of their own, by its place: start and length in bytes, and their checksum. A compile reads those
 * of few articles and adds those of new ones to the end. size: of the file.
 */
export interface RestTable {
  starts: Float64Array;
  lengths: Int32Array;
  sums: Int32Array;
  size: number;
}

/** Gives the bytes of a place. What is not what was written is a MemoryFault. close: once no more are wanted. */
export interface Rests {
  table: RestTable;
  read: (place: number) => Uint8Array;
  close: () => void;
}

export function openRests(file: string, table: RestTable): Rests {
  const { starts, lengths, sums } = table;
  let handle: number | undefined;
  return {
    table,
    read: (place) => {
      const bytes = Buffer.allocUnsafe(lengths[place] ?? 0);
      try {
        handle ??= openSync(file, 'r');
        readSync(handle, bytes, 0, bytes.length, starts[place] ?? 0);
      } catch {
        throw new MemoryFault('what was kept of the articles cannot be read');
      }
      if ((crc32(bytes) | 0) !== sums[place]) throw new MemoryFault('what was kept of an article is not what was written');
      return bytes;
    },
    close: () => {
      if (handle !== undefined) closeSync(handle);
      handle = undefined;
    },
  };
}

/** A file that is this many times as long as what is wanted of it is written anew. */
const MOST_WASTE = 2;

/** Writes what is new to the end of the file and takes away what went, or writes all of it. before: what the places mean. To be called when no state trusts the file. */
export function writeRests(file: string, rests: readonly Rest[], before: Rests | undefined): RestTable {
  const kept = before?.table;
  const table = emptyTable(rests.length);
  const stays = rests.reduce<number>((sum, rest) => sum + (typeof rest === 'number' ? (kept?.lengths[rest] ?? 0) : 0), 0);
  if (!before || before.table.size > stays * MOST_WASTE || !hasSize(file, before.table.size)) {
    writeWhole(file, { parts: () => all(rests, before, table) });
    return table;
  }
  table.size = before.table.size;
  const added: Uint8Array[] = [];
  for (const [place, rest] of rests.entries()) {
    if (typeof rest !== 'number') {
      const bytes = Buffer.from(rest());
      note(table, place, bytes);
      added.push(bytes);
      continue;
    }
    const { starts, lengths, sums } = before.table;
    table.starts[place] = starts[rest] as number;
    table.lengths[place] = lengths[rest] as number;
    table.sums[place] = sums[rest] as number;
  }
  append(file, before.table, added, gone(before.table, rests));
  return table;
}

const PIECE = 1_048_576;

/** In large pieces: each article by itself would take longer, and all at once as much memory as they are long. */
function* all(rests: readonly Rest[], before: Rests | undefined, table: RestTable): Generator<Uint8Array> {
  let piece: Uint8Array[] = [];
  let length = 0;
  for (const [place, rest] of rests.entries()) {
    const bytes = typeof rest === 'number' ? (before as Rests).read(rest) : Buffer.from(rest());
    note(table, place, bytes);
    piece.push(bytes);
    length += bytes.length;
    if (length < PIECE) continue;
    yield Buffer.concat(piece);
    [piece, length] = [[], 0];
  }
  yield Buffer.concat(piece);
}

/** Places of which nothing is to stay: an article that is a draft now must leave the file. */
function gone({ lengths }: RestTable, rests: readonly Rest[]): number[] {
  const left = new Uint8Array(lengths.length);
  for (const rest of rests) if (typeof rest === 'number') left[rest] = 1;
  return Array.from(left.keys()).filter((place) => left[place] === 0);
}

const emptyTable = (count: number): RestTable => ({
  starts: new Float64Array(count),
  lengths: new Int32Array(count),
  sums: new Int32Array(count),
  size: 0,
});

/** Bytes that come next. */
function note(table: RestTable, place: number, bytes: Uint8Array): void {
  table.starts[place] = table.size;
  table.lengths[place] = bytes.length;
  table.sums[place] = crc32(bytes) | 0;
  table.size += bytes.length;
}

function append(file: string, table: RestTable, added: readonly Uint8Array[], blank: readonly number[]): void {
  if (added.length === 0 && blank.length === 0) return;
  const handle = openSync(file, 'r+');
  const put = (bytes: Uint8Array, start: number): void => {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at, start + at);
  };
  try {
    for (const place of blank) put(new Uint8Array(table.lengths[place] ?? 0), table.starts[place] ?? 0);
    const bytes = Buffer.concat(added);
    put(bytes, table.size);
    ftruncateSync(handle, table.size + bytes.length);
  } finally {
    closeSync(handle);
  }
}

/** Longer than its state says where a compile was killed: what lies behind is written over. */
const hasSize = (file: string, size: number): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? -1) >= size;
