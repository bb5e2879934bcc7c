/** Which stories hold which terms, over a window that only moves forward. Stories go by their place, oldest 0. */
export class StoryPostings {
  readonly #stories: readonly { readonly time: number }[];
  /** Places by term; those before the window are dropped at its head. */
  readonly #places: ({ places: number[]; head: number } | undefined)[] = [];
  /** By place, how many terms a story shares; all zero between two questions. */
  readonly #counts: Uint32Array;

  /** stories: oldest first. */
  constructor(stories: readonly { readonly time: number }[]) {
    this.#stories = stories;
    this.#counts = new Uint32Array(stories.length);
  }

  /** Places have to come in ascending order. */
  add(place: number, terms: readonly number[]): void {
    for (const term of terms) {
      const postings = this.#places[term];
      if (postings) postings.places.push(place);
      else this.#places[term] = { places: [place], head: 0 };
    }
  }

  /** Those from `start` (ms) on that hold two of the terms or more. `start` may only grow from call to call. */
  sharing(terms: readonly number[], start: number): number[] {
    const counts = this.#counts;
    const met: number[] = [];
    for (const term of terms) {
      const postings = this.#places[term];
      if (!postings) continue;
      const { places } = postings;
      while (postings.head < places.length && (this.#stories[places[postings.head] as number]?.time ?? 0) < start)
        postings.head++;
      for (let at = postings.head; at < places.length; at++) {
        const place = places[at] as number;
        if (counts[place] === 0) met.push(place);
        counts[place] = (counts[place] as number) + 1;
      }
    }
    const several = met.filter((place) => (counts[place] as number) > 1);
    for (const place of met) counts[place] = 0;
    return several;
  }
}
