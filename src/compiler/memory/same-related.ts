import type { Window } from '../related.ts';
import { type Find, isBetter } from '../related-finds.ts';
import { FOUNDERS, frequencyStep, isLandmark, mostTelling, sizeStep } from '../related-window.ts';
import { unpackTerms } from '../term-index.ts';
import type { Row } from './memory.ts';
import type { Places } from './places.ts';

/** What came or went. place: where it is, or what followed it. weights: of its terms. by: 1 or -1. */
interface Change {
  place: number;
  weights: ReadonlyMap<number, number>;
  norm: number;
  by: 1 | -1;
}

/** places: of a list as it was, -1 what is gone. last: how near its last is, NaN where not words alone filled it. */
interface List {
  places: readonly number[];
  last: number;
}

/** With more changes a list is found as quickly. */
const MOST = 16;

/**
 * Tells whether a list that looks back over changes can be no other than it was: where it was full by words, names nothing that is gone, no
 * word in it became rarer or more common by a step, and nothing that came is nearer than its last. Undefined where none can be told.
 */
export function sameRelated({ rows, was, gone, goneBefore, causes }: Places) {
  if (gone.length > MOST || causes.length > MOST) return undefined;
  const changes: Change[] = gone.map((row, at) => changeAt(goneBefore[at] as number, row, -1));
  for (let place = 0; place < rows.length; place++) if (was[place] === -1) changes.push(changeAt(place, rows[place] as Row, 1));
  const moved = [...gone, ...changes.flatMap(({ place, by }) => (by === 1 ? (rows[place] as Row) : []))];
  // These move windows themselves.
  if (moved.some(({ article }) => isLandmark(article)) || changes.some(({ place }) => place <= FOUNDERS)) return undefined;
  const differenceOf = differences();
  return (place: number, list: List, window: Window): boolean => {
    if (Number.isNaN(list.last) || place < FOUNDERS || list.places.includes(-1)) return false;
    const near = changes.filter((change) => isIn(change, place, window.start));
    if (near.length === 0) return true;
    const size = near.reduce((sum, { by }) => sum - by, place - window.start);
    if (sizeStep(size) !== window.size || crossesStep(differenceOf(near), window)) return false;
    const came = near.filter(({ by }) => by === 1);
    return came.length === 0 || !comesIn(came, { other: list.places.at(-1) as number, score: list.last }, window);
  };
}

function changeAt(place: number, { subject }: Row, by: 1 | -1): Change {
  const { terms, weights, norm } = unpackTerms(subject.packed, subject.titleTerms);
  return { place, weights: new Map(terms.map((term, at) => [term, weights[at] as number])), norm, by };
}

const isIn = ({ place: at, by }: Change, place: number, start: number): boolean =>
  by === 1 ? at >= start && at < place : at > start && at <= place;

/** In how many more articles each term stands after changes; windows that follow each other mostly hold the same ones. */
function differences(): (changes: readonly Change[]) => ReadonlyMap<number, number> {
  let known: readonly Change[] = [];
  let by = new Map<number, number>();
  return (changes) => {
    if (changes.length === known.length && changes.every((change, at) => change === known[at])) return by;
    known = changes;
    by = new Map();
    for (const change of changes) for (const term of change.weights.keys()) by.set(term, (by.get(term) ?? 0) + change.by);
    for (const [term, difference] of by) if (difference === 0) by.delete(term);
    return by;
  };
}

function crossesStep(by: ReadonlyMap<number, number>, { terms, size, frequency }: Window): boolean {
  const most = mostTelling(size);
  return terms.some((term) => {
    const difference = by.get(term);
    if (difference === undefined) return false;
    const now = frequency(term);
    const before = now - difference;
    return frequencyStep(now) !== frequencyStep(before) || now <= most !== before <= most || now > 0 !== before > 0;
  });
}

/** came: all of them in the window. last: of the list; as no word crossed a step, it is as near as it was. */
const comesIn = (came: readonly Change[], last: Find, window: Window): boolean =>
  came.some(({ place, weights, norm }) => {
    // Most share few words, which cannot be enough however they count.
    if (window.most(weights, norm) < last.score) return false;
    return !isBetter(last, place, window.score(place));
  });
