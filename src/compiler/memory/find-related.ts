import type { Clusters } from '../clusters.ts';
import { type Before, type RelatedArticle, type RelatedPlace, relatedPlaces, toldOf } from '../related.ts';
import { reachOf } from '../related-window.ts';
import { createSpelling } from '../related-words.ts';
import { type TermIndex, unpackTerms } from '../term-index.ts';
import type { Row } from './memory.ts';
import { arePlacesKept, ascending, type Places } from './places.ts';
import { sameRelated } from './same-related.ts';

/**
 * look: to be asked once for each place, oldest first: finds its list, and says whether that is another, or names an article whose source
 * is. of: the list of a place that was looked at.
 */
export interface KnownRelated {
  look: (place: number) => boolean;
  of: (place: number) => RelatedArticle[];
}

/** What is related, found anew for those that look back as far as to a change. touched: where events changed. Fills in rows. */
export function knownRelated(places: Places, clusters: Clusters, touched: Touched, terms: TermIndex): KnownRelated {
  const { articles, rows, was, moved, causes } = places;
  const ranges = reachOf(ascending([...causes, ...touched.coverage, ...touched.clusters]), articles);
  const termsOf = (place: number) => {
    const { packed, titleTerms } = (rows[place] as Row).subject;
    return unpackTerms(packed, titleTerms);
  };
  const finds = relatedPlaces(articles, { events: clusters, termsOf }, ranges, listsBefore(places, touched));
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
  const spell = createSpelling();
  return { look, of: (place) => toldOf(decoded((rows[place] as Row).related), articles, terms, spell) };
}

/** Places of which the coverage, or the cluster, is another. */
interface Touched {
  coverage: ReadonlySet<number>;
  clusters: ReadonlySet<number>;
}

/** Which lists need not be found again. Who is in no other cluster than before is in nobody else's; of coverage that is not so. */
function listsBefore(places: Places, touched: Touched): Before {
  const { rows, was, moved } = places;
  const covering = [...touched.coverage].filter((place) => was[place] !== -1);
  const isSame = covering.length === 0 ? sameRelated(places) : undefined;
  return {
    stays: (place, window) => {
      if (!isSame || was[place] === -1 || touched.clusters.has(place) || touched.coverage.has(place)) return false;
      const { related, isFull } = rows[place] as Row;
      return isSame(place, { places: decoded(movedTo(moved, related)).map((one) => one.place), isFull }, window);
    },
    full: (place, isFull) => {
      (rows[place] as Row).isFull = isFull;
    },
  };
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
