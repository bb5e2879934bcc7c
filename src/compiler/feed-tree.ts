import type * as v from 'valibot';
import { contentHash, hash32 } from '../lib/hash.ts';
import type { FeedKind, FeedReference } from '../schema/feed.ts';
import { feedPartFile } from '../schema/paths.ts';
import type { PublicArticle, TextOutput } from './model.ts';

/**
 * Where a part ends: at `max` entries or at `weight`; else after an entry whose hash allows it (one in `every`), not before `min`.
 * weight: about the bytes that the entries take compressed.
 */
interface Cut {
  min: number;
  max: number;
  every: number;
  weight: number;
}

// The numbers and why: docs/decisions/0003-feed-tree.md.
const SHARD: Cut = { min: 6, max: 20, every: 8, weight: 3300 };
const ARCHIVE: Cut = { min: 8, max: 24, every: 12, weight: Number.POSITIVE_INFINITY };

/** An article with its card as JSON, which is made when it is wanted. hash: `hash52` of its slug. weight: `cardWeight` of its card. */
export interface CardEntry {
  article: PublicArticle;
  hash: number;
  card: () => string;
  weight: number;
}

/** What brotli makes of a sign, measured over cards in four scripts; scripts of many signs hardly shrink. */
export function cardWeight(card: string): number {
  let weight = 0;
  for (let at = 0; at < card.length; at++) {
    const unit = card.charCodeAt(at);
    weight += unit < 0x80 ? 0.33 : unit < 0x800 ? 0.5 : 1.3;
  }
  return weight;
}

type Reference = v.InferInput<typeof FeedReference>;

/** lastSlug: slug of the part's newest article. It decides whether an archive ends here: unlike the part's hash it stays when a card changes. */
interface Part {
  reference: Reference;
  lastSlug: string;
}

/**
 * cards: the entries that no closed shard holds; references: the rest. Both newest first. files: the hashes that name all its
 * parts; parts: those that were made.
 */
export interface FeedTree {
  files: string[];
  cards: CardEntry[];
  references: Reference[];
  parts: TextOutput[];
}

/**
 * Splits a feed so that where it is cut depends on the articles around the cut alone: a new newest article rewrites no part,
 * an old one that comes or goes rewrites its neighbourhood and the references above it. `entries` newest first.
 */
export function feedTree<Entry extends CardEntry>(
  kind: FeedKind,
  id: string,
  entries: Entry[],
  fileOf: ShardFile<Entry> = (_, make) => make(),
): FeedTree {
  const parts: TextOutput[] = [];
  const files: string[] = [];
  const write = (text: string): string => {
    const file = contentHash(text);
    parts.push({ path: feedPartFile(kind, id, file), text, kind: 'hashed' });
    return file;
  };
  const seed = hash32(`${kind}/${id}`);
  const shards = closed([...entries].reverse(), SHARD, ({ hash, weight }) => ({ hash: ownHash(hash, seed), weight }));
  let level = shards.groups.map((group) => {
    const part = shardOf(group, () => fileOf(group, () => write(shardText(group))));
    files.push(part.reference.file);
    return part;
  });
  const references: Reference[] = [];
  for (let height = 1; level.length > 0; height++) {
    const archives = closed(level, ARCHIVE, (part) => ({ hash: hash32(`${height}:${part.lastSlug}`), weight: 0 }));
    references.push(...archives.open.reverse().map((part) => part.reference));
    level = archives.groups.map((group) => archiveOf(group, height, write));
    files.push(...level.map((part) => part.reference.file));
  }
  return { cards: shards.open.reverse(), references, parts, files };
}

/** Each feed has its own: else an article that closes a shard would close one in all of its feeds, and write all these files at once. */
function ownHash(hash: number, seed: number): number {
  const mixed = Math.imul((hash ^ seed) >>> 0, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** The hash that names the file of a shard (oldest first), which is made where nobody knows it. */
type ShardFile<Entry> = (group: Entry[], make: () => string) => string;

interface Measure {
  hash: number;
  weight: number;
}

/** Cuts a sequence, oldest first, into closed groups and the open rest. */
function closed<T>(sequence: T[], cut: Cut, measure: (entry: T) => Measure): { groups: T[][]; open: T[] } {
  const groups: T[][] = [];
  let open: T[] = [];
  let weight = 0;
  for (const entry of sequence) {
    const own = measure(entry);
    open.push(entry);
    weight += own.weight;
    const allowed = open.length >= cut.min && (own.hash >>> 0) % cut.every === 0;
    if (!allowed && open.length < cut.max && weight < cut.weight) continue;
    groups.push(open);
    open = [];
    weight = 0;
  }
  return { groups, open };
}

function shardText(group: readonly CardEntry[]): string {
  const cards = group.map((entry) => entry.card()).reverse();
  // Put together in one go: a feed's text is the largest part of the output, and copied once less.
  cards[0] = `{"cards":[${cards[0]}`;
  cards[cards.length - 1] += ']}\n';
  return cards.join(',');
}

function shardOf(group: CardEntry[], file: () => string): Part {
  const oldest = group[0]?.article;
  const newest = group.at(-1)?.article;
  if (!oldest || !newest) throw new Error('a shard has no article');
  return {
    reference: {
      file: file(),
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
