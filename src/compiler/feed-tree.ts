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

/** A closed part. newest: its newest article, whose slug decides whether an archive ends here: unlike the part's hash it stays when a card changes. */
interface Part {
  /** 0: a shard. */
  level: number;
  file: string;
  /** How many articles are below it, and how many entries it has. */
  count: number;
  entries: number;
  newest: PublicArticle;
  oldest: PublicArticle;
}

/** The parts of each level from the shards up, oldest first: a hash that names the file, how many entries it has. */
export type TreeLevel = readonly (readonly [file: string, entries: number])[];

/**
 * cards: the entries that no closed shard holds; references: the rest. Both newest first. levels: all its parts; parts: those that were
 * made.
 */
export interface FeedTree {
  levels: TreeLevel[];
  cards: CardEntry[];
  references: Reference[];
  parts: TextOutput[];
}

/** What is known of a tree. articles: of all kept shards, newest first. levels: as far as they go, each on top of what the one below keeps. */
export interface KeptTree {
  articles: readonly PublicArticle[];
  levels: readonly TreeLevel[];
}

/** Of the tree before, what rests on shards that hold nothing but the oldest `unchanged` of these articles (newest first). */
export function keptTree(articles: readonly PublicArticle[], levels: readonly TreeLevel[], unchanged: number): KeptTree {
  const kept: TreeLevel[] = [];
  let [left, inShards] = [unchanged, 0];
  for (const [height, level] of levels.entries()) {
    let [count, entries] = [0, 0];
    for (; count < level.length && entries + (level[count]?.[1] ?? 0) <= left; count++) entries += level[count]?.[1] ?? 0;
    kept.push(level.slice(0, count));
    if (height === 0) inShards = entries;
    left = count;
  }
  return { articles: articles.slice(articles.length - inShards), levels: kept };
}

const NOTHING_KEPT: KeptTree = { articles: [], levels: [] };

/**
 * Splits a feed so that where it is cut depends on the articles around the cut alone: a new newest article rewrites no part,
 * an old one that comes or goes rewrites its neighbourhood and the references above it. `entries` newest first, of all articles that no
 * kept shard holds.
 */
export function feedTree<Entry extends CardEntry>(
  kind: FeedKind,
  id: string,
  entries: Entry[],
  fileOf: ShardFile<Entry> = (_, make) => make(),
  kept: KeptTree = NOTHING_KEPT,
): FeedTree {
  const parts: TextOutput[] = [];
  const write = (text: string): string => {
    const file = contentHash(text);
    parts.push({ path: feedPartFile(kind, id, file), text, kind: 'hashed' });
    return file;
  };
  const seed = hash32(`${kind}/${id}`);
  const shards = closed([...entries].reverse(), SHARD, ({ hash, weight }) => ({ hash: ownHash(hash, seed), weight }));
  const made = shards.groups.map((group) => shardOf(group, () => fileOf(group, () => write(shardText(group)))));
  let level = [...keptShards(kept), ...made];
  const levels: TreeLevel[] = [];
  const references: Reference[] = [];
  for (let height = 1; level.length > 0; height++) {
    levels.push(level.map((part) => [part.file, part.entries]));
    const { archives, rest } = keptArchives(level, height, kept);
    const cut = closed(rest, ARCHIVE, ({ newest }) => ({ hash: hash32(`${height}:${newest.slug}`), weight: 0 }));
    references.push(...cut.open.reverse().map(referenceOf));
    level = [...archives, ...cut.groups.map((group) => archiveOf(group, height, write))];
  }
  return { cards: shards.open.reverse(), references, parts, levels };
}

function keptShards({ articles, levels: [shards = []] }: KeptTree): Part[] {
  let end = articles.length;
  return shards.map(([file, count]): Part => {
    const [oldest, newest] = [articles[end - 1], articles[end - count]];
    end -= count;
    if (!oldest || !newest) throw new Error('a shard that was kept has no article');
    return { level: 0, file, count, entries: count, newest, oldest };
  });
}

/** Archives that are as they were, and the parts below that are in none of them. level: the parts below. */
function keptArchives(level: readonly Part[], height: number, { levels }: KeptTree): { archives: Part[]; rest: Part[] } {
  let start = 0;
  const archives = (levels[height] ?? []).map(([file, entries]) => {
    const group = level.slice(start, start + entries);
    start += entries;
    return archiveWith(group, height, file);
  });
  return { archives, rest: level.slice(start) };
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
  return { level: 0, file: file(), count: group.length, entries: group.length, newest, oldest };
}

const archiveOf = (group: Part[], level: number, write: (text: string) => string): Part =>
  archiveWith(group, level, write(`${JSON.stringify({ references: group.map(referenceOf).reverse() })}\n`));

function archiveWith(group: readonly Part[], level: number, file: string): Part {
  const oldest = group[0]?.oldest;
  const newest = group.at(-1)?.newest;
  if (!oldest || !newest) throw new Error('an archive has no part');
  return { level, file, count: group.reduce((sum, { count }) => sum + count, 0), entries: group.length, newest, oldest };
}

const referenceOf = ({ level, file, count, newest, oldest }: Part): Reference => ({
  ...(level > 0 && { level }),
  file,
  count,
  newest: newest.publishedDateTime,
  oldest: oldest.publishedDateTime,
});
