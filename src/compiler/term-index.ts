import { segmentOf } from '../lib/slugify.ts';
import type { PublicArticle } from './model.ts';
import { wordsOf } from './words.ts';

const TITLE_WEIGHT = 3;
const TOPIC_WEIGHT = 2;
const EXCERPT_WEIGHT = 1;

/** An article's terms (numbers) with their weights; `title`: those of its title alone. norm: the weights' length as a vector. */
export interface Terms {
  terms: Int32Array;
  weights: Float64Array;
  title: Set<number>;
  norm: number;
}

interface Postings {
  places: number[];
  weights: number[];
  /** Entries before it lie before the window. */
  head: number;
}

/** Which articles hold which terms, over a window that only moves forward. Articles go by their place, oldest 0. */
export class TermIndex {
  readonly #numbers = new Map<string, number>();
  readonly #postings: Postings[] = [];

  /** Reads an article's words; it is found only after `add`. */
  read(article: PublicArticle): Terms {
    const weights = new Map<number, number>();
    const title = new Set<number>();
    for (const word of wordsOf(article.title)) {
      const term = this.#number(word);
      title.add(term);
      weights.set(term, TITLE_WEIGHT);
    }
    for (const word of wordsOf(article.excerpt)) {
      const term = this.#number(word);
      weights.set(term, (weights.get(term) ?? 0) + EXCERPT_WEIGHT);
    }
    for (const topic of article.topics) weights.set(this.#number(`#${segmentOf(topic)}`), TOPIC_WEIGHT);
    const sum = [...weights.values()].reduce((total, weight) => total + weight * weight, 0);
    return { terms: Int32Array.from(weights.keys()), weights: Float64Array.from(weights.values()), title, norm: Math.sqrt(sum) };
  }

  #number(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    this.#numbers.set(term, this.#postings.length);
    this.#postings.push({ places: [], weights: [], head: 0 });
    return this.#postings.length - 1;
  }

  /** Places have to come in ascending order. */
  add(place: number, { terms, weights }: Terms): void {
    for (let at = 0; at < terms.length; at++) {
      const postings = this.#postings[terms[at] ?? -1];
      postings?.places.push(place);
      postings?.weights.push(weights[at] ?? 0);
    }
  }

  /** How many articles from `start` on hold the term. `start` may only grow from call to call. */
  frequency(term: number, start: number): number {
    const postings = this.#postings[term];
    if (!postings) return 0;
    while (postings.head < postings.places.length && (postings.places[postings.head] ?? 0) < start) postings.head++;
    return postings.places.length - postings.head;
  }

  /** Adds `factor` times the term's weight to each article's score in the window that `frequency` was last asked for. */
  score(term: number, factor: number, scores: Float64Array, touched: number[]): void {
    const postings = this.#postings[term];
    if (!postings) return;
    const { places, weights } = postings;
    for (let at = postings.head; at < places.length; at++) {
      const place = places[at] as number;
      if (scores[place] === 0) touched.push(place);
      scores[place] = (scores[place] as number) + factor * (weights[at] as number);
    }
  }
}
