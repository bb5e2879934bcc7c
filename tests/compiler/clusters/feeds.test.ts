import { expect, test } from 'vitest';
import type { PublicArticle } from '../../../src/compiler/model.ts';
import { ArticleManifest } from '../../../src/schema/article.ts';
import { FeedManifest, Shard } from '../../../src/schema/feed.ts';
import { articleManifestFile, feedManifestFile, feedPartFile } from '../../../src/schema/paths.ts';
import { read, type Site, siteOf, walkFeed } from '../back/site.ts';
import { article, corpus, monthBefore } from './telling.ts';

const leader = article('leader', {
  title: 'Kestrel ferry goes electric after Norvik trial',
  at: 10,
  provider: 'Tide',
  topics: ['Sea'],
});
const follower = (name: string, at: number): PublicArticle =>
  article(name, { title: `${name}: the Kestrel ferry of Norvik is electric`, at, provider: name, topics: ['Sea'] });
const followers = ['Almanac', 'Lumen', 'Meridian'].map((name, place) => follower(name, 20 + place));
const everything = [...monthBefore(), leader, ...followers];
const site = siteOf(corpus(everything));

function cardsOf(from: Site, kind: 'all' | 'provider' | 'topic', id: string) {
  const manifest = read(from, feedManifestFile(kind, id), FeedManifest);
  const shards = manifest.references.flatMap(({ level, file }) =>
    level === 0 ? read(from, feedPartFile(kind, id, file), Shard).cards : [],
  );
  return [...manifest.cards, ...shards];
}

test('in all news a cluster is one card, which says how many more there are and shows who they are', () => {
  const { slugs } = walkFeed(site, 'all', 'all');
  expect(slugs).toContain('leader');
  for (const { slug } of followers) expect(slugs).not.toContain(slug);
  const card = cardsOf(site, 'all', 'all').find(({ slug }) => slug === 'leader');
  expect(card?.coverage?.total).toBe(3);
  expect(card?.coverage?.providers.map(({ name }) => name)).toEqual(['Almanac', 'Lumen', 'Meridian']);
});

test('the feed counts the cards that it has', () => {
  expect(read(site, feedManifestFile('all', 'all'), FeedManifest).total).toBe(walkFeed(site, 'all', 'all').slugs.length);
});

test('followers stand in the feeds of their providers and topics, and in their leader’s coverage', () => {
  expect(walkFeed(site, 'provider', 'lumen').slugs).toEqual(['Lumen']);
  const told = read(site, articleManifestFile('leader'), ArticleManifest);
  expect(told.followers.map(({ slug }) => slug)).toEqual(['Almanac', 'Lumen', 'Meridian']);
  expect(told.followers[0]?.tie?.words).toContain('Kestrel');
  const own = read(site, articleManifestFile('Lumen'), ArticleManifest);
  expect(own.leader?.slug).toBe('leader');
  expect(own.tie?.words).toContain('Kestrel');
});

test('related has other subjects than the article’s own event', () => {
  const { related } = read(site, articleManifestFile('Meridian'), ArticleManifest);
  expect(related.map(({ slug }) => slug).filter((slug) => ['leader', 'Almanac', 'Lumen'].includes(slug))).toEqual([]);
});

test('nearly the same title never stands twice in a row, in any feed', () => {
  const title = 'The lighthouse opens at night';
  const twins = ['a', 'b', 'c'].map((provider, at) =>
    article(`twin-${provider}`, { title, at: 40 + at, provider: 'Tide', topics: ['Sea'] }),
  );
  const out = siteOf(corpus([...monthBefore(), ...twins]));
  for (const [kind, id] of [
    ['all', 'all'],
    ['topic', 'sea'],
    ['provider', 'tide'],
  ] as const) {
    const titles = cardsOf(out, kind, id).map((card) => card.title);
    expect(titles.filter((one) => one === title)).toEqual([title]);
  }
  const told = read(out, articleManifestFile('twin-a'), ArticleManifest);
  expect(told.followers.map(({ slug, tie }) => [slug, tie?.by])).toEqual([
    ['twin-b', 'title'],
    ['twin-c', 'title'],
  ]);
});

test('one more follower changes its own files, its feeds and its leader’s card and coverage, no other article', () => {
  const after = siteOf(corpus([...everything, follower('Quanta', 30)]));
  const changed = [...after].filter(([path, text]) => site.get(path) !== text).map(([path]) => path);
  const others = changed.filter((path) => path.startsWith('data/article/') && !/(?:Quanta|leader)[./]/.test(path));
  expect(others).toEqual([]);
  expect(changed.length).toBeLessThanOrEqual(24);
});

test('a draft that would lead a cluster changes nothing in the public output', () => {
  const draft = {
    article: article('draft', { title: leader.title, at: 2 }),
    reason: 'held' as const,
    removed: false,
    source: '',
  };
  expect(siteOf({ ...corpus(everything), drafts: [draft] })).toEqual(site);
});
