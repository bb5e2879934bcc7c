import type { DraftReason } from '../schema/card.ts';
import type { Issue } from '../schema/issue.ts';
import type { Verdict } from '../schema/verdict.ts';
import type { VerdictsFile } from '../schema/verdicts-file.ts';
import { draftId } from '../seal/draft-id.ts';
import { changeMarks, MARKS_OF, marksIn } from './change-marks.ts';
import { decodeFile } from './decode-file.ts';
import { draftIds, judgedHash } from './draft-ids.ts';
import { type Merged, mergeVerdicts } from './merge-verdicts.ts';
import type { ContentFolder, Corpus } from './model.ts';
import { readContent } from './read-content.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/** A file to be written. before: as it was read. until: ISO 8601, of what is public only then. */
export interface PlannedChange {
  path: string;
  verdict: Verdict;
  before: Uint8Array;
  after: Uint8Array;
  changes: string[];
  until?: string;
}

/** name: the file's path, or the id where it names none. */
export interface LeftVerdict {
  name: string;
  why: string;
}

export interface VerdictPlan {
  changes: PlannedChange[];
  /** Paths of files that say so already. */
  already: string[];
  left: LeftVerdict[];
  notes: { name: string; reviewer?: string; note: string }[];
}

/** Files that verdicts may name: those that the compiler read, by their id. */
interface Named {
  path: string;
  bytes: Uint8Array;
  isFaulty: boolean;
  judged: string;
}

/** Works out what verdicts change in a folder, and tries it in memory. now: ms since 1970. */
export async function planVerdicts(folder: ContentFolder, files: readonly VerdictsFile[], now: number): Promise<VerdictPlan> {
  const corpus = readContent(folder, { now });
  const named = await namedFiles(folder, corpus, new Set(files.flatMap(({ verdicts }) => verdicts.map(({ draft }) => draft))));
  const plan: VerdictPlan = { changes: [], already: [], left: [], notes: [] };
  for (const merged of mergeVerdicts(files, (draft) => named.get(draft)?.judged)) {
    const file = named.get(merged.draft);
    const name = file?.path ?? merged.draft;
    plan.notes.push(...merged.notes.map((note) => ({ name, ...note })));
    const outcome = outcomeOf(merged, file);
    if (typeof outcome === 'string') plan.left.push({ name, why: outcome });
    else if (outcome === undefined) plan.already.push(name);
    else plan.changes.push(outcome);
  }
  return tryOut(plan, folder, corpus, now);
}

async function namedFiles(folder: ContentFolder, corpus: Corpus, wanted: ReadonlySet<string>): Promise<Map<string, Named>> {
  const ids = new Map<string, string>();
  for (const { path, slug } of corpus.articles) ids.set(await draftId(slug), path);
  for (const [path, id] of await draftIds(corpus)) ids.set(id, path);
  const bytesOf = new Map(folder.articles.map(({ path, bytes }) => [path, bytes]));
  const faulty = new Set(corpus.faulty.map(({ path }) => path));
  const named = new Map<string, Named>();
  for (const id of wanted) {
    const path = ids.get(id);
    const bytes = path === undefined ? undefined : bytesOf.get(path);
    if (path === undefined || bytes === undefined) continue;
    named.set(id, { path, bytes, isFaulty: faulty.has(path), judged: await judgedIn(bytes) });
  }
  return named;
}

async function judgedIn(bytes: Uint8Array): Promise<string> {
  const decoded = decodeFile(bytes);
  const parts = 'fault' in decoded ? decoded : splitFrontMatter(decoded.text);
  return 'fault' in parts ? '' : judgedHash(parts.yaml, parts.body);
}

/** Why nothing is written, or undefined when there is nothing to write. */
function outcomeOf({ verdicts, isStale }: Merged, file: Named | undefined): PlannedChange | string | undefined {
  const [verdict, ...others] = verdicts;
  if (!file || !verdict) return 'no file of this folder has this id. It was renamed or deleted, or is of another publication.';
  if (others.length === 0 && saysSo(file.bytes, verdict)) return undefined;
  if (isStale) return 'the file changed since it was judged. Judge it again in a preview of the text as it is now.';
  if (others.length > 0) return `reviewers contradict each other (${verdicts.join(', ')}). Agree on one, and apply that.`;
  if (file.isFaulty && verdict === 'publish') return 'it has errors, and published it would fail the build. Mend them first.';
  const changed = changeMarks(file.bytes, verdict);
  if ('fault' in changed) return changed.fault;
  return { path: file.path, verdict, before: file.bytes, after: changed.bytes, changes: changed.changes };
}

function saysSo(bytes: Uint8Array, verdict: Verdict): boolean {
  const said = marksIn(bytes);
  const wanted = Object.entries(MARKS_OF[verdict]) as ['published' | 'removed', boolean][];
  return (
    said !== undefined && wanted.every(([mark, value]) => (said[mark] ?? (mark === 'removed' ? false : undefined)) === value)
  );
}

/** Reads the folder as it would be. A change that brings an error, or does not make of the article what was asked for, is left. */
function tryOut(plan: VerdictPlan, folder: ContentFolder, before: Corpus, now: number): VerdictPlan {
  if (plan.changes.length === 0) return plan;
  const changed = new Map(plan.changes.map(({ path, after }) => [path, after]));
  const articles = folder.articles.map(({ path, bytes }) => ({ path, bytes: changed.get(path) ?? bytes }));
  const corpus = readContent({ ...folder, articles }, { now });
  const known = new Set(before.issues.map(issueKey));
  const fresh = corpus.issues.filter((issue) => issue.severity === 'error' && !known.has(issueKey(issue)));
  const changes: PlannedChange[] = [];
  const left = [...plan.left];
  for (const change of plan.changes) {
    const { path, verdict } = change;
    const issue = fresh.find((one) => one.path === path);
    const became = becameOf(corpus, path);
    if (issue)
      left.push({ name: path, why: `it would have an error then: ${issue.field} ${issue.message}`.replace(':  ', ': ') });
    else if (!became || !isAsked(verdict, became))
      left.push({ name: path, why: 'the compiler reads something else from it then.' });
    else changes.push({ ...change, ...(became.until !== undefined && { until: became.until }) });
  }
  return { ...plan, changes, left };
}

const issueKey = ({ path, field, message }: Issue): string => JSON.stringify([path, field, message]);

/** What became of an article: public, now or at a time, or a draft of some reason. */
interface Became {
  reason?: DraftReason;
  published?: boolean | undefined;
  until?: string;
}

function becameOf({ articles, drafts, faulty }: Corpus, wanted: string): Became | undefined {
  if (articles.some(({ path }) => path === wanted)) return {};
  const draft = drafts.find(({ article }) => article.path === wanted);
  if (draft?.reason === 'scheduled') return { reason: 'scheduled', until: draft.article.publishedDateTime };
  return draft ?? faulty.find(({ path }) => path === wanted);
}

function isAsked(verdict: Verdict, { reason, published }: Became): boolean {
  if (verdict === 'remove') return reason === 'removed';
  if (verdict === 'publish') return reason === undefined || reason === 'scheduled';
  return published === false && reason !== undefined && reason !== 'removed';
}
