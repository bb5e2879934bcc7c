import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Corpus, OriginValues } from '../../../src/compiler/model.ts';
import { loadCorpus } from '../../../src/compiler/node/load-corpus.ts';
import { corpusOf, madeCorpus, publicArticle } from '../../fixtures/made-corpus.ts';
import { madeRecords } from '../../fixtures/made-records.ts';
import { type Site, siteOf } from './site.ts';

const CORPUS = process.env['TEARSHEET_CORPUS'];

interface Page {
  page: number;
  value: Record<string, unknown>[];
  nextPage: number | null;
}

const pageAt = (site: Site, path: string): Page => JSON.parse(site.get(path) ?? 'null');

/** Follows nextPage from the first page on. */
function walk(site: Site, folder: string): Record<string, unknown>[] {
  const values: Record<string, unknown>[] = [];
  let next: number | null = 1;
  while (next !== null) {
    const page: Page = pageAt(site, `${folder}/page/${next}/index.json`);
    expect(page.page).toBe(next);
    expect(page.value.length).toBeLessThanOrEqual(25);
    if (page.nextPage !== null) expect(page.value.length).toBe(25);
    values.push(...page.value);
    next = page.nextPage;
  }
  expect(site.has(`${folder}/page/${Math.max(1, Math.ceil(values.length / 25)) + 1}/index.json`)).toBe(false);
  expect(site.get(`${folder}/index.json`)).toBe(site.get(`${folder}/page/1/index.json`));
  return values;
}

const corpus = madeCorpus({ count: 330 });
const site = siteOf(corpus, { originApi: true });

test('all articles are there, newest first, 25 a page', () => {
  expect(walk(site, 'api/news').map(({ path }) => path)).toEqual(corpus.articles.map(({ path }) => path));
});

test('each topic has its own pages, in a folder called as its data calls it, else by its name', () => {
  const named = siteOf(
    {
      ...corpus,
      topics: [
        { id: 'rail', name: 'Trains' },
        { id: '../../x', name: 'Birds' },
      ],
    },
    { originApi: true },
  );
  const of = (topic: string) => corpus.articles.filter(({ topics }) => topics.includes(topic)).map(({ path }) => path);
  expect(walk(named, 'api/news/rail').map(({ path }) => path)).toEqual(of('Trains'));
  expect(walk(named, 'api/news/energy').map(({ path }) => path)).toEqual(of('Energy'));
  expect(of('Birds').length).toBeGreaterThan(0);
  for (const path of named.keys()) expect(path).not.toContain('..');
});

test('without the option there is no API', () => {
  expect([...siteOf(corpus).keys()].filter((path) => path.startsWith('api/'))).toEqual([]);
});

const KEYS =
  'path title excerpt sourceUrl webUrl originalUrl featuredContent highlight heat tags images content type ampWebUrl cdnAmpWebUrl publishedDateTime updatedDateTime provider locale categories topics';

test('an article has exactly the origin’s keys, null where it has nothing', () => {
  for (const value of walk(site, 'api/news')) {
    expect(Object.keys(value).join(' ')).toBe(KEYS);
    expect(value).toMatchObject({ highlight: null, tags: null, updatedDateTime: null, locale: 'en' });
    expect(Object.keys(value['provider'] as object)).toEqual(['name', 'domain', 'images', 'publishers', 'authors']);
  }
});

test('addresses are http or https, or null; pictures with others are left out', () => {
  const [record] = madeRecords({ count: 1, drafts: 0 });
  if (!record) throw new Error('no article was made');
  const image = (url: string) => ({ url, width: 1, height: 1, title: null, isCached: true });
  const plain = publicArticle({ ...record, slug: 'one' });
  const origin: OriginValues = {
    ...plain.origin,
    originalUrl: 'javascript:alert(1)',
    webUrl: 'HTTPS://a.example/x y',
    images: [image('data:image/png;base64,x'), image('/assets/x.png'), image('http://a.example/x.png')],
  };
  const own: Corpus = { ...corpusOf([]), articles: [{ ...plain, origin }] };
  const [value] = pageAt(siteOf(own, { originApi: true }), 'api/news/index.json').value;
  expect(value?.['originalUrl']).toBeNull();
  expect(value?.['webUrl']).toBe('HTTPS://a.example/x y');
  const kept = { url: 'http://a.example/x.png', width: 1, height: 1, title: null, attribution: null, isCached: true };
  expect(value?.['images']).toEqual([kept]);
});

test.runIf(CORPUS)('a real publication has the articles that are published, with the keys of the origin’s own page', () => {
  const sample: Page = JSON.parse(readFileSync(`${CORPUS}/ai/api/news/ai-ethics/page/7/index.json`, 'utf8'));
  const loaded = loadCorpus(`${CORPUS}/powerapps`, Date.parse('2026-01-01T00:00:00Z')).corpus;
  const values = walk(siteOf(loaded, { originApi: true }), 'api/news');
  expect(values.length).toBe(210);
  const keys = (value: object): string => Object.keys(value).join();
  const wanted = sample.value[0] ?? {};
  const [wantedImage = {}] = wanted['images'] as object[];
  for (const value of values) {
    expect(keys(value)).toBe(keys(wanted));
    expect(keys(value['provider'] as object)).toBe(keys(wanted['provider'] as object));
    for (const image of (value['images'] as object[] | null) ?? []) expect(keys(image)).toBe(keys(wantedImage));
  }
  const times = values.map(({ publishedDateTime }) => Date.parse(String(publishedDateTime)));
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});
