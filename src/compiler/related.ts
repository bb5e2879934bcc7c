import { once } from '../lib/once.ts';
import { providerId, segmentOf } from '../lib/slugify.ts';
import type { PublicArticle, SourceProvider } from './model.ts';
import { Choice, ENTRIES, type Events } from './related-choice.ts';
import { BestFinds, type Probe } from './related-finds.ts';
import type { RelatedPlace } from './related-told.ts';
import { FOUNDERS, frequencyStep, mostTelling, type PlaceRange, sizeStep, Windows } from './related-window.ts';
import type { Terms } from './term-index.ts';
import { WindowPostings } from './window-postings.ts';

/** How many of the words that two articles share are told. */
const WORDS = 3;
/** With fewer than this by their words, topic and time fill the panel. */
const ENOUGH = 3;
/** How many of an article's most telling terms look for others. */
const PROBES = 20;
/** The least share of the highest possible score; below it the words meet by chance. */
const LEAST = 0.04;
/** Sums in another order differ by less. */
const MORE = 1 + 1e-9;

interface Sources {
  events: Events;
  termsOf: (place: number) => Terms;
}

/**
 * Related articles, best first, of those in `ranges` (ascending, apart), of all without them, by their places. Only older ones are
 * looked at, and frequencies counted over those alone: a new article changes no other article's list. `events` keeps an event's own coverage
 * out. articles: oldest first.
 */
export function relatedPlaces(
  articles: readonly PublicArticle[],
  sources: Sources,
  ranges: readonly PlaceRange[] = [{ from: 0, to: articles.length }],
  before?: Before,
): Generator<[place: number, related: RelatedPlace[]]> {
  return new Relations(articles, sources).all(ranges, before);
}

/** What is known of lists from before. stays: whether a place's list can be no other; then it is left out. found: told of each that was found how near its last is, NaN where words alone did not fill it. */
export interface Before {
  stays: (place: number, window: Window) => boolean;
  found: (place: number, last: number) => void;
}

/** What a list is found by. start: the first place that it looks at; size: a step; frequency: of a term from `start` on, the place itself not among them. */
export interface Window {
  start: number;
  size: number;
  terms: readonly number[];
  frequency: (term: number) => number;
  /** How near another article is, and at most is, by its words (by term, their weights) and their length. */
  score: (other: number) => number;
  most: (weights: ReadonlyMap<number, number>, norm: number) => number;
}

class Relations {
  /** Oldest first. */
  readonly #articles: readonly PublicArticle[];
  readonly #index = new WindowPostings();
  readonly #termsOf: (place: number) => Terms;
  /** Of places in the window. */
  readonly #terms = new Map<number, Terms>();
  readonly #events: Events;
  readonly #scores: Float64Array;
  /** Places with a score, and the best of them, while one article's are looked for. */
  readonly #touched: Int32Array;
  readonly #best = new BestFinds();
  /** Of places in the index. */
  readonly #norms: Float64Array;
  readonly #providerOf = once((provider: SourceProvider) => providerId(provider));
  /** Of a share of steps: there are few. */
  readonly #rarityOf = once((share: number) => Math.log(1 + share));
  readonly #windows: Windows;
  /** The first place of the window, and the first that the index does not hold. */
  #start = 0;
  #added = 0;

  constructor(articles: readonly PublicArticle[], { events, termsOf }: Sources) {
    this.#articles = articles;
    this.#termsOf = termsOf;
    this.#events = { covered: once((article: PublicArticle) => events.covered(article)) };
    this.#windows = new Windows(articles);
    this.#scores = new Float64Array(articles.length);
    this.#norms = new Float64Array(articles.length);
    this.#touched = new Int32Array(articles.length);
  }

