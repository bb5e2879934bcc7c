import { expect, test } from 'vitest';
import { countNew, HEAD, listParts, partAt } from '../../src/features/feed/part-model.ts';
import type { FeedManifest, FeedReference } from '../../src/schema/feed.ts';
import { makeCard } from './make-card.ts';

const day = (number: number) => `2022-10-${String(number).padStart(2, '0')}T08:00:00Z`;
const shard = (file: string, newest: number, oldest: number): FeedReference => ({
  level: 0,
  file,
  count: newest - oldest + 1,
  newest: day(newest),
  oldest: day(oldest),
});
const cards = (...days: number[]) => days.map((number) => makeCard(number, { publishedDateTime: day(number) }));
const manifest = (feed: Partial<FeedManifest>): FeedManifest => ({
  format: 1,
  kind: 'all',
  id: 'all',
  name: 'All',
  total: 0,
  cards: [],
  references: [],
  ...feed,
});
const none = () => undefined;

test('a feed is its newest articles, then its shards, and each part knows its place', () => {
  const parts = listParts(manifest({ cards: cards(20, 19), references: [shard('b', 18, 10), shard('a', 9, 1)] }), none);
  expect(parts.map(({ key, first, count, before }) => [key, first, count, before])).toEqual([
    [HEAD, 1, 2, undefined],
    ['b', 3, 9, day(19)],
    ['a', 12, 9, day(10)],
  ]);
});

test('an archive stands as one part until it has come, then as its shards', () => {
  const archive = { level: 1, file: 'x', count: 18, newest: day(18), oldest: day(1) };
  const feed = manifest({ cards: cards(20, 19), references: [archive] });
  expect(listParts(feed, none).map((part) => part.kind)).toEqual(['head', 'archive']);
  const come = listParts(feed, () => ({ references: [shard('b', 18, 10), shard('a', 9, 1)] }));
  expect(come.map((part) => [part.key, part.first])).toEqual([
    [HEAD, 1],
    ['b', 3],
    ['a', 12],
  ]);
});

test('a feed without newest cards of its own begins with its first shard', () => {
  expect(listParts(manifest({ references: [shard('a', 9, 1)] }), none)[0]).toMatchObject({ key: 'a', first: 1 });
});

test('a place is found in its part, and by its time when the part has been cut anew', () => {
  const parts = listParts(manifest({ cards: cards(20, 19), references: [shard('b', 18, 10), shard('a', 9, 1)] }), none);
  expect(partAt(parts, 'a', day(4))).toBe(2);
  expect(partAt(parts, 'gone', day(12))).toBe(1);
  expect(partAt(parts, HEAD, day(12))).toBe(1);
  expect(partAt(parts, 'gone', '2021-01-01T00:00:00Z')).toBe(-1);
});

test('articles above the newest one on the page are new', () => {
  const shown = manifest({ total: 2, cards: cards(20, 19) });
  expect(countNew(shown, manifest({ cards: cards(23, 22, 20, 19) }))).toBe(2);
  expect(countNew(shown, manifest({ cards: cards(20, 18) }))).toBe(0);
});

test('new articles that a shard holds already are counted too', () => {
  const shown = manifest({ total: 2, cards: cards(12, 11) });
  const fresh = manifest({ cards: cards(23, 22), references: [shard('b', 21, 13), shard('a', 12, 1)] });
  expect(countNew(shown, fresh)).toBe(2 + 9);
});

test('when the newest article was withdrawn, nothing is new', () => {
  expect(countNew(manifest({ total: 3, cards: cards(20, 19, 18) }), manifest({ cards: cards(19, 18) }))).toBe(0);
});

test('everything is new to an empty feed', () => {
  expect(countNew(manifest({}), manifest({ total: 7, cards: cards(20) }))).toBe(7);
});
