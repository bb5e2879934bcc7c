import type { PublicArticle } from '../model.ts';
import { newestFirst } from '../order.ts';
import type { Memory, Row } from './memory.ts';

/** The articles of this compile beside those of the one before. Places count from the oldest. */
export interface Places {
  articles: PublicArticle[];
  rows: Row[];
  placeOf: ReadonlyMap<PublicArticle, number>;
  /** By place, the place before; -1 for what is new or has another source. */
  was: Int32Array;
  /** By the place before, the one now; -1 for what is gone, and for what has another source. */
  moved: Int32Array;
  /** Where something came or went, ascending. What went: the place of what followed it. */
  causes: number[];
  gone: Row[];
  /** Of each that is gone, the place of what followed it. */
  goneBefore: number[];
}

/** articles: oldest first; those of the memory are the very same objects. makeRow: for the others. */
export function placesOf(articles: PublicArticle[], memory: Memory, makeRow: (article: PublicArticle) => Row): Places {
  const was = new Int32Array(articles.length).fill(-1);
  const moved = new Int32Array(memory.rows.length).fill(-1);
  const rows: Row[] = [];
  const placeOf = new Map<PublicArticle, number>();
  const causes = new Set<number>();
  for (let place = 0, old = 0; place < articles.length; place++) {
    const article = articles[place] as PublicArticle;
    placeOf.set(article, place);
    // Both are in one order: what the memory has before this article is gone.
    while (old < memory.rows.length && isPassed((memory.rows[old] as Row).article, article)) old++;
    const row = memory.rows[old];
    if (row?.article === article) {
      was[place] = old;
      moved[old++] = place;
      rows.push(row);
    } else {
      causes.add(place);
      rows.push(makeRow(article));
    }
  }
  const gone: Row[] = [];
  const goneBefore: number[] = [];
  let next = articles.length;
  for (let old = memory.rows.length - 1; old >= 0; old--) {
    const place = moved[old] as number;
    if (place >= 0) next = place;
    else {
      gone.push(memory.rows[old] as Row);
      goneBefore.push(next);
      causes.add(next);
    }
  }
  return { articles, rows, placeOf, was, moved, causes: ascending(causes), gone, goneBefore };
}

/** Nothing came or went but at the end: what names others by their places means the same as before. */
export const arePlacesKept = ({ moved }: Places): boolean => moved.every((place, old) => place === old);

const isPassed = (old: PublicArticle, article: PublicArticle): boolean => old !== article && newestFirst(old, article) >= 0;

const ascending = (places: Iterable<number>): number[] => [...new Set(places)].sort((a, b) => a - b);
