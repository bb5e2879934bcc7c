import { segmentOf } from '../lib/slugify.ts';
import type { PublicArticle } from './model.ts';
import { wordsOf } from './words.ts';

const TITLE_WEIGHT = 3;
const TOPIC_WEIGHT = 2;
const EXCERPT_WEIGHT = 1;

/** An article's terms (numbers), its title's `titleTerms` ones first, and their weights. norm: the weights' length as a vector. */
export interface Terms {
  terms: number[];
  weights: number[];
  titleTerms: number;
  norm: number;
}

/** The numbers of words and topics. */
export class TermIndex {
  readonly #numbers: Map<string, number>;
  readonly #words: string[];
  readonly #topics = new Map<string, string>();
  /** Where each term stands in the list of the article that is being read: a map for each article would cost more. */
  readonly #places: number[] = [];

  /** words: those that have a number already, in order; numbers: the same by word, where they are at hand. New ones are put to both. */
  constructor(words: string[] = [], numbers = numbersOf(words)) {
    this.#words = words;
    this.#numbers = numbers;
  }

  get numbers(): Map<string, number> {
    return this.#numbers;
  }

  /** An article's words. */
  read(article: PublicArticle): Terms {
    const own: Terms = { terms: [], weights: [], titleTerms: 0, norm: 0 };
    for (const word of wordsOf(article.title)) this.#weigh(own, word, TITLE_WEIGHT);
    own.titleTerms = own.terms.length;
    for (const word of wordsOf(article.excerpt)) this.#weigh(own, word, EXCERPT_WEIGHT);
    for (const topic of article.topics) this.#weigh(own, `#${this.#topic(topic)}`, TOPIC_WEIGHT);
    own.norm = lengthOf(own.weights);
    return own;
  }

  #topic(name: string): string {
    let id = this.#topics.get(name);
    if (id === undefined) {
      id = segmentOf(name);
      this.#topics.set(name, id);
    }
    return id;
  }

  /** A word counts once in the title and once in the excerpt, however often it stands there. */
  #weigh(own: Terms, word: string, weight: number): void {
    const term = this.#number(word);
    const at = this.#places[term] ?? 0;
    if (own.terms[at] !== term) {
      this.#places[term] = own.terms.length;
      own.terms.push(term);
      own.weights.push(weight);
    } else if (weight === EXCERPT_WEIGHT && own.weights[at] === TITLE_WEIGHT) own.weights[at] = TITLE_WEIGHT + EXCERPT_WEIGHT;
  }

  #number(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    this.#numbers.set(term, this.#words.length);
    return this.#words.push(term) - 1;
  }

  /** All words and topics, by number. */
  get all(): string[] {
    return this.#words;
  }

  /** The word or topic (`#` before its id) that has this number. */
  word(term: number): string {
    return this.#words[term] ?? '';
  }
}

/** Words' places in their list. */
export const numbersOf = (words: readonly string[]): Map<string, number> => new Map(words.map((word, number) => [word, number]));

/** Of weights as a vector. */
const lengthOf = (weights: readonly number[]): number => Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));

const WEIGHT_SIZE = 8;

/** Terms as one list of numbers, to be kept. */
export const packTerms = ({ terms, weights }: Terms): number[] =>
  terms.map((term, at) => term * WEIGHT_SIZE + (weights[at] as number));

export const packedTerm = (packed: number): number => Math.floor(packed / WEIGHT_SIZE);
export const withTerm = (packed: number, term: number): number => term * WEIGHT_SIZE + (packed % WEIGHT_SIZE);

export function unpackTerms(packed: ArrayLike<number>, titleTerms: number): Terms {
  const own: Terms = { terms: [], weights: [], titleTerms, norm: 0 };
  for (let at = 0; at < packed.length; at++) {
    const one = packed[at] as number;
    own.terms.push(packedTerm(one));
    own.weights.push(one % WEIGHT_SIZE);
  }
  own.norm = lengthOf(own.weights);
  return own;
}
