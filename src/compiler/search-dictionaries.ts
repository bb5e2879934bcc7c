import { hash32 } from '../lib/hash.ts';
import type { WordPlaces } from '../lib/search-dictionary.ts';
import { byText } from './order.ts';
import { type SearchEntry, tellWords } from './search-entry.ts';

/** A dictionary ends between words that begin differently: where the beginning's hash allows it from `least` on, at `most` in any case. */
const LEAST_WEIGHT = 3500;
const MOST_WEIGHT = 6500;
const ONE_IN = 6;
const BEGINNING = 2;

/** Words of a volume's dictionary as it was, with places in the volume as it is. */
export type KnownWords = Iterable<WordPlaces>;

/**
 * Which words stand in which periods, in the order of the words, cut into parts. periods: each with its entries; undefined where `known`
 * has its words.
 */
export function dictionariesOf(periods: readonly (readonly SearchEntry[] | undefined)[], known: KnownWords = []): WordPlaces[][] {
  const places = new Map<string, number[]>();
  for (const { word, places: own } of known) for (const place of own) note(places, word, place);
  for (const [place, period] of periods.entries()) {
    const tell = (word: string): void => note(places, word, place);
    for (const entry of period ?? []) tellWords(entry, tell);
  }
  const entries = [...places].map(([word, own]) => ({ word, places: own.sort((a, b) => a - b) }));
  return parted(entries.sort((a, b) => byText(a.word, b.word)));
}

/** All that is said of a place comes together. */
function note(all: Map<string, number[]>, word: string, place: number): void {
  const known = all.get(word);
  if (!known) all.set(word, [place]);
  else if (known[known.length - 1] !== place) known.push(place);
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
