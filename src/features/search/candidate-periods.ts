import { entriesFrom, type WordPlaces } from '../../lib/search-dictionary.ts';
import { indexedWords, isSpaceless } from '../../lib/search-words.ts';
import type { SearchVolume } from '../../schema/search.ts';
import type { Filter, SearchQuery, Term } from './parse-query.ts';

/** Something that a dictionary is asked. open: anything that begins so will do. Several are alternatives. */
export interface Lookup {
  keys: { key: string; open: boolean }[];
}

/** More would load more than they save: what is left is checked against the articles themselves. */
const MOST_LOOKUPS = 4;
/** A beginning that is spread over more dictionaries than that is too short to narrow anything down. */
const MOST_PARTS = 2;

/** What to ask dictionaries for a query, the most telling first. */
export function lookupsOf({ terms, filters }: SearchQuery): Lookup[] {
  const lookups = [...filters.flatMap(lookupOfFilter), ...terms.filter(({ not }) => !not).flatMap(lookupsOfTerm)];
  const tells = ({ keys }: Lookup): number => Math.min(...keys.map(({ key, open }) => weightOf(key) - (open ? 0.5 : 0)));
  return lookups.toSorted((a, b) => tells(b) - tells(a)).slice(0, MOST_LOOKUPS);
}

const weightOf = (key: string): number => (isSpaceless(key) ? key.length * 3 : key.length);

function lookupOfFilter(filter: Filter): Lookup[] {
  if (filter.not || !('id' in filter)) return [];
  if (filter.operator === 'type' && 'article'.startsWith(filter.id)) return [];
  const sign = { topic: '#', provider: '@', type: '!' }[filter.operator];
  return [{ keys: [{ key: sign + filter.id, open: true }] }];
}

/** Each word of a term has to be there; with variants, one of them each. */
function lookupsOfTerm({ variants, exact }: Term): Lookup[] {
  const [first, ...others] = variants.map((words) => keysOf(words, exact));
  if (!first) return [];
  if (others.length === 0) return first.map((key) => ({ keys: [key] }));
  // Variants are single words.
  return [{ keys: [first, ...others].flat() }];
}

function keysOf(words: readonly string[], exact: boolean): Lookup['keys'] {
  return words.flatMap((word, at) => {
    if (isSpaceless(word)) {
      const pairs = indexedWords(word);
      return pairs.length === 1 ? [{ key: word, open: true }] : pairs.slice(0, -1).map((key) => ({ key, open: false }));
    }
    const open = !exact && at === words.length - 1;
    // A single letter is in no dictionary, but begins words.
    return open || indexedWords(word).length > 0 ? [{ key: word, open }] : [];
  });
}

/** The dictionaries that hold what begins so, or the one that holds the word. */
export function partsFor({ words }: SearchVolume, key: string, open: boolean): string[] {
  const parts: string[] = [];
  for (const [at, { from, file }] of words.entries()) {
    const next = words[at + 1]?.from;
    const reaches = from <= key || (open && from.startsWith(key));
    if (reaches && (next === undefined || next > key)) parts.push(file);
  }
  return parts;
}

/**
 * Places in the volume's list of the periods that may hold what is asked, undefined when all may. Dictionaries are asked one after
 * another: the first that knows nothing spares the rest.
 */
export async function candidatePeriods(
  volume: SearchVolume,
  lookups: readonly Lookup[],
  dictionary: (file: string) => Promise<WordPlaces[]>,
): Promise<ReadonlySet<number> | undefined> {
  if (volume.words.length === 0) return undefined;
  let found: ReadonlySet<number> | undefined;
  for (const { keys } of lookups) {
    const own = await placesOf(volume, keys, dictionary);
    if (!own) continue;
    found = found ? new Set([...found].filter((place) => own.has(place))) : own;
    if (found.size === 0) return found;
  }
  return found;
}

async function placesOf(
  volume: SearchVolume,
  keys: Lookup['keys'],
  dictionary: (file: string) => Promise<WordPlaces[]>,
): Promise<Set<number> | undefined> {
  const places = new Set<number>();
  for (const { key, open } of keys) {
    const parts = partsFor(volume, key, open);
    if (parts.length > MOST_PARTS) return undefined;
    for (const entries of await Promise.all(parts.map(dictionary))) {
      for (const entry of entriesFrom(entries, key)) {
        if (open || entry.word === key) for (const place of entry.places) places.add(place);
      }
    }
  }
  return places;
}
