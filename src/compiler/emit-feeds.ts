import { listHash } from '../lib/hash.ts';
import { providerId, segmentOf } from '../lib/slugify.ts';
import type { FeedKind } from '../schema/feed.ts';
import { feedPartFile } from '../schema/paths.ts';
import { cardOf } from './card.ts';
import { dayId } from './day-feeds.ts';
import type { Context } from './emit.ts';
import { type CardEntry, cardWeight, feedTree, type KeptTree, keptTree } from './feed-tree.ts';
import type { Feed, Feeds } from './feeds.ts';
import type { FeedMemory, Row } from './memory/memory.ts';
import type { Output, PublicArticle } from './model.ts';
import { newestFirst } from './order.ts';
import { feedManifest, topFeed } from './publication.ts';
import { foldsClusters, shownIn } from './shown-articles.ts';
import { heatSteps, TOP_WINDOW } from './top.ts';

/** Feeds that hold an article whose card may be another, or whose place. Returns what to keep of all feeds. */
export function* feedOutputs(
  feeds: Feeds,
  days: readonly Feed[],
  context: Context,
): Generator<Output, Record<string, FeedMemory>> {
  const { since, pages, known } = context;
  const changed = changedFeeds(days, context);
  const entries = createEntries(context);
  const heat = heatSteps(feeds.heats);
  const kept: Record<string, FeedMemory> = {};
  // Small ones first: whoever draws their pages does not wait for the cards of all.
  for (const whole of [...days, ...feeds.providers, ...feeds.topics, ...feeds.categories, feeds.all] as Feed[]) {
    const key = feedKey(whole.kind, whole.id);
    const before = Object.hasOwn(since.memory.feeds, key) ? since.memory.feeds[key] : undefined;
    const folds = foldsClusters(whole);
    const isKept = before !== undefined && !changed.has(key);
    if (before !== undefined) kept[key] = before;
    if (isKept && !folds) continue;
    const feed = shownIn(whole, known.clusters);
    // Of a feed that stays as it was only Top is made, and of one that changed little is looked at but its newest part.
    const old = isKept || !before ? undefined : keptTree(feed.articles, before.levels, unchangedIn(feed, changed.get(key)));
    const open = isKept ? 0 : feed.articles.length - (old?.articles.length ?? 0);
    const own = feed.articles.slice(0, folds ? Math.max(open, TOP_WINDOW) : open).map((article) => entries(article, folds));
    // Before the table of contents: where that is, Top can be asked for.
    if (folds) {
      const coverage = (article: PublicArticle): number =>
        context.rowOf(article).stories + known.clusters.followers(article).length;
      yield topFeed(feed, own, coverage, heat);
    }
    if (isKept) continue;
    const { tree, memory } = remembered(feed, own.slice(0, open), before, old);
    kept[key] = memory;
    const files = new Set(before?.levels.flat().map(([file]) => feedPartFile(feed.kind, feed.id, file)));
    yield* tree.parts.filter(({ path }) => !files.has(path));
    const manifest = feedManifest(feed, tree);
    yield manifest;
    yield pages.feed(feed, tree, manifest.text, (path) => since.built(path));
  }
  return kept;
}

const feedKey = (kind: string, id: string): string => `${kind}/${id}`;

/** By key, the oldest of the articles that came, went or changed; undefined where none did. */
type ChangedFeeds = ReadonlyMap<string, PublicArticle | undefined>;

function changedFeeds(days: readonly Feed[], { since, places, known }: Context): ChangedFeeds {
  // Without feeds from before all are new.
  if (Object.keys(since.memory.feeds).length === 0) return new Map();
  const keys = new Map<string, PublicArticle | undefined>(movedDays(days, since.memory.feeds).map((key) => [key, undefined]));
  const add = ({ article, day }: Row): void => {
    const put = (kind: FeedKind, id: string): void => {
      const key = feedKey(kind, id);
      const other = keys.get(key);
      if (!other || newestFirst(article, other) > 0) keys.set(key, article);
    };
    put('all', 'all');
    put('day', dayId(day));
    put('category', article.category);
    for (const topic of article.topics) put('topic', segmentOf(topic));
    put('provider', providerId(article.provider));
  };
  for (const row of places.gone) add(row);
  for (let place = 0; place < places.rows.length; place++) {
    if (places.was[place] === -1 || known.touched.has(place)) add(places.rows[place] as Row);
  }
  return keys;
}

