import { hash32 } from '../lib/hash.ts';
import type { WordPlaces } from '../lib/search-dictionary.ts';
import { byText } from './order.ts';
import { type SearchEntry, tellWords } from './search-entry.ts';

/** A dictionary ends between words that begin differently: where the beginning's hash allows it from `least` on, at `most` in any case. */
const LEAST_WEIGHT = 3500;
const MOST_WEIGHT = 6500;
const ONE_IN = 6;
const BEGINNING = 2;

/** Words of a volume's dictionary as it was, in order, with places in the volume as it is; without any where their periods are no longer in it. */
export type KnownWords = readonly WordPlaces[];

/**
 * Which words stand in which periods, in the order of the words, cut into parts. periods: each with its entries; undefined where `known`
 * has its words.
 */
export function dictionariesOf(
  periods: readonly (readonly SearchEntry[] | undefined)[],
  known: Iterable<KnownWords> = [],
): WordPlaces[][] {
  const places = new Map<string, number[]>();
  for (const [place, period] of periods.entries()) {
    const tell = (word: string): void => note(places, word, place);
    for (const entry of period ?? []) tellWords(entry, tell);
  }
  let all = Array.from(places, ([word, own]): WordPlaces => ({ word, places: own })).sort((a, b) => byText(a.word, b.word));
  for (const words of known) all = merged(words, all);
  return parted(all);
}

/** Places come in ascending order. */
function note(all: Map<string, number[]>, word: string, place: number): void {
  const known = all.get(word);
  if (!known) all.set(word, [place]);
  else if (known.at(-1) !== place) known.push(place);
}

/** Two lists in the order of their words as one: most of the first one's stay what they are. */
function merged(words: KnownWords, others: readonly WordPlaces[]): WordPlaces[] {
  const all: WordPlaces[] = [];
  let next = 0;
  for (const one of words) {
    if (one.places.length === 0) continue;
    for (; next < others.length && byText((others[next] as WordPlaces).word, one.word) < 0; next++) {
      all.push(others[next] as WordPlaces);
    }
    const other = others[next];
    if (other?.word !== one.word) all.push(one);
    else {
      next++;
      all.push({ word: one.word, places: [...one.places, ...other.places].sort((a, b) => a - b) });
    }
  }
  for (; next < others.length; next++) all.push(others[next] as WordPlaces);
  return all;
}

function parted(entries: readonly WordPlaces[]): WordPlaces[][] {
  const parts: WordPlaces[][] = [];
  let part: WordPlaces[] = [];
  let weight = 0;
  let before: string | undefined;
  for (const entry of entries) {
    const beginning = beginningOf(entry.word);
    if (part.length > 0 && beginning !== before && ends(weight, beginning)) {
      parts.push(part);
      part = [];
      weight = 0;
    }
    part.push(entry);
    weight += weightOf(entry);
    before = beginning;
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

const ends = (weight: number, beginning: string): boolean =>
  weight >= MOST_WEIGHT || (weight >= LEAST_WEIGHT && hash32(beginning) % ONE_IN === 0);

const beginningOf = (word: string): string => word.slice(0, BEGINNING);

/** About the bytes that it takes compressed: most words share half of themselves with the word before. */
const weightOf = ({ word, places }: WordPlaces): number =>
  1 + word.length * (word.charCodeAt(0) < 0x80 ? 0.25 : 0.7) + places.length * 0.55;
