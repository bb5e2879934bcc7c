import * as v from 'valibot';
import { Card, Provider } from './card.ts';

/**
 * A file that holds part of a feed. level 0: a shard (cards); level n: an archive (references of level n - 1).
 * file: hash that names it. count: articles below it. newest, oldest: publishedDateTime of its first and last article.
 */
export const FeedReference = v.object({
  level: v.optional(v.number(), 0),
  file: v.string(),
  count: v.number(),
  newest: v.string(),
  oldest: v.string(),
});
export type FeedReference = v.InferOutput<typeof FeedReference>;

/** `data/feed/<kind>/<id>/<hash>.json` at level 0: cards, newest first. */
export const Shard = v.object({ cards: v.array(Card) });
export type Shard = v.InferOutput<typeof Shard>;

/** The same at a higher level: references, newest first. */
export const Archive = v.object({ references: v.array(FeedReference) });
export type Archive = v.InferOutput<typeof Archive>;

export const FeedKind = v.picklist(['all', 'category', 'topic', 'provider', 'day']);
export type FeedKind = v.InferOutput<typeof FeedKind>;

/** The first view wants about this many cards: where a manifest holds fewer, the newest shard is shown with it. */
export const FIRST_CARDS = 10;

/** The shard that is shown with a table of contents from the start, where that holds few cards itself. */
export const firstShard = <R extends { level?: number | undefined }>(cards: number, references: readonly R[]): R | undefined => {
  const [newest] = references;
  return cards < FIRST_CARDS && newest && !newest.level ? newest : undefined;
};

/**
 * `data/feed/<kind>/<id>/manifest.json`: a feed's table of contents; small whatever the feed's size, revalidated.
 * cards: the newest articles, those that no closed shard holds yet; references: the rest, newest first.
 * previous: of a day (its id is `2022-10-03`), the nearest day before that has articles. The next one stands in the calendar's tables:
 * else each new day would change the one before it.
 */
export const FeedManifest = v.object({
  format: v.literal(1),
  kind: FeedKind,
  id: v.string(),
  name: v.string(),
  provider: v.optional(Provider),
  previous: v.optional(v.string()),
  total: v.number(),
  cards: v.array(Card),
  references: v.array(FeedReference),
});
export type FeedManifest = v.InferOutput<typeof FeedManifest>;

/**
 * `data/feed/<kind>/<id>/top.json`: the best of all news and of each section, best first, and what they are measured by.
 * total: how many articles the feed has. references: none. `src/lib/ranking.ts` says what the scale holds.
 */
export const TopFeed = v.object({
  ...FeedManifest.entries,
  references: v.optional(v.array(FeedReference), []),
  ranking: v.object({ newest: v.string(), halfLife: v.number(), heat: v.optional(v.array(v.number())) }),
});
export type TopFeed = v.InferOutput<typeof TopFeed>;
