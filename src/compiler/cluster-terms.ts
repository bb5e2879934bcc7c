import type { StoryWords } from './same-event.ts';
import { numbersOf } from './term-index.ts';
import { wordsOf } from './words.ts';

/** Excerpts tell the event at their beginning; further on stands what the publisher always says. */
const EXCERPT_LENGTH = 240;

/** Spellings of one thing: sums with their unit, a long name that is mostly written short. Each with the sign that a text must hold for it. */
const ALIASES: readonly (readonly [RegExp, RegExp, string])[] = [
  [/\d/, /(\d)\s*(?:billion|bn)\b/gi, '$1b'],
  [/\d/, /(\d)\s*(?:million|mn|mln)\b/gi, '$1m'],
  [/artificial/i, /\bartificial intelligence\b/gi, 'ai'],
  [/united|u\.s\./i, /\bunited states\b|\bu\.s\.(?:a\.)?/gi, 'usa'],
  [/united|u\.k\./i, /\bunited kingdom\b|\bu\.k\.(?= |$)/gi, 'britain'],
  [/['\u2019]/, /['\u2019]s\b/g, ''],
  [/['\u2019]/, /(?<=\p{L})['\u2019](?=\p{L})/gu, ''],
];
/** Roman numerals after a name. */
const NUMERAL = /(?<=\p{L} )(?:i{2,3}|iv|vi{0,3}|ix|x)\b/giu;
const NUMERALS = ['ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
const MAY_HAVE_NUMERAL = / [ivx]+(?![a-z])/i;
/** A number of one figure after a name tells one part of a series from another, but is too short for a word. */
const FIGURE = /(?<=\p{L} )\d(?= |$|[,:;.?!-])/gu;

/** Gives words their numbers, so that stories can be compared without comparing text. */
export class ClusterTerms {
  readonly #numbers: Map<string, number>;
  readonly #words: string[];
  /** The last story that a term was put to, by that story's number: no set is made for each. */
  readonly #seen: number[] = [];
  #reads = 0;

  /** words: those that have a number already, in order; numbers: the same by word, where they are at hand. New ones are put to both. */
  constructor(words: string[] = [], numbers = numbersOf(words)) {
    this.#words = words;
    this.#numbers = numbers;
  }

  get numbers(): Map<string, number> {
    return this.#numbers;
  }

  read({ title, excerpt }: { title: string; excerpt: string }): StoryWords {
    this.#reads++;
    const terms: number[] = [];
    for (const word of plainWords(title)) this.#put(terms, word);
    const titleTerms = terms.length;
    for (const word of plainWords(excerpt.slice(0, EXCERPT_LENGTH))) this.#put(terms, word);
    return { terms, titleTerms };
  }

  /** All words, by number. */
  get all(): string[] {
    return this.#words;
  }

  /** The word that has this number. */
  word(term: number): string {
    return this.#words[term] ?? '';
  }

  #put(terms: number[], word: string): void {
    let term = this.#numbers.get(word);
    if (term === undefined) {
      term = this.#words.length;
      this.#numbers.set(word, term);
      this.#words.push(word);
    }
    if (this.#seen[term] === this.#reads) return;
    this.#seen[term] = this.#reads;
    terms.push(term);
  }
}

/** A text's words in the form in which stories are compared. */
export function plainWords(text: string): string[] {
  let plain = text;
  for (const [sign, written, one] of ALIASES) if (sign.test(text)) plain = plain.replace(written, one);
  if (MAY_HAVE_NUMERAL.test(plain))
    plain = plain.replace(NUMERAL, (numeral) => String(NUMERALS.indexOf(numeral.toLowerCase()) + 2));
  if (/\d/.test(plain)) plain = plain.replace(FIGURE, '0$&');
  return wordsOf(plain).map(stem);
}

/** "delays", "delayed" and "delaying" are one word. English alone; other words pass as they are. */
function stem(word: string): string {
  if (word.length < 5 || !/^[a-z]+$/.test(word)) return word;
  const bare = word.length > 5 ? word.replace(/(?:ing|ed)$/, '') : word;
  return bare.length < 3 ? word : bare.replace(/e$/, '');
}
