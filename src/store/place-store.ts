import * as v from 'valibot';

/**
 * Where a reader was in a feed, kept for a history entry in this tab: the article at the viewport's top by its slug and time,
 * the distance of its top from the viewport's (px), its part of the feed and how far above the viewport's top that begins (px),
 * and the height that each part down to it had (px, by the part's key). opened: the article that was gone to from there.
 * load: which load of the page wrote it, by its time origin.
 */
export const Place = v.object({
  slug: v.string(),
  time: v.string(),
  offset: v.number(),
  part: v.string(),
  within: v.number(),
  heights: v.record(v.string(), v.number()),
  opened: v.optional(v.string()),
  load: v.number(),
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
