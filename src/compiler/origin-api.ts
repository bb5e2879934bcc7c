import { segmentOf } from '../lib/slugify.ts';
import type { Feeds } from './feeds.ts';
import type { Corpus, Output, PublicArticle, Settings } from './model.ts';

const A_PAGE = 25;

/**
 * The origin's published API, for the clients that it has: pages of 25 articles, newest first, for all and for each topic.
 * Its pages are numbered from the newest, so nearly every one changes with each article; the reader does not use it.
 */
export function originApi(corpus: Corpus, feeds: Feeds): Output[] {
  const texts = new Map(feeds.all.articles.map((article) => [article, JSON.stringify(originArticle(article, corpus.settings))]));
  const ids = new Map([...corpus.topics].reverse().map(({ id, name }) => [segmentOf(name), id]));
  const outputs = originPages('api/news', feeds.all.articles, texts);
  const folders = new Set<string>();
  for (const topic of feeds.topics) {
    const id = folderName(ids.get(topic.id) ?? topic.id);
    const folder = folders.has(id) ? topic.id : id;
    folders.add(folder);
    outputs.push(...originPages(`api/news/${folder}`, topic.articles, texts));
  }
  return outputs;
}

/** An id comes from a file: as a folder's name it must not climb, nor take `page`, which is the origin's own. */
const folderName = (id: string): string => (/^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u.test(id) ? id : segmentOf(id));

function originPages(folder: string, articles: readonly PublicArticle[], texts: ReadonlyMap<PublicArticle, string>): Output[] {
  const last = Math.max(1, Math.ceil(articles.length / A_PAGE));
  const outputs: Output[] = [];
  for (let page = 1; page <= last; page++) {
    const value = articles.slice((page - 1) * A_PAGE, page * A_PAGE).map((article) => texts.get(article) ?? '');
    const text = `{"page":${page},"value":[${value.join(',')}],"nextPage":${page < last ? page + 1 : null}}\n`;
    if (page === 1) outputs.push({ path: `${folder}/index.json`, text, kind: 'contents' });
    outputs.push({ path: `${folder}/page/${page}/index.json`, text, kind: 'contents' });
  }
  return outputs;
}

const webAddress = (url: string | null): string | null => (url !== null && /^https?:\/\//i.test(url) ? url : null);

/** Values as they stand in the file, under exactly the origin's keys, in its order; null where there is none. */
function originArticle({ path, origin, categoryName }: PublicArticle, settings: Settings) {
  if (!origin) throw new Error('The articles were read without what the origin’s API says of them.');
  return {
    path,
    title: origin.title,
    excerpt: origin.excerpt,
    sourceUrl: webAddress(origin.sourceUrl),
    webUrl: webAddress(origin.webUrl),
    originalUrl: webAddress(origin.originalUrl),
    featuredContent: origin.featuredContent,
    highlight: null,
    heat: origin.heat,
    tags: null,
    images: pictures(origin.images),
    content: origin.content,
    type: origin.type,
    ampWebUrl: webAddress(origin.ampWebUrl),
    cdnAmpWebUrl: webAddress(origin.cdnAmpWebUrl),
    publishedDateTime: origin.publishedDateTime,
    updatedDateTime: null,
    provider: {
      name: origin.provider.name,
      domain: origin.provider.domain,
      images: pictures(origin.provider.images),
      publishers: null,
      authors: null,
    },
    locale: settings.language.toLowerCase(),
    categories: [origin.category ?? categoryName],
    topics: origin.topics,
  };
}

interface OriginPicture {
  url: string;
  width: number | null;
  height: number | null;
  title?: string | null;
  isCached?: boolean;
}

function pictures(images: readonly OriginPicture[]) {
  const kept = images.filter(({ url }) => webAddress(url) !== null);
  if (kept.length === 0) return null;
  return kept.map(({ url, width, height, title, isCached }) => ({
    url,
    width,
    height,
    title: title ?? null,
    attribution: null,
    isCached: isCached ?? false,
  }));
}
