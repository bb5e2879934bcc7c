import * as v from 'valibot';

/** `data/day/years.json`: the years that have articles, newest first, each with the numbers (1 to 12) of its months that have some. */
export const DayYears = v.object({
  format: v.literal(1),
  years: v.array(v.object({ year: v.number(), months: v.array(v.number()) })),
});
export type DayYears = v.InferOutput<typeof DayYears>;

export const OPEN_DAY = '+';

/**
 * `data/day/<year>.json`: how many articles each day has. months: twelve texts, each with its days' counts from the first on, with
 * commas between; nothing for a day without articles, and nothing after the last one. The newest day of all has `OPEN_DAY` in place of a
 * count, which would change with each new article: its own feed tells it. earlier, later: the nearest years with articles.
 */
export const DayYear = v.object({
  format: v.literal(1),
  year: v.number(),
  earlier: v.optional(v.number()),
  later: v.optional(v.number()),
  months: v.array(v.string()),
});
export type DayYear = v.InferOutput<typeof DayYear>;
