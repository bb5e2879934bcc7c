import { expect, test } from 'vitest';
import { type CardEntry, cardWeight, type FeedTree, feedTree } from '../../../src/compiler/feed-tree.ts';
import type { PublicArticle } from '../../../src/compiler/model.ts';
import { hash52 } from '../../../src/lib/hash.ts';

/** Newest first. */
const entries = (count: number, from = 0): CardEntry[] =>
  Array.from({ length: count }, (_, back) => entry(from + count - 1 - back)).filter((made) => made !== undefined);

function entry(at: number): CardEntry {
  const publishedDateTime = new Date(at * 60_000).toISOString();
  const slug = `2022-10-03-article-${at}`;
  return cardEntry({ slug, time: at, publishedDateTime } as PublicArticle, JSON.stringify({ slug }));
}

const cardEntry = (article: PublicArticle, card: string): CardEntry => ({
  article,
  hash: hash52(article.slug),
  card: () => card,
  weight: cardWeight(card),
});

const treeOf = (list: CardEntry[]): FeedTree => feedTree('all', 'all', list);
const paths = (tree: FeedTree): Set<string> => new Set(tree.parts.map(({ path }) => path));
const fresh = (before: FeedTree, after: FeedTree): string[] => [...paths(after)].filter((path) => !paths(before).has(path));

/** Slugs as a reader meets them. */
function slugsOf(tree: FeedTree): string[] {
  const texts = new Map(
    tree.parts.map(({ path, text }) => [
      path,
      JSON.parse(text) as { cards?: { slug: string }[]; references?: FeedTree['references'] },
    ]),
  );
  const below = (reference: FeedTree['references'][number]): string[] => {
    const part = texts.get(`data/feed/all/${reference.file}.json`);
    const slugs = part?.cards?.map(({ slug }) => slug) ?? part?.references?.flatMap(below) ?? [];
    expect(slugs.length).toBe(reference.count);
    return slugs;
  };
  return [...tree.cards.map(({ article }) => article.slug), ...tree.references.flatMap(below)];
}

test('every article is in the feed once, newest first, whatever the size of the feed', () => {
  for (const count of [0, 1, 5, 6, 19, 20, 21, 200, 5000]) {
    const list = entries(count);
    expect(slugsOf(treeOf(list))).toEqual(list.map(({ article }) => article.slug));
  }
});

test('a new newest article rewrites no part that is there', () => {
  let before = treeOf(entries(3000));
  for (let count = 3001; count <= 3100; count++) {
    const after = treeOf(entries(count));
    for (const path of paths(before)) expect(paths(after).has(path)).toBe(true);
    before = after;
  }
});

test('an old article that goes rewrites its neighbourhood, not the feed', () => {
  const list = entries(5000);
  const before = treeOf(list);
  const costs = [40, 700, 1500, 2222, 3100, 4000, 4999].map((place) => fresh(before, treeOf(list.toSpliced(place, 1))).length);
  expect(before.parts.length).toBeGreaterThan(350);
  for (const cost of costs) expect(cost).toBeLessThan(30);
});

test('an old article that comes rewrites its neighbourhood, not the feed', () => {
  const list = entries(5000);
  for (const place of [100, 2500, 4900]) {
    const late = cardEntry({ slug: 'late', time: 0, publishedDateTime: '1970' } as PublicArticle, '{"slug":"late"}');
    expect(fresh(treeOf(list), treeOf(list.toSpliced(place, 0, late))).length).toBeLessThan(30);
  }
});

test('a card that changes rewrites one part a level', () => {
  const list = entries(5000);
  const changed = list.with(4000, {
    ...(list[4000] as CardEntry),
    card: () => '{"slug":"2022-10-03-article-999","title":"new"}',
  });
  expect(fresh(treeOf(list), treeOf(changed)).length).toBeLessThanOrEqual(3);
});

test('what a feed has open stays small however long the feed is', () => {
  const list = entries(40_000);
  for (let cut = 0; cut < 400; cut += 23) {
    const tree = treeOf(list.slice(cut * 50));
    expect(tree.cards.length).toBeLessThan(20);
    expect(tree.references.length).toBeLessThanOrEqual(4 * 23);
    for (const { text } of tree.parts) expect(JSON.parse(text).cards?.length ?? 6).toBeGreaterThanOrEqual(6);
  }
});

test('times of a reference are those of its newest and oldest article', () => {
  const tree = treeOf(entries(400));
  for (const reference of tree.references) {
    expect(reference.newest >= reference.oldest).toBe(true);
  }
  expect(tree.references.at(-1)?.oldest).toBe(new Date(0).toISOString());
});

test('parts of fat cards hold fewer of them', () => {
  const fat = Array.from({ length: 400 }, (_, at) =>
    cardEntry(entry(400 - at).article, JSON.stringify({ slug: `s${at}`, title: '\u6f22'.repeat(470) })),
  );
  const tree = treeOf(fat);
  for (const { text } of tree.parts) expect((JSON.parse(text).cards ?? []).length).toBeLessThanOrEqual(6);
  expect(tree.cards.length).toBeLessThanOrEqual(6);
});
