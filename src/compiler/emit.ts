import type { DrawPage } from '../schema/page-data.ts';
import type { Picture } from '../schema/picture.ts';
import { articleFiles, articleManifest, relatedCards } from './article-outputs.ts';
import { cardOf } from './card.ts';
import { type CardEntry, cardEntry, feedTree } from './feed-tree.ts';
import { type Feed, type Feeds, feedsOf } from './feeds.ts';
import { Here } from './here.ts';
import type { Corpus, Output, PublicArticle } from './model.ts';
import { byText, newestFirst } from './order.ts';
import { originApi } from './origin-api.ts';
import { createPageText } from './page-text.ts';
import { Pages } from './pages.ts';
import { feedManifest, providerList, publicationManifest, topicList } from './publication.ts';
import { relatedOf } from './related.ts';
import { Resolver } from './resolve.ts';

/**
 * pictures: by path in the content folder, logos by `logo:<path>`; what is not in it is left out. base: '/' or '/path/'.
 * siteUrl: address of the build's root, ends in `/`. template: the shell's page with its placeholders.
 */
export interface EmitOptions {
  pictures: ReadonlyMap<string, Picture>;
  base: string;
  siteUrl?: string;
  template: string;
  originApi: boolean;
  /** Draws pages from their data; without it they hold nothing but their head. It is given the publication's table of contents first. */
  renderer?: ((publication: string) => DrawPage) | undefined;
}

/** Every file of the public output, sorted by path, each path once. Takes nothing of the corpus but what passed the gate. */
export function emit(corpus: Corpus, options: EmitOptions): Output[] {
  const articles = [...corpus.articles].sort(newestFirst);
  const resolver = new Resolver(corpus, options.pictures);
  const feeds = feedsOf(corpus, articles, resolver);
  const files = new Map(articles.map((article) => [article, articleFiles(article, resolver)]));
  const [publication, topics, providers] = [
    publicationManifest(corpus.settings, feeds, resolver),
    topicList(feeds),
    providerList(feeds),
  ];
  const pages = pagesOf(corpus, options, publication.text);
  const outputs: Output[] = [publication, topics, providers, pages.list('topics', topics.text)];
  outputs.push(pages.list('providers', providers.text), ...pages.others());
  for (const { outputs: own } of files.values()) outputs.push(...own);
  const fileOf = (article: PublicArticle): string => files.get(article)?.file ?? '';
  const ownOf = (article: PublicArticle): string => files.get(article)?.outputs.at(-1)?.text ?? '';
  for (const output of articleViews(articles, { fileOf, ownOf }, resolver, pages)) outputs.push(output);
  for (const output of feedOutputs(feeds, fileOf, resolver, pages)) outputs.push(output);
  if (options.originApi) for (const output of originApi(corpus, feeds)) outputs.push(output);
  return sorted(outputs);
}

function pagesOf({ settings }: Corpus, { base, siteUrl, template, renderer }: EmitOptions, publication: string): Pages {
  const text = createPageText({ template, language: settings.language, draw: renderer?.(publication) });
  return new Pages(settings, { base, siteUrl }, text);
}

/** fileOf: the hash that names an article's file. ownOf: that file's text. */
interface OwnFiles {
  fileOf: (article: PublicArticle) => string;
  ownOf: (article: PublicArticle) => string;
}

function* articleViews(
  articles: PublicArticle[],
  { fileOf, ownOf }: OwnFiles,
  resolver: Resolver,
  pages: Pages,
): Generator<Output> {
  const here = new Here(articles);
  const related = relatedOf(articles, here);
  const relatedCard = relatedCards(fileOf, resolver);
  for (const article of articles) {
    const neighbours = { related: related.get(article) ?? [], here: here.of(article) };
    const file = fileOf(article);
    const manifest = articleManifest(article, file, neighbours, relatedCard);
    yield manifest;
    yield pages.article(article, { file, own: ownOf(article), manifest: manifest.text }, resolver.images(article)[0]);
  }
}

function* feedOutputs(
  feeds: Feeds,
  fileOf: (article: PublicArticle) => string,
  resolver: Resolver,
  pages: Pages,
): Generator<Output> {
  const entries = new Map<PublicArticle, CardEntry>();
  for (const article of feeds.all.articles) {
    entries.set(article, cardEntry(article, JSON.stringify(cardOf(article, fileOf(article), resolver))));
  }
  const all: Feed[] = [feeds.all, ...feeds.categories, ...feeds.topics, ...feeds.providers];
  for (const feed of all) {
    const own = feed.articles.map((article) => entries.get(article) as CardEntry);
    const tree = feedTree(feed.kind, feed.id, own);
    yield* tree.parts;
    const manifest = feedManifest(feed, tree);
    yield manifest;
    yield pages.feed(feed, tree, manifest.text);
  }
}

/** Two files of one name would make the output depend on which is written last. */
function sorted(outputs: Output[]): Output[] {
  outputs.sort((a, b) => byText(a.path, b.path));
  for (let at = 1; at < outputs.length; at++) {
    const path = outputs[at]?.path;
    if (path === outputs[at - 1]?.path) throw new Error(`two files of the output have the name ${path}`);
  }
  return outputs;
}
