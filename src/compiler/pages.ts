import { strings } from '../lib/strings.ts';
import {
  articleFile,
  articleManifestFile,
  articlePage,
  feedManifestFile,
  feedPage,
  feedPartFile,
  MANIFEST,
  PROVIDERS,
  TOPICS,
} from '../schema/paths.ts';
import type { FeedTree } from './feed-tree.ts';
import type { Feed, Feeds } from './feeds.ts';
import { pageWriter } from './html.ts';
import type { Output, PublicArticle, Settings } from './model.ts';
import {
  articleBody,
  feedBody,
  indexBody,
  missingBody,
  PROVIDER_INDEX,
  SAVED_PAGE,
  savedBody,
  TOPIC_INDEX,
} from './page-body.ts';
import { type HeadParts, pageHead, type Site } from './page-head.ts';

/** The first view wants about this many cards: where a manifest holds fewer, the newest shard is loaded with it. */
export const FIRST_CARDS = 10;

/** An HTML file for each URL, so that any static host answers it: the shell's page with what is known of the view. */
export class Pages {
  readonly #settings: Settings;
  readonly #site: Site;
  readonly #write: ReturnType<typeof pageWriter>;

  constructor(settings: Settings, site: Site, template: string) {
    this.#settings = settings;
    this.#site = site;
    this.#write = pageWriter(template);
  }

  feed(feed: Feed, tree: FeedTree): Output {
    const { kind, id, name } = feed;
    const page = feedPage(kind, id);
    const newest = tree.cards.length < FIRST_CARDS && tree.references[0];
    const shard = newest && newest.level === undefined ? [feedPartFile(kind, id, newest.file)] : [];
    const preloads = [MANIFEST, feedManifestFile(kind, id), ...shard];
    const head: HeadParts = {
      title: this.#title(name),
      description: this.#about(kind === 'all'),
      page,
      kind: 'website',
      preloads,
    };
    return this.#page(head, feedBody(feed, this.#site.base));
  }

  article(article: PublicArticle, file: string): Output {
    const { category, slug, title, excerpt } = article;
    const preloads = [MANIFEST, articleManifestFile(slug), articleFile(slug, file)];
    const head: HeadParts = { title, description: excerpt, page: articlePage(category, slug), kind: 'article', preloads };
    return this.#page(head, articleBody(article, this.#site.base));
  }

  /** The lists of all topics and of all providers, the page of what a reader saved, and the one for addresses that name nothing. */
  others(feeds: Feeds): Output[] {
    const { base } = this.#site;
    const list = (page: string, title: string, file: string, entries: Feed[]): Output =>
      this.#page(
        { title: this.#title(title), description: this.#about(false), page, kind: 'website', preloads: [MANIFEST, file] },
        indexBody(title, entries, base),
      );
    return [
      list(TOPIC_INDEX, strings.allTopics, TOPICS, feeds.topics),
      list(PROVIDER_INDEX, strings.allProviders, PROVIDERS, feeds.providers),
      this.#unlisted(SAVED_PAGE, strings.saved.title, savedBody(base)),
      this.#unlisted('404.html', strings.notFound.title, missingBody(base)),
    ];
  }

  /** Not for search engines, and without a canonical address: 404.html answers for every address there is not, the other shows each reader their own. */
  #unlisted(page: string, title: string, body: string): Output {
    const { base } = this.#site;
    const head: HeadParts = { title: this.#title(title), description: undefined, page, kind: 'website', preloads: [MANIFEST] };
    return this.#output(page, `<meta name="robots" content="noindex">\n    ${pageHead(head, { base })}`, body);
  }

  #title(name: string): string {
    const { title } = this.#settings;
    return name === title ? title : `${name} \u00b7 ${title}`;
  }

  #about(home: boolean): string | undefined {
    return this.#settings.description ?? (home ? undefined : this.#settings.title);
  }

  #page(head: HeadParts, body: string): Output {
    return this.#output(head.page, pageHead(head, this.#site), body);
  }

  #output(path: string, head: string, body: string): Output {
    return { path, text: this.#write({ language: this.#settings.language, head, body }), kind: 'page' };
  }
}
