import { canonicalUrl } from '../lib/canonical-url.ts';
import type { PublicReference } from '../schema/preview.ts';
import { Here } from './here.ts';
import type { Article, Corpus, PublicArticle } from './model.ts';
import { newestFirst } from './order.ts';
import { relatedOf } from './related.ts';
import { showDrafts } from './show-drafts.ts';

export const reference = ({ category, slug, title }: Article): PublicReference => ({ category, slug, title });

/** What only all articles together tell of a draft. */
export class DraftContext {
  readonly #byUrl = new Map<string, PublicArticle>();
  readonly #byTitle = new Map<string, PublicArticle>();
  /** Public articles by the addresses that their coverage names. */
  readonly #covering = new Map<string, PublicArticle[]>();
  readonly #here: Here;
  readonly #related: ReadonlyMap<string, PublicArticle[]>;

  constructor(corpus: Corpus) {
    for (const article of [...corpus.articles].sort(newestFirst)) {
      for (const url of article.urls) keep(this.#byUrl, canonicalUrl(url), article);
      keep(this.#byTitle, titleKey(article.title), article);
      for (const { urls } of article.related) {
        for (const url of urls)
          this.#covering.set(canonicalUrl(url), [...(this.#covering.get(canonicalUrl(url)) ?? []), article]);
      }
    }
    const all = showDrafts(corpus).articles;
    this.#here = new Here(all);
    const found = relatedOf(all, this.#here);
    this.#related = new Map([...found].map(([{ path }, others]) => [path, others.map(({ article }) => article)]));
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

  related({ path }: Article): PublicArticle[] {
    return this.#related.get(path) ?? [];
  }

  /** Which of its coverage is on this site: what anybody may see, for the others have no address there. */
  here(article: Article): { url: string; category: string; slug: string }[] {
    const found = this.#here.of(article as PublicArticle).filter(({ article: other }) => other.draft === undefined);
    return found.map(({ url, article: { category, slug } }) => ({ url, category, slug }));
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
