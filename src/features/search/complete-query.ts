import { foldWords } from '../../lib/search-words.ts';
import { ArticleType } from '../../schema/card.ts';
import { OPERATORS, type Operator } from './parse-query.ts';

/** The piece of a query that is being written: an operator's name, or its value. from, to: where it stands in the query. */
export interface Unfinished {
  from: number;
  to: number;
  not: boolean;
  operator?: Operator;
  value: string;
}

/** What may stand there: `text` replaces the piece. */
export interface Suggestion {
  text: string;
  label: string;
  note?: string;
}

const MOST = 7;
const LEAST_OF_NAME = 2;
const UNFINISHED = /(?:^|\s)(-?)(?:([a-z]+):)?("[^"]*|[^\s"]*)$/i;

/** The piece before the caret, undefined where nothing could be suggested. */
export function unfinishedAt(written: string, caret: number): Unfinished | undefined {
  const found = UNFINISHED.exec(written.slice(0, caret));
  if (!found) return undefined;
  const [whole, hyphen = '', name, quoted = ''] = found;
  const operator = OPERATORS.find((one) => one === name?.toLowerCase());
  if (name !== undefined && !operator) return undefined;
  const from = found.index + (/^\s/.test(whole) ? 1 : 0);
  const end = /^[^\s"]*"?/.exec(written.slice(caret))?.[0].length ?? 0;
  const value = quoted.replace(/^"/, '');
  return { from, to: caret + end, not: hyphen !== '', ...(operator && { operator }), value };
}

/** names: of topics or providers, whichever is asked for, those with most articles first. */
export function suggestionsFor(piece: Unfinished, names: readonly { id: string; name: string }[]): Suggestion[] {
  const sign = piece.not ? '-' : '';
  const { operator } = piece;
  const value = foldWords(piece.value);
  if (!operator) {
    if (value.length < LEAST_OF_NAME) return [];
    return OPERATORS.filter((name) => name.startsWith(value)).map((name) => ({ text: `${sign}${name}:`, label: `${name}:` }));
  }
  if (operator === 'before' || operator === 'after') return [];
  const known = operator === 'type' ? ArticleType.options.map((type) => ({ id: type, name: type })) : names;
  const near = known.filter(({ id, name }) => startsAWord(foldWords(name), value) || id.startsWith(value));
  return near.slice(0, MOST).map(({ id, name }) => ({
    text: `${sign}${operator}:${writtenName(id, name)} `,
    label: name,
    ...(operator === 'provider' && id !== name && { note: id }),
  }));
}

/** A dot makes a domain of a name, quotes end it: such ones are written as addresses call them. */
function writtenName(id: string, name: string): string {
  if (/[."\u201c-\u201e]/.test(name)) return id;
  return /\s/.test(name) ? `"${name}"` : name;
}

const startsAWord = (name: string, value: string): boolean => name.startsWith(value) || name.includes(` ${value}`);

/** The query with the suggestion in it, and where the caret goes. */
export function completed(written: string, { from, to }: Unfinished, { text }: Suggestion): { written: string; caret: number } {
  const after = written.slice(to).replace(/^\s+/, '');
  return { written: written.slice(0, from) + text + after, caret: from + text.length };
}
