import { canonicalUrl } from '../lib/canonical-url.ts';
import type { PublicReference } from '../schema/preview.ts';
import type { Article, Corpus, PublicArticle } from './model.ts';
import { newestFirst } from './order.ts';

export const reference = ({ category, slug, title }: Article): PublicReference => ({ category, slug, title });

/** What only all articles together tell of a draft. */
export class DraftContext {
  readonly #byUrl = new Map<string, PublicArticle>();
  readonly #byTitle = new Map<string, PublicArticle>();
  /** Public articles by the addresses that their coverage names. */
  readonly #covering = new Map<string, PublicArticle[]>();

  constructor(corpus: Corpus) {
    for (const article of [...corpus.articles].sort(newestFirst)) {
      for (const url of article.urls) keep(this.#byUrl, canonicalUrl(url), article);
      keep(this.#byTitle, titleKey(article.title), article);
      for (const { urls } of article.related) {
        for (const url of urls)
          this.#covering.set(canonicalUrl(url), [...(this.#covering.get(canonicalUrl(url)) ?? []), article]);
      }
    }
  }

  /** The public article whose cluster the draft is in: the hottest of those that one of the two names. */
  leader({ urls, related, slug }: Article): PublicArticle | undefined {
    const naming = urls.flatMap((url) => this.#covering.get(canonicalUrl(url)) ?? []);
    const named = related.flatMap((story) => story.urls.flatMap((url) => this.#byUrl.get(canonicalUrl(url)) ?? []));
    const others = [...naming, ...named].filter((other) => other.slug !== slug);
    return others.sort((a, b) => (b.heat ?? 0) - (a.heat ?? 0) || newestFirst(a, b))[0];
  }

  /** Public articles with one of its addresses or its very title. */
  twins({ urls, title }: Article): PublicArticle[] {
    const found = [...urls.map((url) => this.#byUrl.get(canonicalUrl(url))), this.#byTitle.get(titleKey(title))];
    return [...new Set(found.filter((article) => article !== undefined))];
  }
}

function keep(map: Map<string, PublicArticle>, key: string, article: PublicArticle): void {
  if (key !== '' && !map.has(key)) map.set(key, article);
}

const titleKey = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
