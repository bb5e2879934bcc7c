import * as v from 'valibot';

/**
 * Where a reader was in a feed, kept for a history entry in this tab: the article's slug, its top's distance from the
 * viewport's top (px), and the height that each part of the feed had (px, by the part's file).
 */
export const Place = v.object({
  slug: v.string(),
  offset: v.number(),
  heights: v.record(v.string(), v.number()),
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

export function writePlace(entry: string, place: Place): void {
  try {
    sessionStorage.setItem(PREFIX + entry, JSON.stringify(place));
  } catch {
    // Denied or full: Back then starts at the top.
  }
}
