import type { Clusters } from '../clusters.ts';
import { type RelatedArticle, type RelatedPlace, relatedPlaces, toldOf } from '../related.ts';
import { reachOf } from '../related-window.ts';
import { type TermIndex, unpackTerms } from '../term-index.ts';
import type { Row } from './memory.ts';
import { ascending, type Places } from './places.ts';

/** of: a place's list. changed: places whose list is another, or names an article whose source is. */
export interface KnownRelated {
  of: (place: number) => RelatedArticle[];
  changed: ReadonlySet<number>;
}

/** What is related, found anew for those that look back as far as to a change. touched: where events changed. Fills in rows. */
export function knownRelated(places: Places, clusters: Clusters, touched: Iterable<number>, terms: TermIndex): KnownRelated {
  const { articles, rows, was, moved, causes } = places;
  const ranges = reachOf(ascending([...causes, ...touched]), articles);
  const termsOf = (place: number) => {
    const { packed, titleTerms } = (rows[place] as Row).subject;
    return unpackTerms(packed, titleTerms);
  };
  const found = new Map<number, number[]>();
  for (const [place, related] of relatedPlaces(articles, { events: clusters, index: terms, termsOf }, ranges))
    found.set(place, encoded(related));
  const changed = new Set<number>();
  // Where nothing came or went but at the end, old lists mean the same.
  const keepsPlaces = moved.every((place, old) => place === old);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] as Row;
    const now = found.get(place);
    if (!now && keepsPlaces && was[place] !== -1) continue;
    const before = movedTo(moved, row.related);
    row.related = now ?? before;
    if (!now) continue;
    const isSame = was[place] !== -1 && String(row.related) === String(Array.from(before));
    if (!isSame || decoded(now).some((one) => was[one.place] === -1)) changed.add(place);
  }
  return { changed, of: (place) => toldOf(decoded((rows[place] as Row).related), articles, terms) };
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
