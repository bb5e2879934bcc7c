import { CLUSTER_WINDOW, COPY_WINDOW, type Decided, MOST, type ReadStory, type Tie } from '../find-clusters.ts';
import { type TitlePlaces, titleHash } from '../title-places.ts';
import type { WordStatistics } from '../word-statistics.ts';
import { type Changed, ChangedWords, type StoryChange } from './changed-words.ts';
import type { Row } from './memory.ts';
import type { Places } from './places.ts';

/** With more changes all that follow the first are looked at: that takes as long. */
const MOST_CHANGES = 64;

/** stories: of the rows, at their places. ties: as they were. flagged: places whose coverage is told where it was not, or the other way round. */
export interface StaleSources {
  places: Places;
  stories: readonly ReadStory[];
  ties: ReadonlyMap<number, Tie>;
  decided: Decided;
  flagged: ReadonlySet<number>;
  statistics: WordStatistics;
  titles: TitlePlaces;
}

/**
 * Which ties may be others than they were. A story looks back over a window, at stories of its own title, and at where those that it finds
 * stand; so whoever lies in the window after a change, has a title of which one changed, or lies near a word that became rarer, is to be
 * looked at again, and who is found in another cluster counts as a change.
 */
export class StaleTies {
  readonly #sources: StaleSources;
  readonly #first: number;
  readonly #words: ChangedWords;
  readonly #isMuch: boolean;
  /** Of what is gone, those that are not passed yet, the oldest last. */
  readonly #gone: Row[];
  readonly #titles: Set<number>;
  #sizes: Map<number, number> | undefined;
  #changed: Changed = new Set();
  /** Until then (ms) all are looked at. */
  #until = Number.NEGATIVE_INFINITY;

  constructor(sources: StaleSources) {
    this.#sources = sources;
    const { places, flagged, statistics } = sources;
    const { rows, was, gone, causes } = places;
    this.#first = Math.min(causes[0] ?? rows.length, ...flagged);
    this.#isMuch = causes.length + gone.length > MOST_CHANGES;
    this.#gone = [...gone].sort((a, b) => b.article.time - a.article.time);
    this.#titles = new Set(gone.map(({ story }) => titleHash(story)));
    const came = this.#isMuch ? [] : causes.filter((place) => was[place] === -1).map((place) => rows[place] as Row);
    this.#words = new ChangedWords(statistics, [...came.map((row) => changeOf(row, 1)), ...gone.map((row) => changeOf(row, -1))]);
  }

  /** To be asked for each place, oldest first. */
  isStale(place: number): boolean {
    if (place < this.#first) return false;
    if (this.#isMuch) return true;
    const { places, flagged, ties, decided, titles } = this.#sources;
    const time = this.#time(place);
    for (let next = this.#gone.at(-1); next && next.article.time <= time; next = this.#gone.at(-1)) this.#pass(next);
    this.#readWords(place);
    const isNew = places.was[place] === -1;
    if (isNew || flagged.has(place)) this.#reach(place);
    return (
      time <= this.#until ||
      this.#titles.has(titles.hash(place)) ||
      decided.joins.has(place) ||
      decided.parted.has(place) ||
      ties.get(place)?.leader === -1
    );
  }

  /** Told of each that was stale, before the next place. */
  found(place: number, tie: Tie | undefined): void {
    if (this.#isMuch) return;
    const { places, ties, titles } = this.#sources;
    const before = ties.get(place);
    const isNew = places.was[place] === -1;
    if (!isNew && before?.leader === tie?.leader) return;
    this.#reach(place);
    this.#titles.add(titles.hash(place));
    if (before) this.#leave(before.leader);
  }

  #time(place: number): number {
    return (this.#sources.stories[place] as ReadStory).time;
  }

  #pass({ article, tie }: Row): void {
    this.#gone.pop();
    this.#reachFrom(article.time, CLUSTER_WINDOW);
    if (tie) this.#leave(this.#sources.places.moved[tie.leader] as number);
  }

  #reach(place: number): void {
    this.#reachFrom(this.#time(place), CLUSTER_WINDOW);
  }

  #reachFrom(time: number, span: number): void {
    this.#until = Math.max(this.#until, time + span);
  }

  /** What a full cluster had no room for may find it now. */
  #leave(leader: number): void {
    if (leader === -1) return;
    this.#sizes ??= this.#sizesBefore();
    if ((this.#sizes.get(leader) ?? 0) >= MOST) this.#reachFrom(this.#time(leader), COPY_WINDOW);
  }

  /** Of clusters as they were, by their leaders' places of now. */
  #sizesBefore(): Map<number, number> {
    const { places, ties } = this.#sources;
    const sizes = new Map<number, number>();
    const add = (leader: number): unknown => sizes.set(leader, (sizes.get(leader) ?? 1) + 1);
    for (const { leader } of ties.values()) add(leader);
    for (const { tie } of places.gone) if (tie) add(places.moved[tie.leader] as number);
    return sizes;
  }

  /** Words that count otherwise from this month on do so in all stories that the window reaches. */
  #readWords(place: number): void {
    const time = this.#time(place);
    const changed = this.#words.at(time);
    const isOther = changed !== this.#changed;
    this.#changed = changed;
    if (changed === 'any') this.#reachFrom(time, 0);
    else if (changed.size > 0) {
      for (let other = place; other >= 0 && this.#time(other) >= time - CLUSTER_WINDOW; other--) {
        if (this.#holds(other, changed)) {
          this.#reach(other);
          return;
        }
        if (!isOther) return;
      }
    }
  }

  #holds(place: number, changed: ReadonlySet<number>): boolean {
    const { terms } = (this.#sources.stories[place] as ReadStory).words;
    for (let at = 0; at < terms.length; at++) if (changed.has(terms[at] as number)) return true;
    return false;
  }
}

const changeOf = ({ article, story }: Row, by: 1 | -1): StoryChange => ({ time: article.time, by, terms: story.terms });
