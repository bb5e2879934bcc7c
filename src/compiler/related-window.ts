import { hash32 } from '../lib/hash.ts';
import type { PublicArticle } from './model.ts';

/** The oldest articles have none before them; among so many, any may follow any. */
export const FOUNDERS = 24;
/**
 * One article in so many is a landmark, by its slug alone, and a window reaches back to the eighth before: some 2,000 articles, however
 * much a publication publishes. Counted by articles, each window would begin elsewhere when an old one comes or goes.
 */
const APART = 256;
const LANDMARKS = 8;
/** The rarest step: a word in eight articles is as rare as one in two. */
const RARE = 8;
/** Words in more than this share of the window tell nothing. */
const COMMON = 0.1;

/** From a place to the one before `to`. */
export interface PlaceRange {
  from: number;
  to: number;
}

export const isLandmark = ({ slug }: Pick<PublicArticle, 'slug'>): boolean => hash32(slug) % APART === 0;

/** Where each article's look back ends. Places count from the oldest. */
export class Windows {
  readonly #articles: readonly PublicArticle[];
  /** By place: 0 not looked at, 1 none, 2 a landmark. */
  readonly #known: Uint8Array;

  constructor(articles: readonly PublicArticle[]) {
    this.#articles = articles;
    this.#known = new Uint8Array(articles.length);
  }

  isLandmark(place: number): boolean {
    let known = this.#known[place];
    if (!known) {
      known = isLandmark(this.#articles[place] as PublicArticle) ? 2 : 1;
      this.#known[place] = known;
    }
    return known === 2;
  }

  /** The first place that the article at `place` looks at. */
  start(place: number): number {
    if (place < FOUNDERS) return 0;
    let left = LANDMARKS;
    for (let at = place - 1; at > 0; at--) if (this.isLandmark(at) && --left === 0) return at;
    return 0;
  }

  /** The last place that looks at this one, or did while another stood here. */
  last(place: number): number {
    let left = LANDMARKS;
    for (let at = place + 1; at < this.#articles.length; at++)
      if (this.isLandmark(at) && --left === 0) return Math.max(at, FOUNDERS);
    return this.#articles.length - 1;
  }
}

/** Where lists may have changed when articles came, went or were told otherwise at these places (ascending): what looks back so far. */
export function reachOf(places: Iterable<number>, articles: readonly PublicArticle[]): PlaceRange[] {
  const windows = new Windows(articles);
  const ranges: PlaceRange[] = [];
  for (const place of places) {
    const from = place < FOUNDERS ? 0 : place;
    const to = Math.min(articles.length, windows.last(place) + 1);
    const last = ranges.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (from < to) ranges.push({ from, to });
  }
  return ranges;
}

/** Ranges, ascending and apart, with some places more. */
export function withPlaces(ranges: readonly PlaceRange[], places: readonly number[]): PlaceRange[] {
  const all: PlaceRange[] = [];
  const more = places.map((place) => ({ from: place, to: place + 1 }));
  for (const { from, to } of [...ranges, ...more].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
}

/** A number of articles in steps of two: one that comes or goes hardly ever moves it. */
export const sizeStep = (size: number): number => 2 ** Math.round(Math.log2(Math.max(1, size)));

/** How many articles hold a word, in steps of four: 8, 32, 128, each until the next. Finer ones bring together no more of what belongs together. */
export const frequencyStep = (frequency: number): number =>
  frequency < RARE ? RARE : RARE * 4 ** ((31 - Math.clz32(frequency / RARE)) >> 1);

/** The most articles that may hold a word for it to tell something. size: a step. */
export const mostTelling = (size: number): number => Math.max(RARE, size * COMMON);
