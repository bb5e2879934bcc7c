import type * as v from 'valibot';
import { roundCount } from '../lib/round-count.ts';
import type { FeedManifest } from '../schema/feed.ts';
import { feedManifestFile, MANIFEST, topFile } from '../schema/paths.ts';
import { MANIFEST_TOPICS, type PublicationManifest } from '../schema/publication.ts';
import type { CardEntry, FeedTree } from './feed-tree.ts';
import type { Feed, Feeds } from './feeds.ts';
import { jsonText, listed } from './json-text.ts';
import { entryOf } from './lists.ts';
import type { PublicArticle, Settings, TextOutput } from './model.ts';
import type { Resolver } from './resolve.ts';
import { rankingScale, TOP_WINDOW, topOf } from './top.ts';

/** With fewer articles than this that have heat, a percentile says nothing. */
const HEAT_MIN = 20;

export function publicationManifest(settings: Settings, feeds: Feeds, resolver: Resolver): TextOutput {
  const manifest: v.InferInput<typeof PublicationManifest> = {
    format: 1,
    title: settings.title,
    description: settings.description,
    language: settings.language,
    timeZone: settings.timeZone,
    logo: resolver.logo(settings.logo),
    links: listed(settings.links.map(({ label, url }) => ({ label, url }))),
    total: roundCount(feeds.all.articles.length),
    categories: feeds.categories.map(entryOf),
    topics: feeds.topics.slice(0, MANIFEST_TOPICS).map(entryOf),
    topicsTotal: feeds.topics.length,
    providersTotal: feeds.providers.length,
    heat: heatThresholds(feeds.heats),
  };
  return { path: MANIFEST, text: jsonText(manifest), kind: 'contents' };
}

/** The cards are JSON already, so this file's text is put together by hand. */
export function feedManifest(feed: Feed, tree: FeedTree): TextOutput {
  const { kind, id, name, provider, previous } = feed;
  const head = { format: 1, kind, id, name, provider, previous, total: feed.articles.length } satisfies Omit<
    v.InferInput<typeof FeedManifest>,
    'cards' | 'references'
  >;
  const cards = tree.cards.map((entry) => entry.card()).join(',');
  const text = `${JSON.stringify(head).slice(0, -1)},"cards":[${cards}],"references":${JSON.stringify(tree.references)}}\n`;
  return { path: feedManifestFile(kind, id), text, kind: 'contents' };
}

/** A card's text weighs about what it takes compressed. */
const TOP_WEIGHT = 7500;
const TOP_CARDS = 30;

/** What stands in Top, as far as one file and a first view go. entries: a feed's, newest first. scale: what they are measured by. */
export function topFeed(
  feed: Feed,
  entries: readonly CardEntry[],
  coverageOf: (article: PublicArticle) => number,
  heat: number[] | undefined,
  scale = rankingScale(feed.articles, heat),
): TextOutput {
  const candidates = feed.articles.slice(0, TOP_WINDOW).map((article) => ({ article, coverage: coverageOf(article) }));
  const byArticle = new Map(entries.slice(0, TOP_WINDOW).map((entry) => [entry.article, entry]));
  const cards: string[] = [];
  let weight = 0;
  for (const article of topOf(candidates, scale)) {
    const entry = byArticle.get(article);
    if (!entry || cards.length === TOP_CARDS || weight + entry.weight > TOP_WEIGHT) break;
    cards.push(entry.card());
    weight += entry.weight;
  }
  const { kind, id, name } = feed;
  const head = { format: 1, kind, id, name, total: feed.articles.length, ranking: scale } as const;
  return {
    path: topFile(kind, id),
    text: `${JSON.stringify(head).slice(0, -1)},"cards":[${cards.join(',')}]}\n`,
    kind: 'contents',
  };
}

/** The 75th, 90th and 97th percentile: of 100 articles at most 25, 10 and 3 have more, however many share a value. */
function heatThresholds(heats: Float64Array): [number, number, number] | undefined {
  if (heats.length < HEAT_MIN) return undefined;
  const at = (share: number): number => heats[Math.ceil(heats.length * share) - 1] ?? 0;
  return [at(0.75), at(0.9), at(0.97)];
}
