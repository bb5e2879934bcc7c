interface TitledStory {
  readonly words: { terms: ArrayLike<number>; titleTerms: number };
}

const UNKNOWN = -1;

/** Which stories have the same title, word for word. Stories go by their place, oldest 0. */
export class TitlePlaces {
  readonly #stories: readonly TitledStory[];
  readonly #hashes: Int32Array;
  /** By place, the one before of the same hash. */
  readonly #before: Int32Array;
  readonly #firsts: Int32Array;

  /** stories: oldest first. */
  constructor(stories: readonly TitledStory[]) {
    this.#stories = stories;
    this.#hashes = new Int32Array(stories.length);
    this.#before = new Int32Array(stories.length);
    this.#firsts = new Int32Array(stories.length).fill(UNKNOWN);
    const last = new Map<number, number>();
    for (let place = 0; place < stories.length; place++) {
      const hash = titleHash((stories[place] as TitledStory).words);
      this.#hashes[place] = hash;
      this.#before[place] = last.get(hash) ?? UNKNOWN;
      last.set(hash, place);
    }
  }

  /** Equal titles have equal ones. */
  hash(place: number): number {
    return this.#hashes[place] as number;
  }

  /** The last place before it that has the same title. */
  last(place: number): number | undefined {
    let other = this.#before[place] as number;
    while (other !== UNKNOWN && !this.#isSame(place, other)) other = this.#before[other] as number;
    return other === UNKNOWN ? undefined : other;
  }

  /** The first place of all that has the same title. */
  first(place: number): number {
    const passed: number[] = [];
    let first = place;
    for (let next: number | undefined = place; next !== undefined; next = this.last(next)) {
      const known = this.#firsts[next] as number;
      first = known === UNKNOWN ? next : known;
      if (known !== UNKNOWN) break;
      passed.push(next);
    }
    for (const one of passed) this.#firsts[one] = first;
    return first;
  }

  #isSame(place: number, other: number): boolean {
    const [a, b] = [(this.#stories[place] as TitledStory).words, (this.#stories[other] as TitledStory).words];
    if (a.titleTerms !== b.titleTerms) return false;
    const { terms } = a;
    for (let at = 0; at < a.titleTerms; at++) if (terms[at] !== b.terms[at]) return false;
    return true;
  }
}

export function titleHash({ terms, titleTerms }: TitledStory['words']): number {
  let hash = titleTerms;
  for (let at = 0; at < titleTerms; at++) hash = (Math.imul(hash, 31) + (terms[at] as number)) | 0;
  return hash;
}
