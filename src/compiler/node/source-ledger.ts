import { contentHash, hash32 } from '../../lib/hash.ts';
import { slugKey, slugOf } from '../check-names.ts';
import type { ContentFolder, SourceFile } from '../model.ts';
import type { ParsedArticle } from '../parse-article.ts';
import type { Ledger } from './compile-state.ts';
import type { Looked } from './look-at-sources.ts';
import type { ReadSources } from './read-sources.ts';
import { isYoung, MARK, sourceHash } from './source-marks.ts';

/** Undefined where one file's name is in another's way: then no file can be read by itself. */
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

function note(ledger: Ledger, at: number, { withdrawn, gated }: ParsedArticle): void {
  if (withdrawn.length > 0) ledger.withdrawn[at] = withdrawn.map(withdrawnHash);
  if (gated?.kind === 'draft' && gated.draft.reason === 'scheduled') ledger.scheduled[at] = gated.draft.article.time;
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
  const places = new Map(ledger.keys.map((key, at) => [key, at]));
  const kept = new Int32Array(paths.length).fill(-1);
  const changed: number[] = [];
  for (let at = 0; at < paths.length; at++) {
    const path = paths[at] as string;
    const old = places.get(keys[at] as string);
    if (old !== undefined) places.delete(ledger.keys[old] as string);
    const mark = marks.subarray(at * MARK, at * MARK + MARK);
    if (old !== undefined && isSame(old, mark, ledger, () => sourceHash(read(path).bytes))) kept[at] = old;
    else changed.push(at);
  }
  return { paths, keys, changed, gone: [...places.values()], kept, marks, readAt };
}

function isSame(old: number, mark: Float64Array, { marks, hashes, readAt }: Ledger, hash: () => string): boolean {
  const known = isYoung(mark, readAt) ? false : mark.every((value, at) => marks[old * MARK + at] === value);
  return known || hash() === hashes[old];
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
