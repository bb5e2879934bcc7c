import { isSpaceless, searchWords } from '../../lib/search-words.ts';
import { segmentOf } from '../../lib/slugify.ts';
import { parseDay } from './parse-day.ts';

export const OPERATORS = ['topic', 'provider', 'type', 'before', 'after'] as const;
export type Operator = (typeof OPERATORS)[number];

/** Longer queries are cut here: nobody types them, and each word costs. */
export const QUERY_LENGTH = 300;
const MOST_TERMS = 16;

/**
 * Words that stand beside each other; one word mostly. exact: as a phrase, whole to its last word; else its last word may go on.
 * variants: words that will do as well, the written ones first.
 */
export interface Term {
  variants: string[][];
  exact: boolean;
  not: boolean;
}

/** id: of a topic, provider or type, as far as it was written. time: seconds since 1970, undefined when the date could not be read. */
export type Filter = { not: boolean } & (
  | { operator: 'topic' | 'provider' | 'type'; id: string }
  | { operator: 'before' | 'after'; time: number | undefined }
);

/** A piece of the query as it was written, from one sign of it to another. label: what it says without quotes and hyphen. */
export interface Piece {
  from: number;
  to: number;
  label: string;
  filter?: Filter;
  term?: Term;
}

export interface SearchQuery {
  pieces: Piece[];
  terms: Term[];
  filters: Filter[];
}

const PIECE =
  /(-?)(?:([a-z]+):)?(?:["\u201c\u201d\u201e]([^"\u201c\u201d\u201e]*)(["\u201c\u201d\u201e]?)|([^\s"\u201c\u201d\u201e]*))/giy;

/** What a written query asks for. Never fails: what means nothing is left out. */
export function parseQuery(written: string): SearchQuery {
  const text = written.slice(0, QUERY_LENGTH);
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length && pieces.length < MOST_TERMS) {
    if (/\s/.test(text.charAt(at))) {
      at++;
      continue;
    }
    PIECE.lastIndex = at;
    const found = PIECE.exec(text);
    const to = Math.max(at + (found?.[0].length ?? 0), at + 1);
    const piece = found && pieceOf(found, at, to);
    if (piece) pieces.push(piece);
    at = to;
  }
  return {
    pieces,
    terms: pieces.flatMap(({ term }) => (term ? [term] : [])),
    filters: pieces.flatMap(({ filter }) => (filter ? [filter] : [])),
  };
}

function pieceOf(found: RegExpExecArray, from: number, to: number): Piece | undefined {
  const [, hyphen = '', name, quoted, closing, plain = ''] = found;
  const not = hyphen !== '';
  const value = quoted ?? plain;
  const operator = OPERATORS.find((one) => one === name?.toLowerCase());
  if (operator) {
    const filter = filterOf(operator, value.trim(), not);
    return filter && { from, to, label: `${operator}: ${value.trim()}`, filter };
  }
  const words = searchWords(name === undefined ? value : `${name} ${value}`);
  if (words.length === 0) return undefined;
  const exact = quoted !== undefined && closing !== '';
  return { from, to, label: value.trim(), term: { variants: [words], exact, not } };
}

function filterOf(operator: Operator, value: string, not: boolean): Filter | undefined {
  if (value === '') return undefined;
  if (operator === 'before' || operator === 'after') return { operator, not: false, time: parseDay(value) };
  if (operator === 'type') return { operator, not, id: value.toLowerCase() };
  // A domain stays as it is; a name becomes what addresses call it.
  return { operator, not, id: value.includes('.') ? value.toLowerCase() : segmentOf(value) };
}

/** Whether anything is asked at all. Words that are only excluded ask for nothing. */
export const asksForSomething = ({ terms, filters }: SearchQuery): boolean =>
  terms.some(({ not }) => !not) || filters.some((filter) => !filter.not && !('time' in filter && filter.time === undefined));

/** The query without one of its pieces. */
export const withoutPiece = (written: string, { from, to }: Piece): string =>
  `${written.slice(0, from).trimEnd()} ${written.slice(to).trimStart()}`.trim();

/** Whether a typo in the word could be told from another word. */
export const canBeMistyped = ({ variants, exact, not }: Term): boolean => {
  const [word = '', more] = variants[0] ?? [];
  return !exact && !not && more === undefined && word.length >= 5 && !isSpaceless(word);
};
