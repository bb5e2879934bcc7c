import type * as v from 'valibot';
import { contentHash, hash32 } from '../lib/hash.ts';
import type { FeedKind, FeedReference } from '../schema/feed.ts';
import { feedPartFile } from '../schema/paths.ts';
import type { Output, PublicArticle } from './model.ts';

/** Where a part may end: not before `min` entries, at `max` in any case, between them after one in `every` entries. */
interface Cut {
  min: number;
  max: number;
  every: number;
}

// The numbers and why: docs/decisions/0003-feed-tree.md.
const SHARD: Cut = { min: 6, max: 20, every: 12 };
const ARCHIVE: Cut = { min: 12, max: 40, every: 24 };

/** An article with its card as JSON: one card stands in several feeds and is written once. */
export interface CardEntry {
  article: PublicArticle;
  card: string;
}

type Reference = v.InferInput<typeof FeedReference>;

/** lastSlug: slug of the part's newest article. It decides whether an archive ends here: unlike the part's hash it stays when a card changes. */
interface Part {
  reference: Reference;
  lastSlug: string;
}

/** cards: the entries that no closed shard holds; references: the rest. Both newest first. */
export interface FeedTree {
  cards: CardEntry[];
  references: Reference[];
  parts: Output[];
}

/**
 * Splits a feed so that where it is cut depends on the articles around the cut alone: a new newest article rewrites no part,
 * an old one that comes or goes rewrites its neighbourhood and the references above it. `entries` newest first.
 */
export function feedTree(kind: FeedKind, id: string, entries: CardEntry[]): FeedTree {
  const parts: Output[] = [];
  const write = (text: string): string => {
    const file = contentHash(text);
    parts.push({ path: feedPartFile(kind, id, file), text, kind: 'hashed' });
    return file;
  };
  const shards = closed([...entries].reverse(), SHARD, ({ article }) => hash32(article.slug));
  let level = shards.groups.map((group) => shardOf(group, write));
  const references: Reference[] = [];
  for (let height = 1; level.length > 0; height++) {
    const archives = closed(level, ARCHIVE, (part) => hash32(`${height}:${part.lastSlug}`));
    references.push(...archives.open.reverse().map((part) => part.reference));
    level = archives.groups.map((group) => archiveOf(group, height, write));
  }
  return { cards: shards.open.reverse(), references, parts };
}

/** Cuts a sequence, oldest first, into closed groups and the open rest. */
function closed<T>(sequence: T[], cut: Cut, hash: (entry: T) => number): { groups: T[][]; open: T[] } {
  const groups: T[][] = [];
  let open: T[] = [];
  for (const entry of sequence) {
    open.push(entry);
    if (open.length < cut.max && (open.length < cut.min || hash(entry) % cut.every !== 0)) continue;
    groups.push(open);
    open = [];
  }
  return { groups, open };
}

function shardOf(group: CardEntry[], write: (text: string) => string): Part {
  const oldest = group[0]?.article;
  const newest = group.at(-1)?.article;
  if (!oldest || !newest) throw new Error('a shard has no article');
  const cards = group.map((entry) => entry.card).reverse();
  // Put together in one go: a feed's text is the largest part of the output, and copied once less.
  cards[0] = `{"cards":[${cards[0]}`;
  cards[cards.length - 1] += ']}\n';
  return {
    reference: {
      file: write(cards.join(',')),
      count: group.length,
      newest: newest.publishedDateTime,
      oldest: oldest.publishedDateTime,
    },
    lastSlug: newest.slug,
  };
}

function archiveOf(group: Part[], level: number, write: (text: string) => string): Part {
  const oldest = group[0];
  const newest = group.at(-1);
  if (!oldest || !newest) throw new Error('an archive has no part');
  const references = group.map((part) => part.reference).reverse();
  return {
    reference: {
      level,
      file: write(`${JSON.stringify({ references })}\n`),
      count: references.reduce((sum, reference) => sum + reference.count, 0),
      newest: newest.reference.newest,
      oldest: oldest.reference.oldest,
    },
    lastSlug: newest.lastSlug,
  };
}
