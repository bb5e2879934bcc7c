import { strings } from '../lib/strings.ts';
import { articlePage, feedPage, urlPath } from '../schema/paths.ts';
import type { Feed } from './feeds.ts';
import { attribute, escapeHtml } from './html.ts';
import type { PublicArticle } from './model.ts';

/** How many articles a feed's page lists for readers without script; search engines find the rest by the other feeds. */
const LISTED = 24;
const OUT = ' rel="noopener noreferrer nofollow ugc"';

const noscript = (html: string): string => `<noscript>\n${html}\n</noscript>`;
const heading = (text: string, lang?: string): string => `<h1${attribute('lang', lang)}><bdi>${escapeHtml(text)}</bdi></h1>`;
const link = (href: string, text: string, lang?: string): string =>
  `<a${attribute('href', href)}${attribute('lang', lang)}><bdi>${escapeHtml(text)}</bdi></a>`;

/** The day in UTC: without script nobody knows the reader's, and the publication's may be another than the machine's. */
const day = ({ publishedDateTime }: PublicArticle): string =>
  `<time${attribute('datetime', publishedDateTime)}>${escapeHtml(publishedDateTime.slice(0, 10))}</time>`;
const byline = (article: PublicArticle): string => `<bdi>${escapeHtml(article.provider.name)}</bdi>, ${day(article)}`;

export function feedBody(feed: Feed, base: string): string {
  const rows = feed.articles.slice(0, LISTED).map((article) => `<li>${articleLink(article, base)} ${byline(article)}</li>`);
  const lists = [link(urlPath(base, TOPIC_INDEX), strings.allTopics), link(urlPath(base, PROVIDER_INDEX), strings.allProviders)];
  const home = feed.kind === 'all' ? [] : [link(base, strings.allNews)];
  return noscript(`${heading(feed.name)}\n<ul>\n${rows.join('\n')}\n</ul>\n<p>${[...home, ...lists].join(' ')}</p>`);
}

export const TOPIC_INDEX = 'topic/index.html';
export const PROVIDER_INDEX = 'provider/index.html';

const articleLink = ({ category, slug, title, lang }: PublicArticle, base: string): string =>
  link(urlPath(base, articlePage(category, slug)), title, lang);

/** All topics or all providers, by what `feeds` holds. */
export function indexBody(title: string, feeds: readonly Feed[], base: string): string {
  const rows = feeds.map(
    ({ kind, id, name, articles }) => `<li>${link(urlPath(base, feedPage(kind, id)), name)} ${articles.length}</li>`,
  );
  return noscript(`${heading(title)}\n<ul>\n${rows.join('\n')}\n</ul>\n<p>${link(base, strings.allNews)}</p>`);
}

export function articleBody(article: PublicArticle, base: string): string {
  const { title, excerpt, lang, originalUrl, provider } = article;
  const out = originalUrl && `<p><a${attribute('href', originalUrl)}${OUT}>${escapeHtml(strings.readAt(provider.name))}</a></p>`;
  const parts = [
    heading(title, lang),
    `<p>${byline(article)}</p>`,
    excerpt && `<p${attribute('lang', lang)} dir="auto">${escapeHtml(excerpt)}</p>`,
    out,
    `<p>${link(base, strings.allNews)}</p>`,
  ];
  return noscript(parts.filter((part) => part !== undefined && part !== '').join('\n'));
}

export function missingBody(base: string): string {
  return noscript(
    `${heading(strings.notFound.title)}\n<p>${escapeHtml(strings.notFound.text)} ${link(base, strings.allNews)}</p>`,
  );
}

export const SAVED_PAGE = 'saved/index.html';

export function savedBody(base: string): string {
  return noscript(`${heading(strings.saved.title)}\n<p>${escapeHtml(strings.saved.noScript)} ${link(base, strings.allNews)}</p>`);
}
