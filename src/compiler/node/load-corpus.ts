import { existsSync, statSync } from 'node:fs';
import type { Issue } from '../../schema/issue.ts';
import type { Corpus } from '../model.ts';
import { corpusOf, createArticleReader, readContent } from '../read-content.ts';
import type { Ledger } from './compile-state.ts';
import { fileIssue } from './file-issue.ts';
import { type FolderAround, readAround } from './read-folder.ts';
import { type ReadSources, readSources, readSourcesTogether } from './read-sources.ts';
import type { SecondThread } from './second-thread.ts';
import { ledgerOf } from './source-ledger.ts';
import { spareMemory } from './spare-memory.ts';

export interface LoadedCorpus {
  corpus: Corpus;
  /** All of them, those of reading the folder too: by path, then line. */
  issues: Issue[];
  /** Paths that had to be left out. */
  skipped: string[];
  articleCount: number;
  /** What was read, for the next compile; undefined where that would have to read all of it again anyway. */
  ledger?: Ledger | undefined;
}

/** keepsOrigin: public articles keep the values of their files, for the origin's API. */
export interface LoadOptions {
  keepsOrigin: boolean;
}

/** Reads a content folder from the disk and parses it. A folder that is missing or empty is an issue like any other. now: ms since 1970. */
export function loadCorpus(root: string, now: number, { keepsOrigin }: LoadOptions = { keepsOrigin: true }): LoadedCorpus {
  const missing = missingFolder(root);
  if (missing) return { ...emptyCorpus(now), issues: [missing] };
  const around = lookAround(root);
  return loaded(around, readSources({ content: root, around: around.folder, now, keepsOrigin }, around.articles), now);
}

/** Fewer files are read before a second thread is ready. */
const FEW = 400;

/** The same, with a second thread where there are many files. */
export async function loadCorpusTogether(
  root: string,
  now: number,
  { keepsOrigin }: LoadOptions,
  thread: SecondThread,
): Promise<LoadedCorpus> {
  const missing = missingFolder(root);
  if (missing) return { ...emptyCorpus(now), issues: [missing] };
  const around = lookAround(root);
  const setup = { content: root, around: around.folder, now, keepsOrigin };
  const isSmall = around.articles.length < FEW;
  if (!isSmall) spareMemory(around.articles.length);
  const sources = isSmall ? readSources(setup, around.articles) : await readSourcesTogether(setup, around.articles, thread);
  return loaded(around, sources, now);
}

interface Around extends FolderAround {
  /** ms since 1970, before the first article was read. */
  readAt: number;
}

const lookAround = (root: string): Around => ({ readAt: Date.now(), ...readAround(root) });

function loaded({ readAt, folder, articles, issues: around }: Around, sources: ReadSources, now: number): LoadedCorpus {
  const unread = [...around, ...sources.issues];
  const { read: _, ...publication } = createArticleReader(folder, { now });
  const corpus = corpusOf(folder, { ...publication, parsed: sources.parsed });
  const issues = [...unread, ...corpus.issues].sort(byPlace);
  // Only articles can be left out: without a folder nobody knows how many are missing, without settings it is another publication.
  const unreadArticles = unread.map(({ path }) => path).filter((path) => path.endsWith('.md'));
  const skipped = [...new Set([...unreadArticles, ...corpus.skipped])];
  const articleCount = articles.length + around.filter(({ path }) => path.endsWith('.md')).length;
  if (articleCount === 0) issues.push(emptyFolder());
  const ledger = unreadArticles.length > 0 ? undefined : ledgerOf(folder, sources, readAt);
  return { corpus, issues, skipped, articleCount, ledger };
}

const emptyCorpus = (now: number) => ({
  corpus: readContent({ articles: [], organizations: [], topics: [] }, { now }),
  skipped: [],
  articleCount: 0,
});

export const emptyFolder = (): Issue =>
  fileIssue('.', 'There are no articles in this folder. Articles are its .md files; see docs/article-format.md.');

export function missingFolder(root: string): Issue | undefined {
  if (!existsSync(root))
    return fileIssue('.', 'The content folder is not there. Name another with --content or TEARSHEET_CONTENT.');
  if (!statSync(root).isDirectory()) return fileIssue('.', 'The content folder is a file. Name the folder that it lies in.');
  return undefined;
}

function byPlace(a: Issue, b: Issue): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
