import { expect, test } from 'vitest';
import type { Corpus, PublicArticle } from '../../../src/compiler/model.ts';
import { roundCount } from '../../../src/lib/round-count.ts';
import { ArticleFile, ArticleManifest, COVERAGE_FIRST, CoverageFile } from '../../../src/schema/article.ts';
import { type FeedKind, FeedManifest } from '../../../src/schema/feed.ts';
import {
  articleFile,
  articleManifestFile,
  coverageFile,
  feedManifestFile,
  listFile,
  MANIFEST,
} from '../../../src/schema/paths.ts';
import { NameList, PublicationManifest } from '../../../src/schema/publication.ts';
import { madeCorpus } from '../../fixtures/made-corpus.ts';
import { Random } from '../../fixtures/random.ts';
import { read, siteOf, walkFeed } from './site.ts';

const corpus = madeCorpus({ count: 674 });
const site = siteOf(corpus, { originApi: true });
const manifest = read(site, MANIFEST, PublicationManifest);

const articleOf = (slug: string): ArticleFile => {
  const { file } = read(site, articleManifestFile(slug), ArticleManifest);
  return read(site, articleFile(slug, file), ArticleFile);
};

test('the publication tells how many articles it has, and where', () => {
  expect(manifest.total).toBe(roundCount(corpus.articles.length));
  expect(manifest.categories.map(({ id }) => id)).toEqual(['news', 'guides', 'opinion']);
  for (const { id, count } of manifest.categories)
    expect(count).toBe(roundCount(corpus.articles.filter(({ category }) => category === id).length));
  expect(manifest.topics.length).toBe(24);
  expect(read(site, listFile('topic'), NameList).entries.length).toBe(manifest.topicsTotal);
  expect(read(site, listFile('provider'), NameList).entries.length).toBe(manifest.providersTotal);
});

test('every article is in the feed of all, of its category, of each of its topics and of its provider, newest first', () => {
  const expected = (articles: PublicArticle[]): string[] => articles.map(({ slug }) => slug);
  expect(walkFeed(site, 'all', 'all').slugs).toEqual(expected(corpus.articles));
  const checkFeed = (kind: FeedKind, id: string, name: string, own: PublicArticle[]): void => {
    expect(walkFeed(site, kind, id).slugs).toEqual(expected(own));
    expect(read(site, feedManifestFile(kind, id), FeedManifest)).toMatchObject({ total: own.length, name, kind, id });
  };
  const check = (kind: FeedKind, id: string, name: string, count: number, own: (article: PublicArticle) => boolean): void => {
    const all = corpus.articles.filter(own);
    expect(count, name).toBe(roundCount(all.length));
    checkFeed(kind, id, name, all);
  };
  for (const { id, name, count } of manifest.categories) check('category', id, name, count, (article) => article.category === id);
  const { entries: topics } = read(site, listFile('topic'), NameList);
  expect(topics.some(({ count }) => count > 100)).toBe(true);
  for (const { id, name, count } of topics) check('topic', id, name, count, (article) => article.topics.includes(name));
  for (const { id, name, count } of read(site, listFile('provider'), NameList).entries) {
    check('provider', id, name, count, ({ provider }) => provider.domain === id);
  }
});

test('every article has its own file, and its card names it', () => {
  for (const card of corpus.articles.map(({ slug }) => slug)) {
    const article = articleOf(card);
    expect(article.slug).toBe(card);
  }
  for (const card of read(site, feedManifestFile('all', 'all'), FeedManifest).cards) {
    expect(site.has(articleFile(card.slug, card.file))).toBe(true);
  }
});

test('coverage comes oldest first, what is over in a file of its own', () => {
  const large = corpus.articles.filter(({ related }) => related.length > COVERAGE_FIRST);
  expect(large.length).toBeGreaterThan(2);
  for (const { slug, related } of large) {
    const article = articleOf(slug);
    const rest = read(site, coverageFile(slug, article.coverageRest ?? ''), CoverageFile).coverage;
    expect(article.coverage.length).toBe(COVERAGE_FIRST);
    const times = [...article.coverage, ...rest].map(({ publishedDateTime }) => publishedDateTime ?? '9');
    expect(times).toEqual(times.toSorted());
    expect(times.length).toBe(related.length);
    expect(article.coverageTotal).toBe(related.length);
    expect(article.coverageProviders).toBe(new Set(related.map(({ provider }) => provider?.domain)).size);
  }
});