/** How many of a feed's oldest articles, from the oldest on, are as they were. oldest: of what changed in it. */
function unchangedIn({ articles }: Feed, oldest: PublicArticle | undefined): number {
  if (!oldest) return articles.length;
  let [low, high] = [0, articles.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (newestFirst(articles[middle] as PublicArticle, oldest) <= 0) low = middle + 1;
    else high = middle;
  }
  return articles.length - low;
}

/** Days before which another came or went. */
function movedDays(days: readonly Feed[], before: Readonly<Record<string, FeedMemory>>): string[] {
  const old = Object.keys(before)
    .filter((key) => key.startsWith(DAY_KEY))
    .sort()
    .reverse();
  const now = days.map(({ id }) => feedKey('day', id));
  const places = new Map(old.map((key, place) => [key, place]));
  return now.filter((key, at) => {
    const place = places.get(key);
    return place !== undefined && old[place + 1] !== now[at + 1];
  });
}

const DAY_KEY = 'day/';

/** isChanged: the article's source, or its cluster, is another. */
interface Entry extends CardEntry {
  isChanged: boolean;
}

/** Of more articles cards are made anew for each feed: holding them all takes more than all else here. */
const MOST_TEXTS = 30_000;

/** Cards, made when somebody wants their text; what they weigh is mostly known. */
function createEntries({ resolver, known, places, fileOf }: Context): (article: PublicArticle, folds: boolean) => Entry {
  const { clusters, touched } = known;
  const texts = new Map<Row, [string | undefined, string | undefined]>();
  const textOf = (row: Row, leads: boolean): string => {
    let made = texts.get(row);
    if (!made) {
      if (texts.size >= MOST_TEXTS) texts.clear();
      made = [undefined, undefined];
      texts.set(row, made);
    }
    const followers = leads ? clusters.followers(row.article).map((follower) => follower.article) : [];
    made[leads ? 1 : 0] ??= JSON.stringify(cardOf(row.article, fileOf(row.article), resolver, followers));
    return made[leads ? 1 : 0] as string;
  };
  for (const place of touched) (places.rows[place] as Row).leadWeight = Number.NaN;
  return (article, folds) => {
    const place = places.placeOf.get(article) as number;
    const row = places.rows[place] as Row;
    const leads = folds && clusters.leads(article);
    const before = leads ? row.leadWeight : row.weight;
    const weight = Number.isNaN(before) ? cardWeight(textOf(row, leads)) : before;
    if (leads) row.leadWeight = weight;
    else row.weight = weight;
    return new RowEntry(row, { leads, weight, isChanged: places.was[place] === -1 || touched.has(place) }, textOf);
  };
}

/** Whose card is made when somebody wants it: a function for each of all articles would cost more than all else here. */
class RowEntry implements Entry {
  readonly article: PublicArticle;
  readonly hash: number;
  readonly weight: number;
  readonly isChanged: boolean;
  readonly #row: Row;
  readonly #leads: boolean;
  readonly #textOf: (row: Row, leads: boolean) => string;

  constructor(
    row: Row,
    is: { leads: boolean; weight: number; isChanged: boolean },
    textOf: (row: Row, leads: boolean) => string,
  ) {
    this.article = row.article;
    this.hash = row.slugHash;
    this.weight = is.weight;
    this.isChanged = is.isChanged;
    this.#row = row;
    this.#leads = is.leads;
    this.#textOf = textOf;
  }

  card(): string {
    return this.#textOf(this.#row, this.#leads);
  }
}

/** The feed's tree; shards whose articles are all as they were are not made again. entries: those that no shard of `old` holds. */
function remembered(feed: Feed, entries: Entry[], before: FeedMemory | undefined, old: KeptTree | undefined) {
  const kept = old?.levels[0]?.length ?? 0;
  const known = new Map<string, string | undefined>();
  for (let at = kept; at < (before?.shards.length ?? 0); at++)
    known.set(before?.shards[at] as string, before?.levels[0]?.[at]?.[0]);
  const shards = before?.shards.slice(0, kept) ?? [];
  const fileOf = (group: Entry[], write: () => string): string => {
    const key = listHash(group.map(({ hash }) => hash));
    shards.push(key);
    return (group.some(({ isChanged }) => isChanged) ? undefined : known.get(key)) ?? write();
  };
  const tree = feedTree(feed.kind, feed.id, entries, fileOf, old);
  return { tree, memory: { levels: tree.levels, shards } };
}
