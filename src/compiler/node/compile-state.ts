import { readFileSync, rmSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Picture } from '../../schema/picture.ts';
import { LISTS, NUMBERS, type PackedMemory, type PackedTables } from '../memory/pack.ts';
import { writeWhole } from './atomic-file.ts';

/**
 * What the sources were, in the order of their paths. keys, hashes: of paths and contents. marks: of each file four numbers, see
 * `source-marks.ts`. withdrawn: hashes of the addresses of removed stories; scheduled: in ms; both by place.
 */
export interface Ledger {
  keys: string[];
  hashes: string[];
  marks: Float64Array;
  /** ms since 1970, when reading began. */
  readAt: number;
  /** A hash of the content folder's files that are no articles. */
  around: string;
  withdrawn: Record<string, string[]>;
  scheduled: Record<string, number>;
}

/** key: `compileKey`. localPictures: how many public articles name each path; logos: by their keys. */
export interface CompileState {
  key: string;
  ledger: Ledger;
  localPictures: Record<string, number>;
  /** `pictureMarks` of them. */
  pictureMarks: string;
  logos: Record<string, Picture>;
  packed: PackedMemory;
}

/** What is asked for of one article stays bytes. */
export type LoadedState = Omit<CompileState, 'packed'> & {
  packed: Omit<PackedMemory, 'rests'>;
  rest: (place: number) => Uint8Array;
};

interface Head {
  format: string;
  digest: string;
  sections: number[];
}

interface Body extends Omit<CompileState, 'packed' | 'ledger'> {
  ledger: Omit<Ledger, 'marks'>;
  tables: PackedTables;
}

const FORMAT = 'tearsheet compile 1';
const ALIGNED = 8;
const MOST_HEAD = 4096;
const MOST_RUNS = 500;

/** Undefined when there is none, or when it is not byte for byte what was written. */
export function readCompileState(file: string): LoadedState | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.subarray(0, MOST_HEAD).indexOf(10);
    const head = JSON.parse(bytes.toString('utf8', 0, end)) as Head;
    const start = aligned(end + 1);
    if (head.format !== FORMAT || digestOf([bytes.subarray(start)]) !== head.digest) return undefined;
    return bodyOf(bytes, start, head.sections);
  } catch {
    return undefined;
  }
}

function bodyOf(bytes: Buffer, start: number, lengths: readonly number[]): LoadedState {
  let at = start;
  const sections = lengths.map((length) => {
    const section = bytes.subarray(at, at + length);
    at = aligned(at + length);
    return section;
  });
  const next = (): Buffer => sections.shift() as Buffer;
  const { tables, ledger, ...rest } = JSON.parse(next().toString('utf8')) as Body;
  const marks = numbers(next());
  const lists = Object.fromEntries(LISTS.map((name) => [name, integers(next())])) as PackedMemory['lists'];
  const columns = Object.fromEntries(NUMBERS.map((name) => [name, numbers(next())])) as PackedMemory['numbers'];
  const [ends, rests] = [integers(next()), next()];
  return {
    ...rest,
    ledger: { ...ledger, marks },
    packed: { json: tables, lists, numbers: columns },
    rest: (place) => rests.subarray(ends[place - 1] ?? 0, ends[place]),
  };
}

export const forgetCompileState = (file: string): void => rmSync(file, { force: true });

export function writeCompileState(file: string, { packed, ledger, ...rest }: CompileState): void {
  const { marks, ...told } = ledger;
  const body: Body = { ...rest, ledger: told, tables: packed.json };
  const ends = new Int32Array(packed.rests.length);
  let end = 0;
  for (const [place, { length }] of packed.rests.entries()) {
    end += length;
    ends[place] = end;
  }
  const sections = [
    [Buffer.from(JSON.stringify(body))],
    [bytesOf(marks)],
    ...LISTS.map((name) => [bytesOf(packed.lists[name])]),
    ...NUMBERS.map((name) => [bytesOf(packed.numbers[name])]),
    [bytesOf(ends)],
    joined(packed.rests),
  ];
  const lengths = sections.map((parts) => parts.reduce((sum, { length }) => sum + length, 0));
  const parts = sections.flatMap((own, at) => [...own, Buffer.alloc(padding(lengths[at] as number))]);
  const head = JSON.stringify({ format: FORMAT, digest: digestOf(parts), sections: lengths } satisfies Head);
  const line = Buffer.from(`${head.padEnd(aligned(head.length + 1) - 1)}\n`);
  writeWhole(file, [line, ...parts]);
}

/** Parts that lie one after the other in memory as one: most articles stay as they were, beside each other. */
function joined(parts: readonly Uint8Array[]): Uint8Array[] {
  const runs: Uint8Array[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last && last.buffer === part.buffer && last.byteOffset + last.length === part.byteOffset)
      runs[runs.length - 1] = new Uint8Array(part.buffer, last.byteOffset, last.length + part.length);
    else runs.push(part);
  }
  // Of a first compile each lies by itself.
  return runs.length > MOST_RUNS ? [Buffer.concat(runs)] : runs;
}

const padding = (length: number): number => aligned(length) - length;
const aligned = (at: number): number => Math.ceil(at / ALIGNED) * ALIGNED;

/** Against damage, not against people: a checksum and the length. */
function digestOf(parts: readonly Uint8Array[]): string {
  let [sum, length] = [0, 0];
  for (const part of parts) {
    sum = crc32(part, sum);
    length += part.length;
  }
  return `${sum} ${length}`;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Float64Array): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);

/** A copy where the bytes do not lie as numbers must. */
function whole(bytes: Buffer): { buffer: ArrayBuffer; offset: number } {
  const isAligned = bytes.byteOffset % ALIGNED === 0;
  if (isAligned) return { buffer: bytes.buffer as ArrayBuffer, offset: bytes.byteOffset };
  const copy = new Uint8Array(bytes);
  return { buffer: copy.buffer, offset: 0 };
}

function integers(bytes: Buffer): Int32Array {
  const { buffer, offset } = whole(bytes);
  return new Int32Array(buffer, offset, bytes.length / Int32Array.BYTES_PER_ELEMENT);
}

function numbers(bytes: Buffer): Float64Array {
  const { buffer, offset } = whole(bytes);
  return new Float64Array(buffer, offset, bytes.length / Float64Array.BYTES_PER_ELEMENT);
}
