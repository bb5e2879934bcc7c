import * as v from 'valibot';

/**
 * Where a reader was in a feed, kept for a history entry in this tab: the article at the viewport's top by its slug and time,
 * the distance of its top from the viewport's (px), its part of the feed and how far above the viewport's top that begins (px),
 * and the height that each part down to it had (px, by the part's key). opened: the article that was gone to from there.
 */
export const Place = v.object({
  slug: v.string(),
  time: v.string(),
  offset: v.number(),
  part: v.string(),
  within: v.number(),
  heights: v.record(v.string(), v.number()),
  opened: v.optional(v.string()),
});
export type Place = v.InferOutput<typeof Place>;

const PREFIX = 'tearsheet:place:';

export function readPlace(entry: string): Place | undefined {
  try {
    const result = v.safeParse(Place, JSON.parse(sessionStorage.getItem(PREFIX + entry) ?? 'null'));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

/** undefined: the top of the page, which needs no remembering. */
export function writePlace(entry: string, place: Place | undefined): void {
  try {
    if (place) sessionStorage.setItem(PREFIX + entry, JSON.stringify(place));
    else sessionStorage.removeItem(PREFIX + entry);
  } catch {
    // Denied or full: Back then starts at the top.
  }
}

/** A history entry's name, from the router's location. */
export const entryOf = ({ key, pathname }: { key: string; pathname: string }): string => key + pathname;

/** The router's name for the first entry of every load of the page, and for where it keeps how far each entry was scrolled. */
const FIRST = 'default';
const ROUTER_POSITIONS = 'react-router-scroll-positions';

/**
 * To be called once, before the router starts. The router takes every load's first entry for the same one: a reader who comes
 * anew begins at the top, and on a reload or a way back our place wins.
 */
export function clearFirstEntry(pathname: string): void {
  const entry = entryOf({ key: FIRST, pathname });
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const anew = load?.type === 'navigate';
  if (anew) writePlace(entry, undefined);
  if (!anew && !readPlace(entry)) return;
  try {
    const { [FIRST]: _, ...others } = JSON.parse(sessionStorage.getItem(ROUTER_POSITIONS) ?? '{}') as Record<string, unknown>;
    sessionStorage.setItem(ROUTER_POSITIONS, JSON.stringify(others));
  } catch {
    // Denied or not JSON: the router has none either.
  }
}
