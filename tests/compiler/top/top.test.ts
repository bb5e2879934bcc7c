import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import type { PublicArticle } from '../../../src/compiler/model.ts';
import { newestFirst } from '../../../src/compiler/order.ts';
import { heatSteps, rankingScale, sortedHeats, topOf } from '../../../src/compiler/top.ts';
import { rankingTerms } from '../../../src/lib/ranking.ts';
import { TopFeed } from '../../../src/schema/feed.ts';
import { MANIFEST, topFile } from '../../../src/schema/paths.ts';
import { corpusOf, madeCorpus } from '../../fixtures/made-corpus.ts';
import { madeRecords } from '../../fixtures/made-records.ts';
import { read, siteOf } from '../back/site.ts';
import { article, corpus, monthBefore } from '../clusters/telling.ts';

const SCALE = { newest: '2022-10-03T00:00:00Z', halfLife: 24, heat: Array.from({ length: 21 }, (_, step) => step * 10) };
const at = (hours: number): string => new Date(Date.parse(SCALE.newest) - hours * 3_600_000).toISOString();
const score = (hours: number, heat?: number, total?: number): number =>
  rankingTerms({ publishedDateTime: at(hours), heat, ...(total !== undefined && { coverage: { total } }) }, SCALE).score;

test('an article is worth half as much after its half-life, and a quarter after two', () => {
  expect(score(24, 50)).toBeCloseTo(score(0, 50) / 2);
  expect(score(48, 50)).toBeCloseTo(score(0, 50) / 4);
});

test('more heat and more coverage count for more, up to a point', () => {
  expect(score(1, 150)).toBeGreaterThan(score(1, 90));
  expect(score(1, 90, 3)).toBeGreaterThan(score(1, 90, 1));
  expect(score(1, 90, 179)).toBe(score(1, 90, 15));
  expect(score(1, 10_000)).toBe(score(1, 201));
});

test('without heat an article counts as middling, and a follower’s mark is no heat', () => {
  expect(score(1)).toBe(score(1, 100));
  expect(score(1, -1)).toBe(score(1));
});

test('all that share one heat have one percentile, the lowest of theirs', () => {
  const shared = { ...SCALE, heat: [...Array.from({ length: 15 }, () => 60), 70, 80, 90, 100, 110, 120] };
  expect(rankingTerms({ publishedDateTime: at(0), heat: 60 }, shared).heat).toBe(0);
  expect(rankingTerms({ publishedDateTime: at(0), heat: 61 }, shared).heat).toBe(0.75);
});

const told = (count: number, hoursApart: number): PublicArticle[] =>
  Array.from({ length: count }, (_, place) => article(`a${place}`, { title: `Title ${place}`, at: -place * hoursApart }));

test('the half-life follows how often the publication publishes, and no clock', () => {
  expect(rankingScale(told(100, 1), undefined).halfLife).toBe(36);
  expect(rankingScale(told(100, 24), undefined).halfLife).toBe(36 * 24);
  expect(rankingScale(told(100, 0), undefined).halfLife).toBe(2);
  expect(rankingScale(told(3, 5), undefined).halfLife).toBe(10);
});

test('too few articles with heat have no percentiles', () => {
  expect(heatSteps(sortedHeats(told(19, 1).map((one) => ({ ...one, heat: 5 }))))).toBeUndefined();
  expect(heatSteps(sortedHeats(told(20, 1).map((one, place) => ({ ...one, heat: place }))))).toHaveLength(21);
});

test('equal scores stand newest first, then by name, however they came', () => {
  const same = ['b', 'c', 'a'].map((slug) => article(slug, { title: slug, at: 0 }));
  const older = article('d', { title: 'd', at: -1 });
  const candidates = [...same, older].map((one) => ({ article: one, coverage: 0 }));
  const scale = { newest: '2022-10-01T00:00:00Z', halfLife: 1e12, heat: undefined };
  for (const order of [candidates, candidates.toReversed()])
    expect(topOf(order, scale).map(({ slug }) => slug)).toEqual(['a', 'b', 'c', 'd']);
});

test('no provider has three in a row while another is there to come between', () => {
  const { articles } = madeCorpus({ count: 400 });
  const few = articles.map((one, place) => ({ ...one, provider: { name: place % 5 === 0 ? 'Other' : 'Tide', images: [] } }));
  const order = topOf(
    few.map((one) => ({ article: one, coverage: 0 })),
    rankingScale(few, heatSteps(sortedHeats(few))),
  ).slice(0, 60);
  const names = order.map(({ provider }) => provider.name);
  expect(names.filter((name, place) => name === names[place + 1] && name === names[place + 2])).toEqual([]);
});

test('Top has the leader of a cluster, once, by how many follow', () => {
  const leader = article('leader', { title: 'Kestrel ferry goes electric after Norvik trial', at: 1 });
  const followers = ['x', 'y', 'z'].map((name, hour) =>
    article(name, { title: `${name}: the Kestrel ferry of Norvik is electric`, at: 5 + hour, provider: name }),
  );
  const others = Array.from({ length: 10 }, (_, place) =>
    article(`o${place}`, { title: `Unlike${place} Matters${place}`, at: 10 + place }),
  );
  const top = read(siteOf(corpus([...monthBefore(), leader, ...followers, ...others])), topFile('all', 'all'), TopFeed);
  const slugs = top.cards.map(({ slug }) => slug);
  expect(slugs[0]).toBe('leader');
  expect(slugs.filter((slug) => ['x', 'y', 'z'].includes(slug))).toEqual([]);
});

const onTheFly = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

test.each([674, 5000])('of %i articles, the first view of Top loads less than 12 kB, and the scale gives the order', (count) => {
  const site = siteOf(madeCorpus({ count }));
  const bytes = [MANIFEST, topFile('all', 'all')].map((path) => brotliCompressSync(site.get(path) ?? '', onTheFly).length);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(12_000);
  const { cards, ranking } = read(site, topFile('all', 'all'), TopFeed);
  expect(cards.length).toBeGreaterThan(15);
  const scores = cards.map((card) => rankingTerms(card, ranking).score);
  const turned = scores.filter((one, place) => one < (scores[place + 1] ?? 0));
  // Only those that let others pass, for their provider's sake.
  expect(turned.length).toBeLessThan(5);
});

test('the longest texts of any script stay below 12 kB too', () => {
  const text = Array.from({ length: 470 }, (_, place) => String.fromCodePoint(0x4e00 + ((place * 7919) % 4000))).join('');
  const records = madeRecords({ count: 200, drafts: 0 }).map((record, place) => {
    const own = text.slice(place) + text.slice(0, place);
    return { ...record, title: own.slice(0, 230), excerpt: own.slice(230), related: [] };
  });
  const site = siteOf(corpusOf(records));
  expect(brotliCompressSync(site.get(topFile('all', 'all')) ?? '', onTheFly).length).toBeLessThan(10_000);
});

test('the same folder in another order has the same Top', () => {
  const made = madeCorpus({ count: 300 });
  const turned = { ...made, articles: made.articles.toReversed().sort(newestFirst) };
  expect(siteOf(turned).get(topFile('all', 'all'))).toBe(siteOf(made).get(topFile('all', 'all')));
});
