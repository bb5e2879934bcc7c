/**
 * What an article's place in Top is measured by; the same for everybody, and told by the feed's own file.
 * newest: publishedDateTime of the feed's newest article. halfLife: hours in which an article loses half its score.
 * heat: the heat at the 0th, 5th, 10th ... 100th percentile of public articles; absent while too few have heat.
 */
export interface RankingScale {
  newest: string;
  halfLife: number;
  heat?: readonly number[] | undefined;
}

/** The parts of an article that decide. */
export interface Ranked {
  publishedDateTime: string;
  heat?: number | undefined;
  coverage?: { total: number } | undefined;
}

/**
 * Why an article stands where it does. heat: share of articles (0 to 1) that are no hotter; undefined where nobody knows.
 * others: stories that cover the same event. age: hours before the newest. worth and freshness: what the score multiplies.
 */
export interface RankingTerms {
  heat: number | undefined;
  others: number;
  age: number;
  worth: number;
  freshness: number;
  score: number;
}

const HEAT_WEIGHT = 2;
/** Where heat is not known: neither hot nor cold. */
const UNKNOWN = 0.5;
/** Fifteen others count this much; more count no more. */
const MOST_OF_COVERAGE = 2;
const HOUR = 3_600_000;

/** docs/ranking.md has the formula in words, and why it is this one. */
export function rankingTerms(article: Ranked, scale: RankingScale): RankingTerms {
  const heat = heatPercentile(article.heat, scale.heat);
  const others = article.coverage?.total ?? 0;
  const age = Math.max(0, Date.parse(scale.newest) - Date.parse(article.publishedDateTime)) / HOUR;
  const worth = 1 + HEAT_WEIGHT * (heat ?? UNKNOWN) + Math.min(MOST_OF_COVERAGE, Math.log2(1 + others) / 2);
  const freshness = 2 ** (-age / scale.halfLife);
  return { heat, others, age, worth, freshness, score: worth * freshness };
}

/** The share of articles that are no hotter, in steps of a twentieth: among many that share one heat, all have the lowest of theirs. */
function heatPercentile(heat: number | undefined, steps: readonly number[] | undefined): number | undefined {
  if (heat === undefined || heat < 0 || steps === undefined || steps.length < 2) return undefined;
  const below = steps.filter((step) => step < heat).length;
  return Math.min(1, below / (steps.length - 1));
}
