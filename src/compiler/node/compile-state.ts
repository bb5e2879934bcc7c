import { readFileSync, rmSync } from 'node:fs';
import type { Picture } from '../../schema/picture.ts';
import { LISTS, NUMBERS, type PackedMemory, type PackedTables, TEXTS } from '../memory/packed-memory.ts';
import { openRests, type Rests, writeRests } from './kept-rests.ts';
import { integers, numbers, readSections, textsOf, writeSections } from './state-sections.ts';

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

/** What is asked for of one article stays in its file. */
export type LoadedState = Omit<CompileState, 'packed'> & { packed: Omit<PackedMemory, 'rests'>; rests: Rests };

/** state: all that a compile looks at. rests: of each article what few compiles look at. */
export interface StateFiles {
  state: string;
  rests: string;
}

interface Body extends Omit<CompileState, 'packed' | 'ledger'> {
  ledger: Omit<Ledger, 'marks' | 'keys' | 'hashes'>;
  tables: PackedTables;
  /** Bytes in the file of rests. */
  rests: number;
}

const FORMAT = 'tearsheet compile 7';

/** Undefined when there is none, or when it is not byte for byte what was written. */
export function readCompileState(files: StateFiles): LoadedState | undefined {
  try {
    const sections = readSections(FORMAT, readFileSync(files.state));
    const next = (): Buffer => sections?.shift() as Buffer;
    const { tables, ledger, rests, ...told } = JSON.parse(next().toString('utf8')) as Body;
    const [keys, hashes, marks] = [textsOf(next()), textsOf(next()), numbers(next())];
    const texts = Object.fromEntries(TEXTS.map((name) => [name, textsOf(next())])) as PackedMemory['texts'];
    const lists = Object.fromEntries(LISTS.map((name) => [name, integers(next())])) as PackedMemory['lists'];
    const columns = Object.fromEntries(NUMBERS.map((name) => [name, numbers(next())])) as PackedMemory['numbers'];
    const [starts, lengths, sums] = [numbers(next()), integers(next()), integers(next())];
    return {
      ...told,
      ledger: { ...ledger, keys, hashes, marks },
      packed: { json: tables, texts, lists, numbers: columns },
      rests: openRests(files.rests, { starts, lengths, sums, size: rests }),
    };
  } catch {
    return undefined;
  }
}

/** The other file tells nothing by itself. */
export const forgetCompileState = ({ state }: StateFiles): void => rmSync(state, { force: true });

/** before: what was there, where this was made from it. */
export function writeCompileState(files: StateFiles, { packed, ledger, ...told }: CompileState, before?: Rests): void {
  const { marks, keys, hashes, ...kept } = ledger;
  const { starts, lengths, sums, size } = writeRests(files.rests, packed.rests, before);
  const body: Body = { ...told, ledger: kept, tables: packed.json, rests: size };
  writeSections(files.state, FORMAT, [
    JSON.stringify(body),
    keys,
    hashes,
    marks,
    ...TEXTS.map((name) => packed.texts[name]),
    ...LISTS.map((name) => packed.lists[name]),
    ...NUMBERS.map((name) => packed.numbers[name]),
    starts,
    lengths,
    sums,
  ]);
}
