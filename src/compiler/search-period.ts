import type * as v from 'valibot';
import { shortSlug } from '../lib/search-slug.ts';
import type { SearchPeriod } from '../schema/search.ts';
import type { SearchEntry } from './search-entry.ts';

/** A period's file. `entries` oldest first. */
export function periodText(entries: readonly SearchEntry[]): v.InferInput<typeof SearchPeriod> {
  const providers = new Places<[string, string]>(([name, domain]) => `${name}\n${domain}`);
  const topics = new Places<string>(String);
  const categories = new Places<string>(String);
  const seconds = entries.map(({ article }) => Math.floor(article.time / 1000));
  return {
    from: seconds[0] ?? 0,
    since: seconds.map((second, at) => second - (seconds[at - 1] ?? second)),
    providers: entries.map(({ article: { provider } }) => providers.of([provider.name, provider.domain ?? ''])),
    categories: entries.map(({ article }) => categories.of(article.category)),
    topics: entries.map(({ article }) => article.topics.map((topic) => topics.of(topic))),
    names: { providers: providers.all, topics: topics.all, categories: categories.all },
    slugs: entries.map(({ article }) => shortSlug(article.slug, article.title, article.publishedDateTime.slice(0, 10))),
    titles: entries.map(({ article }) => article.title),
    excerpts: entries.map(({ article }) => article.excerpt),
    texts: some(entries, ({ text }) => text() || undefined),
    types: some(entries, ({ article: { type } }) => (type === 'article' ? undefined : type)),
    languages: some(entries, ({ article }) => article.lang),
    drafts: some(entries, ({ article }) => article.draft),
  };
}

/** What is there, by its place. */
function some<T>(entries: readonly SearchEntry[], read: (entry: SearchEntry) => T | undefined): Record<string, T> | undefined {
  const found: Record<string, T> = {};
  for (const [at, entry] of entries.entries()) {
    const value = read(entry);
    if (value !== undefined) found[at] = value;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** A list in which each value stands once. */
class Places<T> {
  readonly all: T[] = [];
  readonly #known = new Map<string, number>();
  readonly #nameOf: (value: T) => string;

  constructor(nameOf: (value: T) => string) {
    this.#nameOf = nameOf;
  }

  of(value: T): number {
    const name = this.#nameOf(value);
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#known.set(name, this.all.length);
    return this.all.push(value) - 1;
  }
}
