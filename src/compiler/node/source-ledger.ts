import { contentHash, hash32 } from '../../lib/hash.ts';
import { slugKey, slugOf } from '../check-names.ts';
import type { ContentFolder, SourceFile } from '../model.ts';
import type { ParsedArticle } from '../parse-article.ts';
import type { Ledger } from './compile-state.ts';
import type { Looked } from './look-at-sources.ts';
import type { ReadSources } from './read-sources.ts';
import { isYoung, MARK, sourceHash } from './source-marks.ts';

/** Undefined where one file's name is in another's way: then no file can be read by itself. Takes marks as its own. */
export function ledgerOf(
  around: Omit<ContentFolder, 'articles'>,
  { paths, parsed, hashes, marks }: ReadSources,
  readAt: number,
): Ledger | undefined {
  if (hasTwins(paths)) return undefined;
  const ledger: Ledger = {
    keys: paths.map(contentHash),
    hashes,
    marks,
    readAt,
    around: aroundHash(around),
    withdrawn: {},
    scheduled: {},
  };
  for (const [at, one] of parsed.entries()) note(ledger, at, one);
  return ledger;
}

/** Of settings, rules, organizations and topics. */
export const aroundHash = ({ settings, clusters, organizations, topics }: Omit<ContentFolder, 'articles'>): string =>
  contentHash(
    [settings, clusters, ...organizations, ...topics].map((file) => file && `${file.path} ${sourceHash(file.bytes)}`).join('\n'),
  );

export const hasTwins = (paths: readonly string[]): boolean =>
  new Set(paths.map((path) => slugKey(slugOf(path)))).size < paths.length;

export const withdrawnHash = (url: string): string => `${hash32(url) | 0} ${contentHash(url)}`;

function note(ledger: Ledger, at: number, one: ParsedArticle): void {
  const { withdrawn, gated } = one;
  if (isLeftOut(one)) forget(ledger, at);
  if (withdrawn.length > 0) ledger.withdrawn[at] = withdrawn.map(withdrawnHash);
  if (gated?.kind === 'draft' && gated.draft.reason === 'scheduled') ledger.scheduled[at] = gated.draft.article.time;
}

/** Whether a file is no article, nor a draft for sure. */
export const isLeftOut = ({ gated, faulty }: ParsedArticle): boolean => gated === undefined && faulty === undefined;

/** A file that is left out counts as changed each time: so each compile tells of it. */
function forget({ hashes, marks }: Ledger, at: number): void {
  hashes[at] = '';
  marks.fill(Number.NaN, at * MARK, at * MARK + MARK);
}

/** What is other than the ledger says. kept: by place, the place in the old ledger; -1 for `changed`. marks: of all. */
export interface SourceChanges {
  paths: string[];
  keys: string[];
  changed: number[];
  gone: number[];
  kept: Int32Array;
  marks: Float64Array;
  readAt: number;
}

/** read: a file's bytes, for those that only their content can tell. Throws what reading throws. */
export function changedSources(looked: Looked, ledger: Ledger, read: (path: string) => SourceFile): SourceChanges {
  const { articles: paths, keys, marks, readAt } = looked;
  const { places, gone } = placesBefore(keys, ledger.keys);
  const kept = new Int32Array(paths.length).fill(-1);
  const changed: number[] = [];
  for (let at = 0; at < paths.length; at++) {
    const old = places[at] as number;
    const isKept =
      old >= 0 && (isSame(old, at, marks, ledger) || sourceHash(read(paths[at] as string).bytes) === ledger.hashes[old]);
    if (isKept) kept[at] = old;
    else changed.push(at);
  }
  return { paths, keys, changed, gone, kept, marks, readAt };
}

/** Where each key stood before, -1 where it did not. Both lists are in one order; so mostly the next is the next. */
function placesBefore(keys: readonly string[], before: readonly string[]): { places: Int32Array; gone: number[] } {
  const places = new Int32Array(keys.length).fill(-1);
  const wasMet = new Uint8Array(before.length);
  const left: number[] = [];
  for (let at = 0, old = 0; at < keys.length; at++) {
    if (keys[at] === before[old + 1] && keys[at] !== before[old]) old++;
    if (keys[at] === before[old]) {
      wasMet[old] = 1;
      places[at] = old++;
    } else left.push(at);
  }
  const unmet = before.flatMap((key, old): [string, number][] => (wasMet[old] ? [] : [[key, old]]));
  const others = new Map(unmet);
  for (const at of left) {
    const key = keys[at] as string;
    places[at] = others.get(key) ?? -1;
    others.delete(key);
  }
  return { places, gone: [...others.values()] };
}

/** Whether its four numbers tell that a file is as it was. */
function isSame(old: number, at: number, now: Float64Array, { marks, readAt }: Ledger): boolean {
  for (let one = 0; one < MARK; one++) if (marks[old * MARK + one] !== now[at * MARK + one]) return false;
  return !isYoung(now.subarray(at * MARK, at * MARK + MARK), readAt);
}

/** The ledger after changes. parsed: the changed files', in their order; files: the same. */
export function nextLedger(
  ledger: Ledger,
  changes: SourceChanges,
  files: readonly SourceFile[],
  parsed: readonly ParsedArticle[],
): Ledger {
  const { changed, keys, kept, marks, readAt } = changes;
  const hashes = Array.from(kept, (old) => ledger.hashes[old] ?? '');
  for (const [one, at] of changed.entries()) hashes[at] = sourceHash((files[one] as SourceFile).bytes);
  const { around } = ledger;
  const next: Ledger = { keys, hashes, marks, readAt, around, withdrawn: {}, scheduled: {} };
  for (let at = 0; at < kept.length; at++) {
    const old = kept[at] as number;
    const [withdrawn, scheduled] = [ledger.withdrawn[old], ledger.scheduled[old]];
    if (withdrawn) next.withdrawn[at] = withdrawn;
    if (scheduled !== undefined) next.scheduled[at] = scheduled;
  }
  for (const [one, at] of changed.entries()) note(next, at, parsed[one] as ParsedArticle);
  return next;
}
