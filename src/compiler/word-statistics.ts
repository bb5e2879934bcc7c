/** While closed months hold fewer stories than this, older ones of the open month count too. */
export const FEW = 300;
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
  #frequency = new Int32Array(4096);
  #counted = 0;
  #start = Number.NEGATIVE_INFINITY;
  #end = Number.NEGATIVE_INFINITY;

  /** stories: oldest first. openFor: ms for which a story of the open month does not count. */
  constructor(stories: readonly CountedStory[], openFor: number) {
    this.#stories = stories;
    this.#openFor = openFor;
  }

  /** From here on the numbers are those of a story of this time (ms), which may only grow from call to call. */
  moveTo(time: number): void {
    if (time >= this.#end) [this.#start, this.#end] = monthOf(time);
    else if (this.#counted >= FEW) return;
    for (; this.#counted < this.#stories.length; this.#counted++) {
      const story = this.#stories[this.#counted];
      if (story === undefined || !(story.time < this.#start || this.#isSettled(story.time, time))) return;
      const { terms } = story.words;
      for (let at = 0; at < terms.length; at++) this.#count(terms[at] as number);
    }
  }

  #count(term: number): void {
    if (term >= this.#frequency.length) {
      const longer = new Int32Array(Math.max(term + 1, this.#frequency.length * 2));
      longer.set(this.#frequency);
      this.#frequency = longer;
    }
    this.#frequency[term] = (this.#frequency[term] as number) + 1;
  }

  #isSettled(time: number, now: number): boolean {
    return this.#counted < FEW && time < now - this.#openFor;
  }

  /** When the month began that is open, in ms. */
  get start(): number {
    return this.#start;
  }

  /** How many stories are counted. */
  get counted(): number {
    return this.#counted;
  }

  /** In how many of them each term stands; what lies beyond stands in none. */
  get frequencies(): Int32Array {
    return this.#frequency;
  }

  /** The share of stories that have the word. */
  share(term: number): number {
    return shareOf(this.#frequency[term] ?? 0, this.#counted);
  }

  /** How much a word tells, in steps of a half: an old story that comes or goes moves hardly any. */
  rarity(term: number): number {
    return rarityOf(this.share(term));
  }
}

export const shareOf = (frequency: number, counted: number): number => (frequency + 0.5) / (counted + BEFORE);

export const rarityOf = (share: number): number => Math.round(-2 * Math.log2(share)) / 2;

/** Between which two frequencies a share lies. */
export const frequencyAt = (share: number, counted: number): number => share * (counted + BEFORE) - 0.5;

function monthOf(time: number): [start: number, end: number] {
  const date = new Date(time);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return [Date.UTC(year, month), Date.UTC(year, month + 1)];
}
