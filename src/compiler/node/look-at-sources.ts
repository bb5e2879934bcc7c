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

/** The same as few things, which pass from thread to thread sooner than thousands of texts. */
export interface PackedLook extends Omit<Looked, 'articles' | 'keys'> {
  articles: string;
  keys: string;
}

/** No name of a file holds it. */
const BETWEEN = '\0';

export const packLook = (looked: Looked): PackedLook => ({
  ...looked,
  articles: looked.articles.join(BETWEEN),
  keys: looked.keys.join(BETWEEN),
});

export function unpackLook(packed: PackedLook): Looked {
  const list = (text: string): string[] => (text === '' ? [] : text.split(BETWEEN));
  return { ...packed, articles: list(packed.articles), keys: list(packed.keys) };
}

/** Throws where the folder, or an article that was in it a moment ago, is not there. */
export function lookAtSources(content: string): Looked {
  const readAt = Date.now();
  const around = readAround(content);
  const { articles } = around;
  const marks = new Float64Array(articles.length * MARK);
  for (const [at, path] of articles.entries()) marks.set(sourceMark(statSync(`${content}/${path}`)), at * MARK);
  return { ...around, keys: articles.map(contentHash), marks, hasTwins: hasTwins(articles), readAt };
}
