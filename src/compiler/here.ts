import { canonicalUrl } from '../lib/canonical-url.ts';
import type { PublicArticle } from './model.ts';

const NONE: ReadonlySet<PublicArticle> = new Set();

/** Finds the articles of this publication among the stories that cover an event. */
export class Here {
  readonly #byUrl: (key: string) => PublicArticle | undefined;

  /** `articles` newest first: where two have the same address, the newest has it. byUrl: finds it by its canonical form. */
  constructor(articles: readonly PublicArticle[], byUrl = finderOf(articles)) {
    this.#byUrl = byUrl;
  }

  /** The coverage entries of an article that are articles here, itself not; `url` as the entry has it. */
  of(article: PublicArticle): { url: string; article: PublicArticle }[] {
    if (article.related.length === 0) return [];
    const found = new Map<string, PublicArticle>();
    for (const { url, urls } of article.related) {
      const other = this.#find(url === undefined ? urls : [url, ...urls]);
      if (url !== undefined && other && other !== article) found.set(url, other);
    }
    return [...found].map(([url, other]) => ({ url, article: other }));
  }

  /** Every article here that the article's coverage names, those without a link out too. */
  covered(article: PublicArticle): ReadonlySet<PublicArticle> {
    if (article.related.length === 0) return NONE;
    const found = new Set<PublicArticle>();
    for (const { urls } of article.related) {
      const other = this.#find(urls);
      if (other && other !== article) found.add(other);
    }
    return found;
  }

  #find(urls: string[]): PublicArticle | undefined {
    for (const url of urls) {
      const article = this.#byUrl(canonicalUrl(url));
      if (article) return article;
    }
    return undefined;
  }
}

function finderOf(articles: readonly PublicArticle[]): (key: string) => PublicArticle | undefined {
  const byUrl = new Map<string, PublicArticle>();
  for (const article of articles) {
    for (const url of article.urls) {
      const key = canonicalUrl(url);
      if (!byUrl.has(key)) byUrl.set(key, article);
    }
  }
  return (key) => byUrl.get(key);
}
