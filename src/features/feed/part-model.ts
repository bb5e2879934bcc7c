import type { Card } from '../../schema/card.ts';
import type { Archive, FeedManifest, FeedReference } from '../../schema/feed.ts';

/**
 * A stretch of a feed as it stands on the page. first: the position of its first article in the feed, from 1.
 * newest, oldest: publishedDateTime of its first and last article. head: the manifest's own cards. An archive is a stretch
 * whose shards are not known yet.
 */
export interface FeedPart {
  key: string;
  kind: 'head' | 'shard' | 'archive';
  first: number;
  count: number;
  newest: string;
  oldest: string;
  /** When the article before its first was published. */
  before?: string;
  cards?: readonly Card[];
}

export const HEAD = 'head';

/** The feed in order, archives taken apart as far as `archiveOf` knows them. */
export function listParts(manifest: FeedManifest, archiveOf: (file: string) => Archive | undefined): FeedPart[] {
  const parts: FeedPart[] = [];
  let first = 1;
  const add = (part: Omit<FeedPart, 'first' | 'before'>) => {
    const before = parts.at(-1)?.oldest;
    parts.push({ ...part, first, ...(before !== undefined && { before }) });
    first += part.count;
  };
  const walk = (reference: FeedReference) => {
    const { file, level, count, newest, oldest } = reference;
    const archive = level === 0 ? undefined : archiveOf(file);
    if (archive) archive.references.forEach(walk);
    else add({ key: file, kind: level === 0 ? 'shard' : 'archive', count, newest, oldest });
  };
  const { cards, references } = manifest;
  const newest = cards[0]?.publishedDateTime;
  const oldest = cards.at(-1)?.publishedDateTime;
  if (newest !== undefined && oldest !== undefined) add({ key: HEAD, kind: 'head', count: cards.length, newest, oldest, cards });
  references.forEach(walk);
  return parts;
}

/** Where the article is that was published at `time`: by its part's key where that is still there, else by time. -1: nowhere. */
export function partAt(parts: readonly FeedPart[], key: string, time: string): number {
  const same = parts.findIndex((part) => part.key === key && covers(part, time));
  return same >= 0 ? same : parts.findIndex((part) => part.oldest <= time);
}

const covers = (part: FeedPart, time: string): boolean => part.oldest <= time && part.newest >= time;

/** How many articles of `fresh` stand above the newest one of `shown`. */
export function countNew(shown: FeedManifest, fresh: FeedManifest): number {
  const known = shown.cards[0];
  const newest = known?.publishedDateTime ?? shown.references[0]?.newest;
  if (newest === undefined) return fresh.total;
  const at = known ? fresh.cards.findIndex((card) => card.slug === known.slug) : -1;
  if (at >= 0) return at;
  const above = fresh.cards.filter((card) => card.publishedDateTime > newest).length;
  return fresh.references.reduce((sum, { oldest, count }) => (oldest > newest ? sum + count : sum), above);
}

/** How many articles are newer than an instant; `whole` is false where a part that is not known yet may hold more of them. */
export function countSince({ cards, references }: FeedManifest, since: string): { count: number; whole: boolean } {
  const newer = references.filter(({ newest }) => newest > since);
  const known = newer.filter(({ oldest }) => oldest > since);
  const inCards = cards.filter((card) => card.publishedDateTime > since).length;
  return { count: known.reduce((sum, part) => sum + part.count, inCards), whole: known.length === newer.length };
}
