import type { PublicArticle } from '../model.ts';
import { newestFirst } from '../order.ts';
import type { ParsedArticle } from '../parse-article.ts';
import type { SourceMark } from './source-marks.ts';

/** A file of an article as it was read. key: two articles may not have the same. */
export interface DevEntry {
  parsed: ParsedArticle;
  hash: string;
  mark: SourceMark;
  readAt: number;
  key: string;
  /** When it becomes public by itself, in ms since 1970. */
  due: number;
  article?: PublicArticle | undefined;
  shown?: PublicArticle | undefined;
  /** Which of the two was told of the last time. */
  told?: PublicArticle | undefined;
}

/** Of a scheduled article; Infinity of all others. */
export function timeOf({ gated }: ParsedArticle): number {
  return gated?.kind === 'draft' && gated.draft.reason === 'scheduled' ? gated.draft.article.time : Number.POSITIVE_INFINITY;
}

/** A few changes in a list cost less to find their places than the list costs to sort. */
const FEW = 50;

/** A list without some articles and with others. `before` newest first. */
export function listOf(before: readonly PublicArticle[], gone: readonly PublicArticle[], come: readonly PublicArticle[]) {
  if (gone.length + come.length > FEW) {
    const without = new Set(gone);
    return [...before.filter((article) => !without.has(article)), ...come].sort(newestFirst);
  }
  const list = [...before];
  for (const article of gone) {
    const at = list.indexOf(article);
    if (at !== -1) list.splice(at, 1);
  }
  for (const article of come) list.splice(placeIn(list, article), 0, article);
  return list;
}

function placeIn(list: readonly PublicArticle[], article: PublicArticle): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (newestFirst(list[middle] as PublicArticle, article) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Drafts whose name no other article has. */
export function shownOf(entries: readonly DevEntry[]): PublicArticle[] {
  const taken = new Set(entries.flatMap(({ article, key }) => (article ? [key] : [])));
  return entries.flatMap(({ shown, key }) => {
    if (!shown || taken.has(key)) return [];
    taken.add(key);
    return [shown];
  });
}
