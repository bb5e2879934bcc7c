import { canonicalUrl } from '../../lib/canonical-url.ts';
import { hash32 } from '../../lib/hash.ts';
import { Here } from '../here.ts';
import type { PublicArticle } from '../model.ts';
import type { MovingList, Row } from './memory.ts';
import type { Places } from './places.ts';

/** changed: places whose coverage was looked up anew, or that another's names where it did not, or no longer. */
export interface Coverage {
  here: Here;
  covered: (article: PublicArticle) => ReadonlySet<PublicArticle>;
  changed: ReadonlySet<number>;
  /** Places of which it is told otherwise whether their coverage is told. */
  flagged: ReadonlySet<number>;
}

/** Which articles here the coverage of others names; looked up where an address came or went, and known elsewhere. Fills in rows. */
export function coverageOf(places: Places): Coverage {
  const { articles, rows, was, gone, placeOf } = places;
  const here = new Here(articles, finder(places));
  const sets = new Map<number, ReadonlySet<PublicArticle>>();
  const changed = new Set<number>();
  const touched = new Set<number>();
  const came = rows.filter((_, place) => was[place] === -1);
  for (const { urls } of [...came, ...gone]) for (let at = 0; at < urls.length; at++) touched.add(urls[at] as number);
  const next = rows.map((row, place): MovingList => {
    if (row.stories === 0) return NOTHING;
    if (was[place] !== -1 && !hasAny(row.relatedUrls, touched)) return row.covers;
    changed.add(place);
    const found = here.covered(row.article);
    sets.set(place, found);
    const now = Array.from(found, (article) => placeOf.get(article) as number);
    if (was[place] !== -1) for (const other of differences(row.covers, now, was)) changed.add(other);
    return now;
  });
  const flags = new Uint8Array(rows.length);
  for (let place = 0; place < rows.length; place++) if ((rows[place] as Row).stories > 0) flags[place] = 1;
  for (const list of next) for (let at = 0; at < list.length; at++) flags[list[at] as number] = 1;
  const flagged = new Set<number>();
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] as Row;
    const isCovered = flags[place] === 1;
    if (was[place] !== -1 && row.isCovered !== isCovered) flagged.add(place);
    if (sets.has(place)) row.covers = next[place] as MovingList;
    row.isCovered = isCovered;
  }
  const setOf = (place: number): ReadonlySet<PublicArticle> => {
    let set = sets.get(place);
    if (!set) {
      const { covers } = rows[place] as Row;
      set = covers.length === 0 ? NONE : new Set(Array.from(covers, (other) => articles[other] as PublicArticle));
      sets.set(place, set);
    }
    return set;
  };
  return { here, covered: (article) => setOf(placeOf.get(article) as number), changed, flagged };
}

/** Articles with the source that they had which one of two lists names and the other does not: an address went over to another. */
function differences(before: ArrayLike<number>, now: readonly number[], was: Int32Array): number[] {
  const named = new Set(Array.from(before));
  const names = new Set(now);
  const others = [...[...named].filter((place) => !names.has(place)), ...now.filter((place) => !named.has(place))];
  return others.filter((place) => place !== -1 && was[place] !== -1);
}

const NONE: ReadonlySet<PublicArticle> = new Set();
const NOTHING: MovingList = [];

function hasAny(list: ArrayLike<number>, wanted: ReadonlySet<number>): boolean {
  for (let at = 0; at < list.length; at++) if (wanted.has(list[at] as number)) return true;
  return false;
}

/** Finds the newest article that has an address; the index is made when it is asked for the first time. */
function finder({ articles, rows }: Places): (key: string) => PublicArticle | undefined {
  let placesWith: ((hash: number) => Iterable<number>) | undefined;
  return (key) => {
    placesWith ??= indexOf(rows);
    for (const place of placesWith(hash32(key) | 0)) {
      const article = articles[place] as PublicArticle;
      if (article.urls.some((url) => canonicalUrl(url) === key)) return article;
    }
    return undefined;
  };
}

/** Places by hashes of addresses, the newest first. A list for each address would cost more than all else here. */
function indexOf(rows: readonly Row[]): (hash: number) => Iterable<number> {
  const newest = new Map<number, number>();
  const places: number[] = [];
  const older: (number | undefined)[] = [];
  for (let place = 0; place < rows.length; place++) {
    const { urls } = rows[place] as Row;
    for (let at = 0; at < urls.length; at++) {
      const hash = urls[at] as number;
      older.push(newest.get(hash));
      newest.set(hash, places.push(place) - 1);
    }
  }
  return function* (hash) {
    for (let entry = newest.get(hash); entry !== undefined; entry = older[entry]) yield places[entry] as number;
  };
}
