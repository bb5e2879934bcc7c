import { RARE, TELLING } from '../same-event.ts';
import { FEW, frequencyAt, rarityOf, shareOf, type WordStatistics } from '../word-statistics.ts';

/** A story that came (1) or went (-1). time: ms. */
export interface StoryChange {
  time: number;
  by: 1 | -1;
  terms: ArrayLike<number>;
}

/** Terms that count otherwise; 'any' where nobody knows which. */
export type Changed = ReadonlySet<number> | 'any';

const NONE: ReadonlySet<number> = new Set();

/** Which words are rarer or more common, where clusters are found, than before stories came or went. */
export class ChangedWords {
  readonly #statistics: WordStatistics;
  readonly #changes: readonly StoryChange[];
  #counted = -1;
  #start = Number.NEGATIVE_INFINITY;
  #changed: Changed = NONE;

  /** statistics: of the stories as they are. */
  constructor(statistics: WordStatistics, changes: readonly StoryChange[]) {
    this.#statistics = statistics;
    this.#changes = changes;
  }

  /** For a story of this time (ms), which may only grow from call to call: the very same answer while nothing is counted. */
  at(time: number): Changed {
    this.#statistics.moveTo(time);
    const { counted, start } = this.#statistics;
    if (counted === this.#counted && start === this.#start) return this.#changed;
    [this.#counted, this.#start] = [counted, start];
    const passed = this.#changes.filter((change) => change.time < start);
    const before = passed.reduce((sum, { by }) => sum - by, counted);
    // Among the first ones it is not months alone that count.
    this.#changed = Math.min(counted, before) <= FEW ? 'any' : this.#between(before, passed);
    return this.#changed;
  }

  #between(before: number, passed: readonly StoryChange[]): Changed {
    const { counted, frequencies } = this.#statistics;
    const by = new Map<number, number>();
    for (const change of passed) {
      for (let at = 0; at < change.terms.length; at++) {
        const term = change.terms[at] as number;
        by.set(term, (by.get(term) ?? 0) + change.by);
      }
    }
    const changed = new Set<number>();
    if (counted !== before) {
      const moved = movedFrequencies(counted, before);
      if (moved.has(0)) return 'any';
      if (moved.size > 0) addTermsOf(frequencies, moved, counted, changed);
    }
    for (const [term, difference] of by) {
      const now = frequencies[term] ?? 0;
      if (isSame(now, counted, now - difference, before)) changed.delete(term);
      else changed.add(term);
    }
    return changed.size === 0 ? NONE : changed;
  }
}

/** Shares at which a word begins to count otherwise, the greatest first. */
function* borders(counted: number): Generator<number> {
  yield* [TELLING, RARE];
  for (let step = 0.5; ; step++) {
    const share = 2 ** (-step / 2);
    yield share;
    if (frequencyAt(share, counted) < 0) return;
  }
}

/** Words in so many stories count otherwise where there are others that do not have them. */
function movedFrequencies(counted: number, before: number): Set<number> {
  const moved = new Set<number>();
  for (const share of borders(Math.max(counted, before))) {
    const [a, b] = [frequencyAt(share, counted), frequencyAt(share, before)];
    const last = Math.min(counted, Math.ceil(Math.max(a, b)) + 1);
    for (let frequency = Math.max(0, Math.floor(Math.min(a, b)) - 1); frequency <= last; frequency++) {
      if (!isSame(frequency, counted, frequency, before)) moved.add(frequency);
    }
  }
  return moved;
}

function addTermsOf(frequencies: Int32Array, moved: ReadonlySet<number>, counted: number, terms: Set<number>): void {
  const flags = new Uint8Array(counted + 1);
  for (const frequency of moved) flags[frequency] = 1;
  for (let term = 0; term < frequencies.length; term++) if (flags[frequencies[term] as number] === 1) terms.add(term);
}

function isSame(frequency: number, counted: number, before: number, countedBefore: number): boolean {
  const [now, old] = [shareOf(frequency, counted), shareOf(before, countedBefore)];
  return rarityOf(now) === rarityOf(old) && now <= TELLING === old <= TELLING && now <= RARE === old <= RARE;
}
