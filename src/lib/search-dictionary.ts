/**
 * A dictionary as text that compresses well: `words` in the order of code units, each as how much of its beginning it shares with
 * the word before (A for none, B for one unit and so on: folded words hold no capitals) and the rest; `places` for each word
 * the periods that hold it, a sign each, the last one from the alphabet's second half.
 */
export interface DictionaryText {
  words: string;
  places: string;
}

/** A word and the periods of its volume, by their number, ascending. */
export interface WordPlaces {
  word: string;
  places: number[];
}

const SIGNS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  .filter((sign) => sign !== '"' && sign !== '\\')
  .join('');

/** By their codes. */
const PLACES: (number | undefined)[] = [];
for (let at = 0; at < SIGNS.length; at++) PLACES[SIGNS.charCodeAt(at)] = at;

/** How many periods a dictionary can tell apart. */
export const MOST_PLACES = SIGNS.length / 2;

const CAPITAL = 65;
const MOST_SHARED = 25;

export function writeDictionary(entries: readonly WordPlaces[]): DictionaryText {
  let words = '';
  let places = '';
  let before = '';
  for (const entry of entries) {
    const shared = sharedLength(before, entry.word);
    words += String.fromCharCode(CAPITAL + shared) + entry.word.slice(shared);
    const last = entry.places.length - 1;
    for (let at = 0; at <= last; at++) places += SIGNS.charAt((entry.places[at] ?? 0) + (at === last ? MOST_PLACES : 0));
    before = entry.word;
  }
  return { words, places };
}

/** Undefined when the two texts do not fit each other. */
export function readDictionary({ words, places }: DictionaryText): WordPlaces[] | undefined {
  const entries: WordPlaces[] = [];
  let before = '';
  let at = 0;
  for (const written of words.match(/[A-Z][^A-Z]*/g) ?? []) {
    const word = before.slice(0, written.charCodeAt(0) - CAPITAL) + written.slice(1);
    const own: number[] = [];
    for (;;) {
      const place = PLACES[places.charCodeAt(at++)];
      if (place === undefined) return undefined;
      own.push(place % MOST_PLACES);
      if (place >= MOST_PLACES) break;
    }
    entries.push({ word, places: own });
    before = word;
  }
  return at === places.length ? entries : undefined;
}

/** Never between the halves of a surrogate pair: each rest has to be a text by itself. */
function sharedLength(before: string, word: string): number {
  const most = Math.min(before.length, word.length, MOST_SHARED);
  let shared = 0;
  while (shared < most && before.charCodeAt(shared) === word.charCodeAt(shared)) shared++;
  const last = word.charCodeAt(shared - 1);
  return last >= 0xd800 && last <= 0xdbff ? shared - 1 : shared;
}

/** The entries whose word begins with `prefix`, of entries in order. */
export function entriesFrom(entries: readonly WordPlaces[], prefix: string): WordPlaces[] {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.word ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (entries[end]?.word.startsWith(prefix) === true) end++;
  return entries.slice(low, end);
}
