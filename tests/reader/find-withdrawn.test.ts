import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWithdrawn, type Placed, type Sources } from '../../src/features/offline/find-withdrawn.ts';
import type { Archive, FeedManifest, FeedReference, Shard } from '../../src/schema/feed.ts';
import { makeCard } from './make-card.ts';

const at = (minute: number): string => new Date(Date.UTC(2022, 0, 1, 0, minute)).toISOString().replace('.000', '');
const article = (minute: number): Placed => ({ slug: `a-${minute}`, publishedDateTime: at(minute) });

/** A feed of these minutes, newest first, in shards of four under archives of three. */
function feedOf(minutes: readonly number[]) {
  const parts = new Map<string, Shard | Archive>();
  const sorted = [...minutes].sort((a, b) => b - a);
  const cards = sorted.map((minute) => makeCard(minute, article(minute)));
  const shards = groups(cards.slice(2), 4).map((own): FeedReference => {
    const file = `s${parts.size}`;
    parts.set(file, { cards: own });
    return {
      level: 0,
      file,
      count: own.length,
      newest: own[0]?.publishedDateTime ?? '',
      oldest: own.at(-1)?.publishedDateTime ?? '',
    };
  });
  const references = groups(shards, 3).map((own): FeedReference => {
    const file = `r${parts.size}`;
    parts.set(file, { references: own });
    const count = own.reduce((sum, one) => sum + one.count, 0);
    return { level: 1, file, count, newest: own[0]?.newest ?? '', oldest: own.at(-1)?.oldest ?? '' };
  });
  const manifest: FeedManifest = {
    format: 1,
    kind: 'all',
    id: '',
    name: 'All',
    total: cards.length,
    cards: cards.slice(0, 2),
    references,
  };
  const read: string[] = [];
  const sources: Sources = {
    feed: async () => manifest,
    part: async ({ file }) => {
      read.push(file);
      const part = parts.get(file);
      if (!part) throw new Error('missing');
      return part;
    },
    hasContents: async (slug) => minutes.some((minute) => slug === `a-${minute}`),
  };
  return { sources, parts, read };
}

function groups<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
}

const minutesUpTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('what is withdrawn', () => {
  test('is exactly what the feed no longer holds, whatever is taken away', async () => {
    const subsets = fc.subarray(minutesUpTo(60));
    await fc.assert(
      fc.asyncProperty(subsets, async (left) => {
        const found = await findWithdrawn(minutesUpTo(60).map(article), feedOf(left).sources);
        const gone = minutesUpTo(60).filter((minute) => !left.includes(minute));
        expect(found?.withdrawn).toEqual(gone.map((minute) => `a-${minute}`));
        expect(found?.published).toHaveLength(left.length);
      }),
      { numRuns: 60 },
    );
  });

  test('is found by reading no more of the feed than where its time lies', async () => {
    const { sources, read } = feedOf(minutesUpTo(600));
    await findWithdrawn([article(300), article(301)], sources);
    expect(read.length).toBeLessThanOrEqual(4);
  });

  test('is not what stands elsewhere in the feed now, for it has a table of contents of its own', async () => {
    const { sources } = feedOf(minutesUpTo(20));
    const moved = { slug: 'a-3', publishedDateTime: at(15) };
    expect(await findWithdrawn([moved], sources)).toEqual({ withdrawn: [], published: ['a-3'] });
  });

  test('is nothing while the feed cannot be had', async () => {
    const { sources } = feedOf([]);
    const feed = () => Promise.reject(new Error('HTML'));
    expect(await findWithdrawn([article(1)], { ...sources, feed })).toBeUndefined();
  });

  test('is undecided where a part is missing or not whole, or the host does not say', async () => {
    const { sources, parts } = feedOf(minutesUpTo(40).filter((minute) => minute !== 5 && minute !== 6));
    const broken = () => Promise.reject(new Error('500'));
    const gone = article(5);
    expect((await findWithdrawn([gone], { ...sources, part: broken }))?.withdrawn).toEqual([]);
    expect((await findWithdrawn([gone], { ...sources, hasContents: broken }))?.withdrawn).toEqual([]);
    for (const part of parts.values()) if ('cards' in part) part.cards.pop();
    expect((await findWithdrawn([gone], sources))?.withdrawn).toEqual([]);
  });
});
