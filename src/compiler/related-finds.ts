/** How many finds are looked at closely. */
const FINDS = 48;

/** A word to look for others by, and what it counts. */
export interface Probe {
  term: number;
  factor: number;
}

export interface Find {
  other: number;
  score: number;
}

/** Keeps the list sorted and at FINDS entries: sorting all finds of every article would cost more than finding them. */
export function keepBest(found: Find[], other: number, score: number): void {
  const last = found.at(-1);
  if (found.length === FINDS && last && isBetter(last, other, score)) return;
  let at = found.length;
  while (at > 0 && !isBetter(found[at - 1] as Find, other, score)) at--;
  found.splice(at, 0, { other, score });
  if (found.length > FINDS) found.pop();
}

export const isBetter = (find: Find, other: number, score: number): boolean =>
  find.score > score || (find.score === score && find.other > other);
