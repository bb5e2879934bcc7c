import { existsSync, statSync } from 'node:fs';
import type { Issue } from '../../schema/issue.ts';
import type { Corpus } from '../model.ts';
import { corpusOf, readContent, readParts } from '../read-content.ts';
import type { Ledger } from './compile-state.ts';
import { fileIssue } from './file-issue.ts';
import { readFolder } from './read-folder.ts';
import { ledgerOf } from './source-ledger.ts';

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

/** Reads a content folder from the disk and parses it. A folder that is missing or empty is an issue like any other. now: ms since 1970. */
export function loadCorpus(root: string, now: number): LoadedCorpus {
  const missing = missingFolder(root);
  if (missing) return { ...emptyCorpus(now), issues: [missing] };
  const readAt = Date.now();
  const { folder, issues: unread, articleCount, marks } = readFolder(root);
  const parts = readParts(folder, { now });
  const corpus = corpusOf(folder, parts);
  const issues = [...unread, ...corpus.issues].sort(byPlace);
  // Only articles can be left out: without a folder nobody knows how many are missing, without settings it is another publication.
  const unreadArticles = unread.map(({ path }) => path).filter((path) => path.endsWith('.md'));
  const skipped = [...new Set([...unreadArticles, ...corpus.skipped])];
  if (articleCount === 0) issues.push(emptyFolder());
  const ledger = skipped.length > 0 ? undefined : ledgerOf(folder, parts, marks, readAt);
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
