/** While closed months hold fewer stories than this, older ones of the open month count too. */
const FEW = 300;
/** As if so many stories without a shared word had come before: among a handful no word is rare yet. */
const BEFORE = 10;

export interface CountedStory {
  readonly time: number;
  readonly words: { terms: ArrayLike<number> };
}

/**
 * In how many stories a word stands, counted over the months that closed before the story that asks: what is published today
 * changes no number of this month's, and a word that an event brings up is not common because of it.
 */
export class WordStatistics {
  readonly #stories: readonly CountedStory[];
  readonly #openFor: number;
  readonly #frequency: number[] = [];
  #counted = 0;

  /** stories: oldest first. openFor: ms for which a story of the open month does not count. */
  constructor(stories: readonly CountedStory[], openFor: number) {
    this.#stories = stories;
    this.#openFor = openFor;
  }

  /** From here on the numbers are those of a story of this time (ms), which may only grow from call to call. */
  moveTo(time: number): void {
    const start = monthStart(time);
    for (; this.#counted < this.#stories.length; this.#counted++) {
      const story = this.#stories[this.#counted];
      if (story === undefined || !(story.time < start || this.#isSettled(story.time, time))) return;
      const { terms } = story.words;
      for (let at = 0; at < terms.length; at++) {
        const term = terms[at] as number;
        this.#frequency[term] = (this.#frequency[term] ?? 0) + 1;
      }
    }
  }

  #isSettled(time: number, now: number): boolean {
    return this.#counted < FEW && time < now - this.#openFor;
  }

  /** The share of stories that have the word. */
  share(term: number): number {
    return ((this.#frequency[term] ?? 0) + 0.5) / (this.#counted + BEFORE);
  }

  /** How much a word tells, in steps of a half: an old story that comes or goes moves hardly any. */
  rarity(term: number): number {
    return Math.round(-2 * Math.log2(this.share(term))) / 2;
  }
}

const monthStart = (time: number): number => {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
};
