/** How many finds are looked at closely. */
const FINDS = 48;

/** A word to look for others by, and what it counts. */
export interface Probe {
  term: number;
  factor: number;
}

/** The best of what was found, best first, equal ones newest first: kept in order, since sorting all finds of every article would cost more than finding them. */
export class BestFinds {
  readonly #places = new Int32Array(FINDS);
  readonly #scores = new Float64Array(FINDS);
  #count = 0;

  clear(): void {
    this.#count = 0;
  }

  add(place: number, score: number): void {
    let at = this.#count;
    if (at === FINDS) {
      if (this.#isBetter(at - 1, place, score)) return;
      at--;
    } else this.#count++;
    for (; at > 0 && !this.#isBetter(at - 1, place, score); at--) {
      this.#places[at] = this.#places[at - 1] as number;
      this.#scores[at] = this.#scores[at - 1] as number;
    }
    this.#places[at] = place;
    this.#scores[at] = score;
  }

  #isBetter(at: number, place: number, score: number): boolean {
    return isBetter({ other: this.#places[at] as number, score: this.#scores[at] as number }, place, score);
  }

  /** Places, to be read before the next ones are looked for. */
  get places(): Int32Array {
    return this.#places.subarray(0, this.#count);
  }

  /** How near each of them is. */
  get scores(): Float64Array {
    return this.#scores;
  }
}

export interface Find {
  other: number;
  score: number;
}

export const isBetter = (find: Find, other: number, score: number): boolean =>
  find.score > score || (find.score === score && find.other > other);