test('coverage that is an article here is named with its place, and is not in the panel of related ones', () => {
  let found = 0;
  for (const { slug, related } of corpus.articles) {
    const { here, related: cards } = read(site, articleManifestFile(slug), ArticleManifest);
    for (const entry of here) {
      found++;
      expect(related.some(({ url }) => url === entry.url)).toBe(true);
      expect(corpus.articles.find((other) => other.slug === entry.slug)?.urls).toContain(entry.url);
      expect(cards.some((card) => card.slug === entry.slug)).toBe(false);
    }
  }
  expect(found).toBeGreaterThan(5);
});

test('what is absent takes no room: no null, no empty list, no default', () => {
  for (const [path, text] of site) {
    if (!path.startsWith('data/')) continue;
    expect(text).not.toMatch(/:null|"(topics|images|body|coverage|here|links)":\[\]|"type":"article"|"level":0[,}]/);
    expect(text.endsWith('}\n')).toBe(true);
  }
});

test('heat has thresholds when enough articles have heat', () => {
  const [warm = 0, hot = 0, front = 0] = manifest.heat ?? [];
  expect(warm).toBeGreaterThan(60);
  expect(hot).toBeGreaterThan(warm);
  expect(front).toBeGreaterThan(hot);
  const few = siteOf(madeCorpus({ count: 15 }));
  expect(read(few, MANIFEST, PublicationManifest).heat).toBeUndefined();
});

test('topics stand in the publication’s order, then the data’s, then by how many articles', () => {
  const ordered: Corpus = {
    ...corpus,
    settings: { ...corpus.settings, topics: ['Taxes', 'Birds'] },
    topics: [{ id: 'x', name: 'maps' }],
  };
  const { topics } = read(siteOf(ordered), MANIFEST, PublicationManifest);
  expect(topics.slice(0, 3).map(({ name }) => name)).toEqual(['Taxes', 'Birds', 'maps']);
  const counts = topics.slice(3).map(({ count }) => count);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
});

test('an empty publication still has its feed and its pages', () => {
  const empty = siteOf({ ...corpus, articles: [], drafts: [] }, { originApi: true });
  expect(read(empty, feedManifestFile('all', 'all'), FeedManifest)).toMatchObject({ total: 0, cards: [], references: [] });
  expect([...empty.keys()]).toEqual(
    expect.arrayContaining(['index.html', '404.html', 'topic/index.html', 'api/news/index.json']),
  );
});

test('the order in which articles were read changes no byte', () => {
  const random = new Random(5);
  const shuffled = corpus.articles.map((article) => ({ article, at: random.next() })).toSorted((a, b) => a.at - b.at);
  const again = siteOf({ ...corpus, articles: shuffled.map(({ article }) => article) }, { originApi: true });
  expect([...again]).toEqual([...site]);
});

test('files come sorted by path', () => {
  expect([...site.keys()]).toEqual([...site.keys()].toSorted());
});

test('drafts decide nothing: the output is the same without them', () => {
  expect([...siteOf({ ...corpus, drafts: [] }, { originApi: true })]).toEqual([...site]);
});

test('a topic with a long name in rare signs has its feed and its page', () => {
  const [first] = corpus.articles;
  if (!first) throw new Error('no article was made');
  const topics = [`x${'\u{20bb7}'.repeat(60)}`, `${'words '.repeat(13)}and more`];
  const rare = siteOf({ ...corpus, articles: [{ ...first, topics }] });
  expect([...rare.keys()].filter((path) => path.startsWith('topic/'))).toHaveLength(3);
  for (const path of rare.keys()) expect(() => encodeURIComponent(path)).not.toThrow();
});

test('an article that names one topic in two spellings is in its feed once', () => {
  const [first] = corpus.articles;
  if (!first) throw new Error('no article was made');
  const twice = siteOf({ ...corpus, articles: [{ ...first, topics: ['Solar Power', 'solar power'] }] });
  expect(walkFeed(twice, 'topic', 'solar-power').slugs).toEqual([first.slug]);
});

test('an article that names its own address in its coverage is not called another one here', () => {
  const [first] = corpus.articles;
  if (!first) throw new Error('no article was made');
  const url = first.urls[0] ?? '';
  const itself = { title: first.title, url, urls: [url], type: 'article' as const, images: [] };
  const own = siteOf({ ...corpus, articles: [{ ...first, related: [itself] }] });
  expect(read(own, articleManifestFile(first.slug), ArticleManifest).here).toEqual([]);
});

test.each([
  [7, 7],
  [57, 50],
  [674, 670],
  [1278, 1200],
  [22_973, 22_000],
])('%i articles are told as %i, so that one more is hardly ever told', (count, told) => {
  expect(roundCount(count)).toBe(told);
});
