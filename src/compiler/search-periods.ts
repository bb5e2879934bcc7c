import { MOST_PLACES } from '../lib/search-dictionary.ts';
import { KEY_END, type SearchEntry } from './search-entry.ts';

/** What a period may weigh; docs/decisions/0015-search.md says why. */
const PERIOD_WEIGHT = 14_000;

/** volumes: runs of periods; open: the newest article's period. All oldest first. */
export interface Periods<Entry extends SearchEntry> {
  volumes: Entry[][][];
  open: Entry[] | undefined;
}

/**
 * Cuts time in halves, and halves again, until what is published in each weighs no more than a period may. So where a period ends
 * depends on what lies in it alone: articles that come or go elsewhere move no border. Neighbours under one half that the newest
 * article is not in make a volume, as many as a dictionary can tell apart. `entries` by key, ascending.
 */
export function periodsOf<Entry extends SearchEntry>(entries: readonly Entry[]): Periods<Entry> {
  const weights = new Float64Array(entries.length + 1);
  for (let at = 0; at < entries.length; at++) weights[at + 1] = (weights[at] as number) + (entries[at] as Entry).weight;
  const found = divide({ entries, weights }, 0, entries.length, 0, KEY_END);
  return { volumes: found.volumes, open: found.open };
}

interface Sequence<Entry> {
  entries: readonly Entry[];
  /** weights[n]: what the first n entries weigh together. */
  weights: Float64Array;
}

/** whole: one volume holds all of it, and may be joined with its neighbour. */
interface Found<Entry extends SearchEntry> extends Periods<Entry> {
  whole: boolean;
}

function divide<Entry extends SearchEntry>(
  all: Sequence<Entry>,
  from: number,
  to: number,
  start: number,
  size: number,
): Found<Entry> {
  if (from === to) return { volumes: [], open: undefined, whole: true };
  const weight = (all.weights[to] ?? 0) - (all.weights[from] ?? 0);
  if (weight <= PERIOD_WEIGHT || size <= 1) {
    const period = all.entries.slice(from, to);
    return to === all.entries.length
      ? { volumes: [], open: period, whole: false }
      : { volumes: [[period]], open: undefined, whole: true };
  }
  const half = size / 2;
  const middle = firstFrom(all.entries, start + half, from, to);
  return join(divide(all, from, middle, start, half), divide(all, middle, to, start + half, half));
}

function join<Entry extends SearchEntry>(earlier: Found<Entry>, later: Found<Entry>): Found<Entry> {
  const volumes = [...earlier.volumes, ...later.volumes];
  const whole = earlier.whole && later.whole;
  const periods = volumes.flat();
  if (whole && periods.length <= MOST_PLACES) return { volumes: periods.length > 0 ? [periods] : [], open: undefined, whole };
  return { volumes, open: later.open ?? earlier.open, whole: false };
}

/** The first entry at or after `key`, between two places. */
function firstFrom(entries: readonly SearchEntry[], key: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.key ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
