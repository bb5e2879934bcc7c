import { type RankingScale, rankingTerms } from '../lib/ranking.ts';
import { providerId } from '../lib/slugify.ts';
import type { PublicArticle } from './model.ts';
import { byText } from './order.ts';

/** Looked at from the newest on: further back no heat and no coverage makes up for the age. */
export const TOP_WINDOW = 240;
/** An article loses half its score in the time in which the feed got so many. */
const HALF_LIFE_ARTICLES = 36;
const HOUR = 3_600_000;
const LEAST_HALF_LIFE = 2;
/** Not so many in a row by one provider. */
const IN_A_ROW = 3;
/** With fewer than this that have heat, a percentile says nothing. */
const HEAT_MIN = 20;
const STEPS = 20;

/** articles: a feed's, newest first. heat: from `heatSteps`. */
export function rankingScale(articles: readonly PublicArticle[], heat: number[] | undefined): RankingScale {
  const newest = articles[0];
  const other = articles[Math.min(articles.length, HALF_LIFE_ARTICLES + 1) - 1];
  const hours = newest && other ? Math.round((newest.time - other.time) / HOUR) : 0;
  return { newest: newest?.publishedDateTime ?? '', halfLife: Math.max(LEAST_HALF_LIFE, hours), heat };
}

/** The heat at every twentieth percentile, the lowest first. heats: from `sortedHeats`. Articles without heat do not count: a follower's mark is no number. */
export function heatSteps(heats: Float64Array): number[] | undefined {
  if (heats.length < HEAT_MIN) return undefined;
  return Array.from({ length: STEPS + 1 }, (_, step) => heats[Math.round(((heats.length - 1) * step) / STEPS)] ?? 0);
}

/** Of the articles that have one, the lowest first. */
export function sortedHeats(articles: readonly PublicArticle[]): Float64Array {
  const heats = new Float64Array(articles.length);
  let count = 0;
  for (const { heat } of articles) if (heat !== undefined) heats[count++] = heat;
  return heats.subarray(0, count).sort();
}

/** coverage: how many others tell of the same event. */
export interface Candidate {
  article: PublicArticle;
  coverage: number;
}

/**
 * The articles of Top, best first: by score; equal ones newest first, then by slug. One that would be the third in a row of
 * its provider waits until another has come between. candidates: a feed's, newest first.
 */
export function topOf(candidates: readonly Candidate[], scale: RankingScale): PublicArticle[] {
  const scored = candidates.slice(0, TOP_WINDOW).map(({ article, coverage }) => {
    const { publishedDateTime, heat } = article;
    return { article, score: rankingTerms({ publishedDateTime, heat, coverage: { total: coverage } }, scale).score };
  });
  scored.sort((a, b) => b.score - a.score || b.article.time - a.article.time || byText(a.article.slug, b.article.slug));
  return spread(scored.map(({ article }) => article));
}

function spread(articles: PublicArticle[]): PublicArticle[] {
  const waiting = [...articles];
  const order: PublicArticle[] = [];
  while (waiting.length > 0) {
    const last = order.slice(1 - IN_A_ROW).map(({ provider }) => providerId(provider));
    const crowded = last.length === IN_A_ROW - 1 && new Set(last).size === 1 ? last[0] : undefined;
    const next = crowded === undefined ? 0 : waiting.findIndex(({ provider }) => providerId(provider) !== crowded);
    order.push(...waiting.splice(Math.max(0, next), 1));
  }
  return order;
}