  *all(ranges: readonly PlaceRange[], before: Before | undefined): Generator<[number, RelatedPlace[]]> {
    for (const { from, to } of ranges) {
      for (let place = from; place < to; place++) {
        // A window that is not the first of its range begins elsewhere only where a landmark came into it.
        if (place === from || place <= FOUNDERS || this.#windows.isLandmark(place - 1))
          this.#forgetBefore(this.#windows.start(place));
        this.#addUntil(place < FOUNDERS ? Math.min(FOUNDERS, this.#articles.length) : place);
        if (before?.stays(place, this.#window(place))) continue;
        const { places, last } = this.#choose(place);
        before?.found(place, last);
        yield [place, this.#told(place, places)];
      }
    }
  }

  #window(place: number): Window {
    const start = this.#start;
    return {
      start,
      size: this.#size(place),
      terms: this.#own(place).terms,
      frequency: (term) => this.#index.frequency(term, start),
      score: (other) => this.#score(place, other),
      most: (weights, norm) => this.#most(place, weights, norm),
    };
  }

  /** The same as `#find` finds it, sum for sum. */
  #score(place: number, other: number): number {
    const { terms, weights, norm } = this.#own(other);
    let score = 0;
    for (const { term, factor } of this.#probes(place).probes) {
      const at = terms.indexOf(term);
      if (at !== -1) score += factor * (weights[at] as number);
    }
    return (score * this.#own(place).norm) / norm;
  }

  /** As if each of its words looked for others. */
  #most(place: number, others: ReadonlyMap<number, number>, norm: number): number {
    const own = this.#own(place);
    const size = this.#size(place);
    let score = 0;
    for (let at = 0; at < own.terms.length; at++) {
      const term = own.terms[at] as number;
      const weight = others.get(term);
      if (weight === undefined) continue;
      const rarity = this.#rarityOf(size / frequencyStep(this.#index.frequency(term, this.#start)));
      score += (own.weights[at] as number) * rarity * rarity * weight;
    }
    return (score * own.norm * MORE) / norm;
  }

  /** What lies before `start` is never asked for again. */
  #forgetBefore(start: number): void {
    for (; this.#start < start; this.#start++) this.#terms.delete(this.#start);
  }

  #addUntil(end: number): void {
    for (this.#added = Math.max(this.#added, this.#start); this.#added < end; this.#added++) {
      const own = this.#own(this.#added);
      this.#index.add(this.#added, own);
      this.#norms[this.#added] = own.norm;
    }
  }

  /** How many articles the window holds, as a step. */
  #size(place: number): number {
    return sizeStep(place < FOUNDERS ? Math.min(FOUNDERS, this.#articles.length) : place - this.#start);
  }

  #own(place: number): Terms {
    let own = this.#terms.get(place);
    if (!own) {
      own = this.#termsOf(place);
      this.#terms.set(place, own);
    }
    return own;
  }

  #told(place: number, others: number[]): RelatedPlace[] {
    const most = mostTelling(this.#size(place));
    const own = new Set(this.#own(place).terms);
    const frequency = (term: number): number => frequencyStep(this.#index.frequency(term, this.#start));
    return others.map((other) => {
      // Equal ones in the order in which the other has them: a term's number depends on all that was read before.
      const shared = this.#own(other).terms.filter((term) => own.has(term) && this.#index.frequency(term, this.#start) <= most);
      shared.sort((a, b) => frequency(a) - frequency(b));
      return { place: other, terms: shared.slice(0, WORDS) };
    });
  }

  /** last: how near the last one is, NaN where their words alone did not fill the list. */
  #choose(place: number): { places: number[]; last: number } {
    const chosen = new Choice(place, this.#articles, (other) => this.#own(other), this.#events, this.#providerOf);
    const { places } = chosen;
    const { places: others, scores } = this.#find(place);
    for (let at = 0; at < others.length; at++) {
      if (chosen.add(others[at] as number) === ENTRIES) return { places, last: scores[at] as number };
    }
    if (places.length < ENOUGH) this.#fill(place, chosen);
    return { places, last: Number.NaN };
  }

  /** With what is near in time, of its topics first. */
  #fill(place: number, chosen: Choice): void {
    const near = this.#nearest(place);
    const topics = new Set(this.#articles[place]?.topics.map(segmentOf));
    const shares = (other: number): boolean =>
      this.#articles[other]?.topics.some((topic) => topics.has(segmentOf(topic))) ?? false;
    for (const other of near) if (shares(other) && chosen.add(other) === ENTRIES) return;
    for (const other of near) if (chosen.add(other) === ENTRIES) return;
  }

  /** Older articles from the nearest on; for the founders the others among them, the nearest first. */
  #nearest(place: number): number[] {
    if (place >= FOUNDERS) return Array.from({ length: place - this.#start }, (_, back) => place - 1 - back);
    const founders = Array.from({ length: Math.min(FOUNDERS, this.#articles.length) }, (_, other) => other);
    const distance = (other: number): number => Math.abs(other - place);
    return founders.filter((other) => other !== place).sort((a, b) => distance(a) - distance(b) || a - b);
  }

  /** The best by their words, best first, equal ones newest first. */
  #find(place: number): BestFinds {
    const { probes, highest } = this.#probes(place);
    let count = 0;
    for (const probe of probes) count = this.#index.score(probe, this.#scores, this.#touched, count);
    const norm = this.#own(place).norm;
    const least = highest * LEAST;
    this.#best.clear();
    for (let at = 0; at < count; at++) {
      const other = this.#touched[at] as number;
      // A long text meets more words: its score is measured by its length against this one's.
      const score = ((this.#scores[other] as number) * norm) / (this.#norms[other] as number);
      this.#scores[other] = 0;
      if (other !== place && score >= least) this.#best.add(other, score);
    }
    return this.#best;
  }

  #probes(place: number): { probes: Probe[]; highest: number } {
    const { terms, weights } = this.#own(place);
    const size = this.#size(place);
    const most = mostTelling(size);
    const probes: Probe[] = [];
    let highest = 0;
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as number;
      const weight = weights[at] as number;
      const frequency = this.#index.frequency(term, this.#start);
      const rarity = this.#rarityOf(size / frequencyStep(frequency));
      highest += (weight * rarity) ** 2;
      if (frequency > 0 && frequency <= most) probes.push({ term, factor: weight * rarity * rarity });
    }
    probes.sort((a, b) => b.factor - a.factor);
    return { probes: probes.slice(0, PROBES), highest };
  }
}
