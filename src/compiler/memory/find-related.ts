import type { Clusters } from '../clusters.ts';
import { type Before, relatedPlaces } from '../related.ts';
import { type RelatedArticle, type RelatedPlace, toldOf } from '../related-told.ts';
import { reachOf, withPlaces } from '../related-window.ts';
import { createSpelling } from '../related-words.ts';
import { type TermIndex, unpackTerms } from '../term-index.ts';
import type { Row } from './memory.ts';
import type { Places } from './places.ts';
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
  const { articles, rows, was, causes } = places;
  const ranges = withPlaces(reachOf(causes, articles), [...touched.coverage, ...touched.clusters]);
  const termsOf = (place: number) => {
    const { packed, titleTerms } = (rows[place] as Row).subject;
    return unpackTerms(packed, titleTerms);
  };
  const finds = relatedPlaces(articles, { events: clusters, termsOf }, ranges, listsBefore(places, touched));
  let find = finds.next();
  const look = (place: number): boolean => {
    if (find.done || find.value[0] !== place) return false;
    const row = rows[place] as Row;
    const now = encoded(find.value[1]);
    find = finds.next();
    const isSame = was[place] !== -1 && areEqual(now, row.related);
    if (!isSame) row.related = now;
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

/** Which lists need not be found again: whose own coverage and cluster are the same is in nobody else's either. */
function listsBefore(places: Places, touched: Touched): Before {
  const { rows, was } = places;
  const isSame = sameRelated(places);
  return {
    stays: (place, window) => {
      if (!isSame || was[place] === -1 || touched.clusters.has(place) || touched.coverage.has(place)) return false;
      const { related, relatedLast } = rows[place] as Row;
      return isSame(place, { places: placesIn(related), last: relatedLast }, window);
    },
    found: (place, last) => {
      (rows[place] as Row).relatedLast = last;
    },
  };
}

/** One after the other: place, how many words, their numbers. A list that grew holds room for more: its copy does not. */
const encoded = (list: readonly RelatedPlace[]): number[] =>
  list.flatMap(({ place, terms }) => [place, terms.length, ...terms]).slice();

const areEqual = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
  a.length === b.length && Array.prototype.every.call(a, (value, at) => value === b[at]);

function placesIn(list: ArrayLike<number>): number[] {
  const places: number[] = [];
  for (let at = 0; at < list.length; at += 2 + (list[at + 1] as number)) places.push(list[at] as number);
  return places;
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
