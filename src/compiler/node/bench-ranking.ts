import { rankingTerms } from '../../lib/ranking.ts';
import { providerId } from '../../lib/slugify.ts';
import type { PublicArticle } from '../model.ts';
import { heatSteps, rankingScale, sortedHeats, topOf } from '../top.ts';
import { UsageError } from './command-error.ts';
import { loadCorpus } from './load-corpus.ts';

const HELP = `npm run bench:ranking -- DIR ...

Compares Top with the formulas of Hacker News, Reddit and Lobsters on content folders: what each puts on the first page of 20.
Heat stands for the votes that those count. Prints numbers only.
`;
const PAGE = 20;
const HOUR = 3_600_000;

/** Each gives an article's rank value, more is higher; age in hours before the newest. */
const FORMULAS: Readonly<Record<string, (heat: number, age: number) => number>> = {
  Newest: (_, age) => -age,
  'Hacker News': (heat, age) => Math.max(0, heat - 1) / (age + 2) ** 1.8,
  Reddit: (heat, age) => Math.log10(Math.max(1, heat)) - (age * 3600) / 45_000,
  Lobsters: (heat, age) => Math.log10(Math.max(1, heat + 1)) - age / 22,
};

/** Resolves to the exit code. */
export async function benchRanking(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  if (args.length === 0) throw new UsageError(HELP);
  for (const folder of args) {
    const { articles } = loadCorpus(folder, Date.now()).corpus;
    const steps = heatSteps(sortedHeats(articles));
    const scale = rankingScale(articles, steps);
    console.log(`${folder}: ${articles.length} public articles, half-life ${scale.halfLife} h`);
    const top = topOf(
      articles.map((article) => ({ article, coverage: article.related.length })),
      scale,
    );
    const pages = {
      ...Object.fromEntries(Object.entries(FORMULAS).map(([name, value]) => [name, ranked(articles, value)])),
      Top: top,
    };
    for (const [name, order] of Object.entries(pages)) console.log(lineOf(name, order.slice(0, PAGE), articles, steps));
  }
  return 0;
}

function ranked(articles: readonly PublicArticle[], value: (heat: number, age: number) => number): PublicArticle[] {
  const newest = articles[0]?.time ?? 0;
  const valueOf = ({ heat = 1, time }: PublicArticle): number => value(heat, (newest - time) / HOUR);
  return [...articles].sort((a, b) => valueOf(b) - valueOf(a));
}

function lineOf(name: string, page: PublicArticle[], articles: readonly PublicArticle[], steps: number[] | undefined): string {
  const newest = new Set(articles.slice(0, PAGE));
  const scale = { newest: articles[0]?.publishedDateTime ?? '', halfLife: 1, heat: steps };
  const terms = page.map(({ publishedDateTime, heat }) => rankingTerms({ publishedDateTime, heat }, scale));
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
  const known = terms.flatMap(({ heat }) => (heat === undefined ? [] : [heat]));
  const days = mean(terms.map(({ age }) => age)) / 24;
  return [
    `  ${name.padEnd(12)}`,
    `of the newest ${PAGE}: ${String(page.filter((article) => newest.has(article)).length).padStart(2)}`,
    `mean age ${days.toFixed(1).padStart(6)} days`,
    `mean heat percentile ${(100 * mean(known)).toFixed(0).padStart(3)}`,
    `providers ${new Set(page.map(({ provider }) => providerId(provider))).size}`,
    `most in a row ${longestRun(page)}`,
  ].join('  ');
}

function longestRun(page: readonly PublicArticle[]): number {
  let longest = 0;
  let run = 0;
  page.forEach(({ provider }, place) => {
    const before = page[place - 1];
    run = before && providerId(before.provider) === providerId(provider) ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest;
}
