import type { Picture } from '../schema/picture.ts';
import { articleFiles, articleManifest, relatedCards } from './article-outputs.ts';
import { cardOf } from './card.ts';
import { Clusters, type Follower } from './clusters.ts';
import { dayFeeds } from './day-feeds.ts';
import { dayTables } from './day-tables.ts';
import { type CardEntry, cardEntry, feedTree } from './feed-tree.ts';
import { type Feed, type Feeds, feedsOf } from './feeds.ts';
import { Here } from './here.ts';
import type { Corpus, Output, PublicArticle } from './model.ts';
import { newestFirst } from './order.ts';
import { originApi } from './origin-api.ts';
import { Pages } from './pages.ts';
import { feedManifest, providerList, publicationManifest, topFeed, topicList } from './publication.ts';
import { relatedOf } from './related.ts';
import { Resolver } from './resolve.ts';
import { searchOutputs } from './search.ts';
import { foldsClusters, shownIn } from './shown-articles.ts';
import { heatSteps } from './top.ts';
import { webManifest } from './web-manifest.ts';

/**
 * pictures: by path in the content folder, logos by `logo:<path>`; what is not in it is left out. base: '/' or '/path/'.
 * siteUrl: address of the build's root, ends in `/`.
 */
export interface EmitOptions {
  pictures: ReadonlyMap<string, Picture>;
  base: string;
  siteUrl?: string;
  originApi: boolean;
}

/** What all steps work with. fileOf: the hash that names an article's file. */
interface Context {
  articles: readonly PublicArticle[];
  resolver: Resolver;
  pages: Pages;
  clusters: Clusters;
  fileOf: (article: PublicArticle) => string;
}

/**
 * Every file of the public output, each path once, the publication's table of contents first; one after the other, so that nobody
 * needs to hold them all. Takes nothing of the corpus but what passed the gate.
 */
export function* emit(corpus: Corpus, options: EmitOptions): Generator<Output> {
  const paths = new Set<string>();
  for (const output of steps(corpus, options)) {
    // Two files of one name would make the output depend on which is written last.
    if (paths.has(output.path)) throw new Error(`two files of the output have the name ${output.path}`);
    paths.add(output.path);
    yield output;
  }
}

function* steps(corpus: Corpus, options: EmitOptions): Generator<Output> {
  const articles = [...corpus.articles].sort(newestFirst);
  const resolver = new Resolver(corpus, options.pictures);
  const feeds = feedsOf(corpus, articles, resolver);
  const pages = new Pages(corpus.settings, { base: options.base, siteUrl: options.siteUrl });
  yield publicationManifest(corpus.settings, feeds, resolver);
  const [topics, providers] = [topicList(feeds), providerList(feeds)];
  yield topics;
  yield providers;
  yield pages.list('topics', topics.text);
  yield pages.list('providers', providers.text);
  const days = dayFeeds(articles, corpus.settings);
  yield* dayTables(days, pages);
  yield* pages.others();
  yield* searchOutputs(articles);
  yield webManifest(corpus.settings, options.base);
  const files = new Map<PublicArticle, string>();
  for (const article of articles) {
    const { file, outputs } = articleFiles(article, resolver);
    files.set(article, file);
    yield* outputs;
  }
  const here = new Here(articles);
  const clusters = new Clusters(articles, here, corpus.clusters);
  const context: Context = { articles, resolver, pages, clusters, fileOf: (article) => files.get(article) ?? '' };
  yield* articleViews(context, here);
  yield* feedOutputs(feeds, days, context);
  if (options.originApi) yield* originApi(corpus, feeds);
}

function* articleViews({ articles, resolver, pages, clusters, fileOf }: Context, here: Here): Generator<Output> {
  const related = relatedOf(articles, clusters);
  const relatedCard = relatedCards(fileOf, resolver);
  for (const article of articles) {
    const neighbours = {
      related: related.get(article) ?? [],
      here: here.of(article),
      followers: clusters.followers(article),
      following: clusters.following(article),
    };
    const file = fileOf(article);
    const manifest = articleManifest(article, file, neighbours, relatedCard, resolver);
    yield manifest;
    // Made a second time for the page, which few compiles write: holding all of them costs more.
    const own = () => articleFiles(article, resolver).outputs.at(-1)?.text ?? '';
    yield pages.article(article, { file, own, manifest: manifest.text }, resolver.images(article)[0]);
  }
}

function* feedOutputs(feeds: Feeds, days: readonly Feed[], { resolver, pages, clusters, fileOf }: Context): Generator<Output> {
  const entry = (article: PublicArticle, followers: readonly Follower[] = []): CardEntry => {
    const others = followers.map((follower) => follower.article);
    return cardEntry(article, JSON.stringify(cardOf(article, fileOf(article), resolver, others)));
  };
  const entries = new Map(feeds.all.articles.map((article) => [article, entry(article)]));
  const leaders = new Map(clusters.leaders().map((leader) => [leader, entry(leader, clusters.followers(leader))]));
  const heat = heatSteps(feeds.all.articles);
  const all: Feed[] = [feeds.all, ...feeds.categories, ...feeds.topics, ...feeds.providers, ...days];
  for (const whole of all) {
    const feed = shownIn(whole, clusters);
    const own = feed.articles.map(
      (article) => ((foldsClusters(feed) && leaders.get(article)) || entries.get(article)) as CardEntry,
    );
    const tree = feedTree(feed.kind, feed.id, own);
    yield* tree.parts;
    // Before the table of contents: where that is, Top can be asked for.
    if (foldsClusters(feed))
      yield topFeed(feed, own, (article) => article.related.length + clusters.followers(article).length, heat);
    const manifest = feedManifest(feed, tree);
    yield manifest;
    yield pages.feed(feed, tree, manifest.text);
  }
}
