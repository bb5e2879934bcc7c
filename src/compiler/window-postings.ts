import type { Probe } from './related-finds.ts';
import type { Terms } from './term-index.ts';

/** A place and a weight in one number: half the memory, and one look instead of two. Weights are below 8. */
const WEIGHT_BITS = 3;
const WEIGHT = (1 << WEIGHT_BITS) - 1;

interface Postings {
  entries: number[];
  /** Entries before it lie before the window. */
  head: number;
}

/** Which articles hold which terms, over a window that only moves forward. Articles go by their place, oldest 0. */
export class WindowPostings {
  readonly #postings: (Postings | undefined)[] = [];

  /** Places have to come in ascending order. */
  add(place: number, { terms, weights }: Terms): void {
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as number;
      let postings = this.#postings[term];
      if (!postings) {
        postings = { entries: [], head: 0 };
        this.#postings[term] = postings;
      }
      postings.entries.push((place << WEIGHT_BITS) | (weights[at] ?? 0));
    }
  }

  /** How many articles from `start` on hold the term. `start` may only grow from call to call. */
  frequency(term: number, start: number): number {
    const postings = this.#postings[term];
    if (!postings) return 0;
    const { entries } = postings;
    const first = start << WEIGHT_BITS;
    while (postings.head < entries.length && (entries[postings.head] as number) < first) postings.head++;
    if (postings.head > MOST_LEFT) forgetBefore(postings);
    return entries.length - postings.head;
  }

  /**
   * Adds `factor` times the term's weight to each article's score in the window that `frequency` was last asked for. Places that had
   * none are put to `touched`, which holds `count` of them; returns how many it holds then.
   */
  score({ term, factor }: Probe, scores: Float64Array, touched: Int32Array, count: number): number {
    const postings = this.#postings[term];
    if (!postings) return count;
    const { entries } = postings;
    let held = count;
    for (let at = postings.head; at < entries.length; at++) {
      const entry = entries[at] as number;
      const place = entry >> WEIGHT_BITS;
      const before = scores[place] as number;
      if (before === 0) touched[held++] = place;
      scores[place] = before + factor * (entry & WEIGHT);
    }
    return held;
  }
}

/** So many entries before the window are kept before they are taken out. */
const MOST_LEFT = 500;

function forgetBefore(postings: Postings): void {
  postings.entries.splice(0, postings.head);
  postings.head = 0;
}
