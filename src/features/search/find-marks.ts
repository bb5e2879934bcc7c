import { foldWords, isSpaceless, searchWords } from '../../lib/search-words.ts';
import type { Term } from './parse-query.ts';

/** A text in pieces, in their order; `hit` on those that were searched for. */
export interface MarkedPiece {
  text: string;
  hit: boolean;
}

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

/** The text with the words that the query asks for marked, whole words where the script has spaces. */
export function markedPieces(text: string, terms: readonly Term[]): MarkedPiece[] {
  const wanted = terms.filter(({ not }) => !not).flatMap((term) => term.variants.flatMap((words) => wantedOf(words, term.exact)));
  const ranges: [number, number][] = [];
  if (wanted.length > 0) {
    for (const found of text.matchAll(WORDS)) ranges.push(...rangesIn(found[0], found.index, wanted));
  }
  return piecesOf(text, ranges);
}

interface Wanted {
  word: string;
  whole: boolean;
}

const wantedOf = (words: readonly string[], exact: boolean): Wanted[] =>
  words.map((word, at) => ({ word, whole: exact || at < words.length - 1 }));

/** Of words that were looked at: with each key the same ones come again, several times each. */
const folds = new Map<string, string[]>();
const MOST_FOLDS = 4000;

function foldsOf(word: string): string[] {
  let folded = folds.get(word);
  if (!folded) {
    if (folds.size === MOST_FOLDS) folds.clear();
    folded = searchWords(word);
    folds.set(word, folded);
  }
  return folded;
}

function rangesIn(word: string, from: number, wanted: readonly Wanted[]): [number, number][] {
  const folded = foldsOf(word);
  const whole = wanted.some((one) => folded.some((part) => isWanted(part, one)));
  if (whole) return [[from, from + word.length]];
  return wanted.filter((one) => isSpaceless(one.word)).flatMap((one) => rangesInRun(word, from, one.word));
}

const isWanted = (part: string, { word, whole }: Wanted): boolean =>
  !isSpaceless(part) && (whole ? part === word : part.startsWith(word));

/** Folding may change a run's length: each sign is folded by itself to know where it stands. */
function rangesInRun(run: string, from: number, word: string): [number, number][] {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const sign of run) {
    const own = foldWords(sign);
    for (let unit = 0; unit < own.length; unit++) places.push(at);
    folded += own;
    at += sign.length;
  }
  places.push(at);
  const ranges: [number, number][] = [];
  for (let start = folded.indexOf(word); start >= 0; start = folded.indexOf(word, start + word.length)) {
    ranges.push([from + (places[start] ?? 0), from + (places[start + word.length] ?? at)]);
  }
  return ranges;
}

function piecesOf(text: string, ranges: [number, number][]): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, to), hit: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

const BEFORE = 60;
const LENGTH = 240;

/** What to show of a long text: around its first mark where that lies far in, else its beginning. */
export function excerptAround(text: string, terms: readonly Term[]): string {
  if (text.length <= LENGTH) return text;
  const pieces = markedPieces(text, terms);
  let first = 0;
  for (const piece of pieces) {
    if (piece.hit) break;
    first += piece.text.length;
  }
  const from = first < LENGTH - BEFORE || first >= text.length ? 0 : wordStart(text, first - BEFORE);
  const to = from + LENGTH >= text.length ? text.length : wordStart(text, from + LENGTH);
  return `${from > 0 ? '\u2026' : ''}${text.slice(from, to).trim()}${to < text.length ? '\u2026' : ''}`;
}

/** The next word's beginning near a place, or the place itself where there are no spaces; never within a surrogate pair. */
function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  if (space >= 0 && space - at < 30) return space + 1;
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
