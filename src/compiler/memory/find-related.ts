import type { Clusters } from '../clusters.ts';
import { type RelatedArticle, type RelatedPlace, relatedPlaces, toldOf } from '../related.ts';
import { reachOf } from '../related-window.ts';
import { type TermIndex, unpackTerms } from '../term-index.ts';
import type { Row } from './memory.ts';
import { arePlacesKept, ascending, type Places } from './places.ts';

/**
 * look: to be asked once for each place, oldest first: finds its list, and says whether that is another, or names an article whose source
 * is. of: the list of a place that was looked at.
 */
export interface KnownRelated {
  look: (place: number) => boolean;
  of: (place: number) => RelatedArticle[];
}

/** What is related, found anew for those that look back as far as to a change. touched: where events changed. Fills in rows. */
export function knownRelated(places: Places, clusters: Clusters, touched: Iterable<number>, terms: TermIndex): KnownRelated {
  const { articles, rows, was, moved, causes } = places;
  const ranges = reachOf(ascending([...causes, ...touched]), articles);
  const termsOf = (place: number) => {
    const { packed, titleTerms } = (rows[place] as Row).subject;
    return unpackTerms(packed, titleTerms);
  };
  const finds = relatedPlaces(articles, { events: clusters, index: terms, termsOf }, ranges);
  let find = finds.next();
  const keepsPlaces = arePlacesKept(places);
  const look = (place: number): boolean => {
    const row = rows[place] as Row;
    const isFound = !find.done && find.value[0] === place;
    if (!isFound && keepsPlaces && was[place] !== -1) return false;
    const before = movedTo(moved, row.related);
    row.related = before;
    if (find.done || !isFound) return false;
    const now = encoded(find.value[1]);
    row.related = now;
    find = finds.next();
    const isSame = was[place] !== -1 && String(now) === String(Array.from(before));
    return !isSame || decoded(now).some((one) => was[one.place] === -1);
  };
  return { look, of: (place) => toldOf(decoded((rows[place] as Row).related), articles, terms) };
}

/** One after the other: place, how many words, their numbers. A list that grew holds room for more: its copy does not. */
const encoded = (list: readonly RelatedPlace[]): number[] =>
  list.flatMap(({ place, terms }) => [place, terms.length, ...terms]).slice();

/** A list with each article at its place of now. */
function movedTo(moved: Int32Array, list: ArrayLike<number>): Int32Array {
  const now = new Int32Array(list.length);
  now.set(list);
  for (let at = 0; at < now.length; at += 2 + (now[at + 1] as number)) now[at] = moved[now[at] as number] ?? -1;
  return now;
}

function decoded(list: ArrayLike<number>): RelatedPlace[] {
  const related: RelatedPlace[] = [];
  for (let at = 0; at < list.length; ) {
    const [place, count] = [list[at] as number, list[at + 1] as number];
    related.push({ place, terms: Array.from({ length: count }, (_, word) => list[at + 2 + word] as number) });
    at += 2 + count;
  }
  return related;
}
