import { brotliCompressSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import type { PublicArticle } from '../../../src/compiler/model.ts';
import { scoreOf } from '../../../src/features/search/match-article.ts';
import { parseQuery } from '../../../src/features/search/parse-query.ts';
import { articlesOfPeriod, searchedArticle } from '../../../src/features/search/searched-article.ts';
import { searchWords } from '../../../src/lib/search-words.ts';
import { SEARCH, searchFile } from '../../../src/schema/paths.ts';
import { SearchManifest, SearchPeriod } from '../../../src/schema/search.ts';
import { corpusOf, publicArticle } from '../../fixtures/made-corpus.ts';
import { type MadeRecord, madeRecords } from '../../fixtures/made-records.ts';
import { read } from '../back/site.ts';
import { answerTo, EVERYTHING, type Files, filesOf, slugsIn, sourceOf } from './find.ts';

const COUNT = 2500;
let records: MadeRecord[];
let articles: PublicArticle[];
let files: Files;
beforeAll(() => {
  records = madeRecords({ count: COUNT + 200, drafts: 0 });
  articles = corpusOf(records.slice(0, COUNT)).articles;
  files = filesOf(articles);
});

/** Paths that are new, other or gone, and what the new ones weigh compressed. */
function changes(before: Files, after: Files): { count: number; bytes: number } {
  const written = [...after].filter(([path, text]) => before.get(path) !== text);
  const gone = [...before.keys()].filter((path) => !after.has(path));
  return { count: written.length + gone.length, bytes: written.reduce((sum, [, text]) => sum + sizeOf(text), 0) };
}
const sizeOf = (text: string): number => brotliCompressSync(text).length;
const costOf = (asked: ReadonlySet<string>): number => [...asked].reduce((sum, path) => sum + sizeOf(files.get(path) ?? ''), 0);

test('every article stands in one period, as it is', () => {
  const manifest = read(files, SEARCH, SearchManifest);
  expect(manifest.volumes.length).toBeGreaterThan(2);
  const periods = [...files].filter(([, text]) => text.startsWith('{"from"')).map(([path]) => read(files, path, SearchPeriod));
  const found = periods.flatMap((period) => [...articlesOfPeriod(period)]);
  const bySlug = new Map(found.map((one) => [one.slug, one]));
  expect(found.length).toBe(COUNT);
  for (const { slug, title, excerpt, category, publishedDateTime, provider, topics, type } of articles) {
    expect(bySlug.get(slug)).toMatchObject({
      title,
      excerpt,
      category,
      publishedDateTime,
      type,
      topics,
      provider: { name: provider.name, domain: provider.domain },
    });
  }
});

test('the order of the articles and what lies elsewhere in time change nothing', () => {
  expect(filesOf(articles.toReversed())).toEqual(files);
});

test('dictionaries find what looking through every article finds', async () => {
  const everything = articles.map((one) =>
    searchedArticle({
      ...one,
      text: '',
      time: one.time / 1000,
      provider: { name: one.provider.name, ...(one.provider.domain && { domain: one.provider.domain }) },
    }),
  );
  const source = sourceOf(files);
  const some = [17, 512, 1733, 2499].flatMap((at) => `${articles[at]?.title} ${articles[at]?.excerpt}`.split(' '));
  const words = some.filter((_, at) => at % 4 === 0);
  const queries = [
    ...words,
    ...words.map((word) => word.slice(0, 3)),
    ...words.map((word, at) => `${word} ${words[at + 1] ?? ''}`),
    ...words.map((word) => `"${word}" topic:energy`),
    'type:video market',
    'provider:harbour -market after:2019-03',
    'topic:water before:2019-06',
  ];
  for (const written of queries) {
    const query = parseQuery(written);
    const wanted = everything.filter((one) => scoreOf(one, query) !== undefined).map(({ article }) => article.slug);
    const found = await answerTo(source, written);
    if (wanted.length > 0) expect(slugsIn(found).toSorted(), written).toEqual(wanted.toSorted());
    expect(found.looked, written).toBe(COUNT);
  }
});

test('a word that stands nowhere costs a small part of what there is, and so does a rare one', async () => {
  const holders = new Map<string, number>();
  for (const { title } of articles)
    for (const word of new Set(searchWords(title))) holders.set(word, (holders.get(word) ?? 0) + 1);
  const [rare = ''] = [...holders].find(([word, count]) => count === 1 && /^[a-z]{9,}$/.test(word)) ?? [];
  for (const written of ['qwyjibo', rare]) {
    const asked = new Set<string>();
    const { hits } = await answerTo(sourceOf(files, asked), `"${written}"`);
    expect(hits.length).toBeLessThan(4);
    expect(costOf(asked)).toBeLessThan(110_000);
  }
});

test('a frequent word is answered by the newest articles, and says how far back it looked', async () => {
  const asked = new Set<string>();
  const found = await answerTo(sourceOf(files, asked), 'market', { hits: 5, periods: 1, most: 10 });
  expect(found.hits.length).toBeGreaterThanOrEqual(5);
  expect(found.since).toBeDefined();
  expect(costOf(asked)).toBeLessThan(60_000);
});

test('words that stand in every period but never beside each other end the search after the most that it may read', async () => {
  const asked = new Set<string>();
  const apart = await answerTo(sourceOf(files, asked), '"market market market"', { hits: 5, periods: 1, most: 3 });
  expect(apart.hits).toEqual([]);
  expect(apart.since).toBeDefined();
  expect(costOf(asked)).toBeLessThan(120_000);
});

test('one newest article after another changes three files mostly, more when a period ends', () => {
  const counts: number[] = [];
  for (let more = 1; more <= 90; more += 5) {
    const before = filesOf(corpusOf(records.slice(0, COUNT + more - 1)).articles);
    const { count, bytes } = changes(before, filesOf(corpusOf(records.slice(0, COUNT + more)).articles));
    counts.push(count);
    expect(bytes).toBeLessThan(150_000);
  }
  // The manifest, the open period, and the one that it takes the place of.
  expect(counts.toSorted((a, b) => a - b)[9]).toBe(3);
  expect(Math.max(...counts)).toBeLessThan(60);
});

test('an old article that is edited or withdrawn changes the files of its volume only, and few of them', () => {
  for (const at of [900, 1500, 2100]) {
    const edited = articles.map((one, place) => (place === at ? { ...one, title: `${one.title} anew` } : one)) as PublicArticle[];
    const editing = changes(files, filesOf(edited));
    expect(editing.count).toBeLessThan(12);
    expect(editing.bytes).toBeLessThan(40_000);
    const withdrawn = changes(files, filesOf(articles.toSpliced(at, 1)));
    expect(withdrawn.count).toBeLessThan(40);
    expect(withdrawn.bytes).toBeLessThan(100_000);
  }
});

test('what cannot be had is left out and counted, and the rest is found', async () => {
  const { volumes } = read(files, SEARCH, SearchManifest);
  const lost = volumes[1];
  const source = sourceOf(files, new Set(), (path) => path === searchFile(lost?.file ?? ''));
  const found = await answerTo(source, 'market');
  expect(found.missing).toBe(lost?.count);
  expect(found.looked).toBe(COUNT - (lost?.count ?? 0));
  expect(found.hits.length).toBeGreaterThan(100);
});

test('a hundred articles of one second, and ones of the year 0 and 9999, are found', async () => {
  const record = records[0] as MadeRecord;
  const at = (slug: string, publishedDateTime: string) =>
    publicArticle({ ...record, slug, title: `Lantern ${slug}`, publishedDateTime }, { time: Date.parse(publishedDateTime) });
  const many = Array.from({ length: 300 }, (_, number) => at(`same-${number}`, '2020-01-01T00:00:00Z'));
  const odd = [at('first', '0001-01-01T00:00:00Z'), at('last', '9999-12-31T23:59:59Z'), ...many];
  const found = await answerTo(sourceOf(filesOf(odd)), 'lantern', EVERYTHING);
  expect(found.hits.length).toBe(302);
  expect(filesOf([]).size).toBe(1);
});
