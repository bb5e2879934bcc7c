import { slugOf } from '../check-names.ts';
import { readClusterRules } from '../cluster-rules.ts';
import { type Memory, MemoryFault, type Row } from '../memory/memory.ts';
import type { Corpus, PublicArticle, SourceFile } from '../model.ts';
import { type ReadParts, readParts, withoutWithdrawn } from '../read-content.ts';
import type { CompileState, LoadedState } from './compile-state.ts';
import { listOf } from './dev-entries.ts';
import type { Looked } from './look-at-sources.ts';
import type { ContentRequest } from './make-content.ts';
import { readSource } from './read-folder.ts';
import { changedSources, type SourceChanges, withdrawnHash } from './source-ledger.ts';

/** With more changed files a full compile is as quick. */
const MOST_CHANGED = 400;

export interface Changes {
  corpus: Corpus;
  came: PublicArticle[];
  changes: SourceChanges;
  parts: ReadParts;
  files: SourceFile[];
}

/** Undefined where what changed reaches further than the changed files and those that name them. */
export function readChanges(
  looked: Looked,
  state: LoadedState,
  memory: Memory,
  { content, now }: Pick<ContentRequest, 'content' | 'now'>,
): Changes | undefined {
  const { ledger } = state;
  const { folder, articles } = looked;
  const read = (path: string): SourceFile => {
    const file = readSource(content, path, []);
    if (!file) throw new MemoryFault('a source cannot be read');
    return file;
  };
  const changes = changedSources(looked, ledger, read);
  addScheduled(changes, ledger, now);
  if (memory.rows.some(({ article }) => article.time > now) || changes.changed.length > MOST_CHANGED) return undefined;
  let files = changes.changed.map((at) => read(articles[at] as string));
  let parts = readParts({ ...folder, articles: files }, { now });
  const withdrawn = withdrawnNow(changes, ledger, parts);
  if (!withdrawn) return undefined;
  if (addNaming(changes, memory.rows, withdrawn.came)) {
    files = changes.changed.map((at) => read(articles[at] as string));
    parts = readParts({ ...folder, articles: files }, { now });
  }
  const rules = readClusterRules(folder.clusters, () => articles.map(slugOf));
  const unchanged = unchangedArticles(memory.rows, changes);
  const came = parts.parsed.flatMap(({ gated }) =>
    gated?.kind === 'public' ? [withoutWithdrawn(gated.article, (url) => withdrawn.now.has(withdrawnHash(url)))] : [],
  );
  const { settings, organizations, topics } = parts;
  const corpus: Corpus = {
    settings,
    organizations,
    topics,
    articles: listOf(unchanged, [], came),
    clusters: rules.rules,
    drafts: [],
    faulty: [],
    scores: new Map(),
    issues: parts.parsed.flatMap(({ issues }) => issues),
    skipped: [],
  };
  return { corpus, came, changes, parts, files };
}

/** Newest first, as rows are from their end. */
function unchangedArticles(rows: readonly Row[], { paths, changed, gone }: SourceChanges): PublicArticle[] {
  const other = new Set(changed.map((at) => paths[at]));
  // Of what is gone the ledger knows no path.
  const there = gone.length > 0 ? new Set(paths) : undefined;
  const articles: PublicArticle[] = [];
  for (let place = rows.length - 1; place >= 0; place--) {
    const { article } = rows[place] as Row;
    if (!other.has(article.path) && (!there || there.has(article.path))) articles.push(article);
  }
  return articles;
}

/** Drafts whose time has come. */
function addScheduled(changes: SourceChanges, { scheduled }: CompileState['ledger'], now: number): void {
  for (const [at, old] of changes.kept.entries()) {
    const time = old < 0 ? undefined : scheduled[old];
    if (time === undefined || time > now) continue;
    changes.kept[at] = -1;
    changes.changed.push(at);
  }
}

/** Addresses of removed stories, as hashes. Undefined where one is removed no longer: nobody knows who named it. */
function withdrawnNow({ kept }: SourceChanges, { withdrawn }: CompileState['ledger'], { parsed }: ReadParts) {
  const before = new Set(Object.values(withdrawn).flat());
  const now = new Set([
    ...Array.from(kept, (old) => withdrawn[old] ?? []).flat(),
    ...parsed.flatMap((one) => one.withdrawn.map(withdrawnHash)),
  ]);
  if ([...before].some((url) => !now.has(url))) return undefined;
  return { now, came: [...now].filter((url) => !before.has(url)) };
}

/** Adds articles whose coverage names a story that was removed now. */
function addNaming(changes: SourceChanges, rows: readonly Row[], came: readonly string[]): boolean {
  if (came.length === 0) return false;
  const hashes = new Set(came.map((url) => Number.parseInt(url, 10)));
  const naming = new Set(
    rows.flatMap(({ article, relatedUrls }) => (Array.from(relatedUrls).some((url) => hashes.has(url)) ? [article.path] : [])),
  );
  let added = false;
  for (const [at, path] of changes.paths.entries()) {
    if (!naming.has(path) || (changes.kept[at] as number) < 0) continue;
    changes.kept[at] = -1;
    changes.changed.push(at);
    added = true;
  }
  return added;
}
