import { previewStrings } from '../lib/preview-strings.ts';
import { STAND_IN_PAGE } from '../lib/shell-files.ts';
import { strings } from '../lib/strings.ts';
import { firstShard } from '../schema/feed.ts';
import type { PageData } from '../schema/page-data.ts';
import {
  articleFile,
  articleManifestFile,
  articlePage,
  feedManifestFile,
  feedPage,
  feedPartFile,
  type ListKind,
  listFile,
  MANIFEST,
  urlPath,
  YEARS,
  yearFile,
  yearPage,
} from '../schema/paths.ts';
import type { Picture } from '../schema/picture.ts';
import type { FeedTree } from './feed-tree.ts';
import type { Feed } from './feeds.ts';
import type { PageStyle } from './html.ts';
import type { PageOutput, PagePlan, PublicArticle, Settings } from './model.ts';
import { articleData, feedData } from './page-data.ts';
import { type HeadParts, pageHead, type Site } from './page-head.ts';
import { previewScript } from './preview-script.ts';

interface PageParts {
  head: HeadParts;
  style: PageStyle;
  files: string[];
  data: () => PageData;
}

/** An HTML file for each URL, so that any static host answers it: the shell's page with what is known of the view. */
export class Pages {
  readonly #settings: Settings;
  readonly #site: Site;

  constructor(settings: Settings, site: Omit<Site, 'name'>) {
    this.#settings = settings;
    this.#site = { ...site, name: settings.title };
  }

  /** manifest: the text of the feed's table of contents. built: of a shard that was made before. */
  feed(feed: Feed, tree: FeedTree, manifest: string, built: (path: string) => string): PageOutput {
    const { kind, id, name } = feed;
    const shard = firstShard(tree.cards.length, tree.references);
    const shardFile = shard && feedPartFile(kind, id, shard.file);
    const shardText = shardFile && (tree.parts.find(({ path }) => path === shardFile)?.text ?? built(shardFile));
    const head: HeadParts = {
      title: this.#title(name),
      description: this.#about(kind === 'all'),
      page: feedPage(kind, id),
      kind: 'website',
      data: feedData(feed, this.#site),
    };
    const files = [MANIFEST, feedManifestFile(kind, id), ...(shardFile ? [shardFile] : [])];
    const data: PageData = { kind: 'feed', manifest, ...(shardText !== undefined && { shard: shardText }) };
    return this.#page({ head, style: 'feed', files, data: () => data });
  }

  /** file: the hash that names the article's file; own: that file's text. manifest: the text of its table of contents. */
  article(article: PublicArticle, texts: { file: string; own: () => string; manifest: string }, picture: Picture | undefined) {
    const { category, slug, title, excerpt, publishedDateTime } = article;
    const page = articlePage(category, slug);
    const head: HeadParts = {
      title,
      description: excerpt,
      page,
      kind: 'article',
      published: publishedDateTime,
      picture,
      data: articleData(article, picture, this.#site),
    };
    const files = [MANIFEST, articleManifestFile(slug), articleFile(slug, texts.file)];
    const data = (): PageData => ({ kind: 'article', slug, manifest: texts.manifest, file: texts.own() });
    return this.#page({ head, style: article.video ? 'video' : 'article', files, data });
  }

  /** The lists of all topics and of all providers. text: of the file that holds the list, or its table of contents. */
  list(kind: ListKind, text: string): PageOutput {
    const [page, name] = kind === 'topic' ? [TOPIC_INDEX, strings.allTopics] : [PROVIDER_INDEX, strings.allProviders];
    const head: HeadParts = { title: this.#title(name), description: this.#about(false), page, kind: 'website' };
    return this.#page({
      head,
      style: 'list',
      files: [MANIFEST, listFile(kind)],
      data: () => ({ kind: 'list', of: kind, list: text }),
    });
  }

  /** The calendar's years. table: the text of their file. */
  years(table: string): PageOutput {
    const head: HeadParts = {
      title: this.#title(strings.calendar),
      description: this.#about(false),
      page: CALENDAR,
      kind: 'website',
    };
    return this.#page({ head, style: 'list', files: [MANIFEST, YEARS], data: () => ({ kind: 'years', table }) });
  }

  /** A year of the calendar. table: the text of its file. */
  year(year: number, table: string): PageOutput {
    const page = yearPage(year);
    const head: HeadParts = { title: this.#title(String(year)), description: this.#about(false), page, kind: 'website' };
    return this.#page({ head, style: 'list', files: [MANIFEST, yearFile(year)], data: () => ({ kind: 'year', year, table }) });
  }

  /**
   * The page to search on, the one of what a reader saved, the one for addresses that name nothing, the one that a worker shows for any
   * without a network, and the one that opens drafts: it stands in every build, so that nobody learns from it whether there are any.
   */
  others(): PageOutput[] {
    return [
      this.#unlisted(SEARCH_PAGE, strings.search.title),
      this.#unlisted(SAVED_PAGE, strings.saved.title),
      this.#unlisted(MISSING_PAGE, strings.notFound.title, { keyed: true }),
      this.#unlisted(STAND_IN_PAGE, this.#settings.title, { kind: 'stand-in' }),
      this.#unlisted(PREVIEW_PAGE, previewStrings.title, { keyed: true }),
    ];
  }

  /** Not for search engines, and without a canonical address: 404.html answers for every address there is not, saved shows each reader their own, the stand-in any page. keyed: it may be opened with a key in its address. */
  #unlisted(
    page: string,
    title: string,
    { keyed = false, kind = 'plain' }: { keyed?: boolean; kind?: 'plain' | 'stand-in' } = {},
  ): PageOutput {
    const script = keyed ? previewScript(this.#site.base) : undefined;
    const head: HeadParts = { title: this.#title(title), description: undefined, page, kind: 'website', unlisted: true, script };
    return this.#page({ head, style: keyed ? 'keyed' : 'plain', files: [MANIFEST], data: () => ({ kind }) });
  }

  #title(name: string): string {
    const { title } = this.#settings;
    return name === title ? title : `${name} \u00b7 ${title}`;
  }

  #about(home: boolean): string | undefined {
    return this.#settings.description ?? (home ? undefined : this.#settings.title);
  }

  #page({ head, style, files, data }: PageParts): PageOutput {
    const plan: PagePlan = {
      address: urlPath('/', head.page),
      style,
      head: pageHead(head, this.#site),
      files: files.map((file) => urlPath(this.#site.base, file)),
      data,
    };
    return { path: head.page, kind: 'page', plan };
  }
}

const TOPIC_INDEX = 'topic/index.html';
const PROVIDER_INDEX = 'provider/index.html';
const CALENDAR = 'day/index.html';
const SEARCH_PAGE = 'search/index.html';
export const SAVED_PAGE = 'saved/index.html';
const MISSING_PAGE = '404.html';
const PREVIEW_PAGE = 'preview/index.html';
