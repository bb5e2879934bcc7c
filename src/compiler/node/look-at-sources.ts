import { statSync } from 'node:fs';
import { contentHash } from '../../lib/hash.ts';
import { type FolderAround, readAround } from './read-folder.ts';
import { hasTwins } from './source-ledger.ts';
import { MARK, sourceMark } from './source-marks.ts';

/** A content folder as it lies on the disk, its articles unread. In the order of their paths: keys are hashes of them, marks four numbers each. */
export interface Looked extends FolderAround {
  keys: string[];
  marks: Float64Array;
  /** Two names of which one is in the other's way. */
  hasTwins: boolean;
  /** ms since 1970, before the first was looked at. */
  readAt: number;
}

/** A content folder before its articles are looked at one by one. articles: with nothing but zeros between, which pass from thread to thread sooner than thousands of texts. */
export interface Walked extends Omit<FolderAround, 'articles'> {
  articles: string;
  readAt: number;
}

/** Of some of the articles. keys: as `Walked.articles`. */
export interface Marked {
  keys: string;
  marks: Float64Array;
}

/** No name of a file holds it. */
const BETWEEN = '\0';
const listOf = (text: string): string[] => (text === '' ? [] : text.split(BETWEEN));

/** Throws where the folder is not there. */
export function walkSources(content: string): Walked {
  const readAt = Date.now();
  const { articles, ...around } = readAround(content);
  return { ...around, articles: articles.join(BETWEEN), readAt };
}

/** The part of the articles that the second thread looks at: it begins before the first has time for it. */
const SHARE = 0.7;
const shareOf = (articles: readonly string[]): number => Math.ceil(articles.length * SHARE);

/** Throws where an article that was in the folder a moment ago is not there. */
function markSources(content: string, articles: readonly string[]): Marked {
  const marks = new Float64Array(articles.length * MARK);
  for (const [at, path] of articles.entries()) marks.set(sourceMark(statSync(`${content}/${path}`)), at * MARK);
  return { keys: articles.map(contentHash).join(BETWEEN), marks };
}

/** What the second thread does of it. Throws as the first one's part. */
export function markFirst(content: string, walked: Walked): Marked & { hasTwins: boolean } {
  const articles = listOf(walked.articles);
  return { ...markSources(content, articles.slice(0, shareOf(articles))), hasTwins: hasTwins(articles) };
}

/** What is left to the first thread, and both together. first: the second's part. */
export async function lookedAt(content: string, walked: Walked, first: Promise<ReturnType<typeof markFirst>>): Promise<Looked> {
  const articles = listOf(walked.articles);
  const rest = markSources(content, articles.slice(shareOf(articles)));
  const { keys, marks, hasTwins: twins } = await first;
  const all = new Float64Array(articles.length * MARK);
  all.set(marks);
  all.set(rest.marks, marks.length);
  return { ...walked, articles, keys: [...listOf(keys), ...listOf(rest.keys)], marks: all, hasTwins: twins };
}
