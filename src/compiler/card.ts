import type * as v from 'valibot';
import { providerId } from '../lib/slugify.ts';
import { CARD_EXCERPT_LENGTH, type Card, type RelatedCard } from '../schema/card.ts';
import { cut } from './cut.ts';
import { listed } from './json-text.ts';
import type { Article, SourceProvider } from './model.ts';
import type { ProviderJson, Resolver } from './resolve.ts';

const CARD_PROVIDERS = 4;

/** file: the hash that names the article's file. followers: those that this card stands for too. */
export function cardOf(
  article: Article,
  file: string,
  resolver: Resolver,
  followers: readonly Article[] = [],
): v.InferInput<typeof Card> {
  return {
    slug: article.slug,
    category: article.category,
    title: article.title,
    excerpt: cut(article.excerpt, CARD_EXCERPT_LENGTH) || undefined,
    publishedDateTime: article.publishedDateTime,
    type: article.type === 'article' ? undefined : article.type,
    provider: resolver.provider(article.provider),
    topics: listed(article.topics),
    image: resolver.images(article)[0],
    heat: article.heat,
    coverage: coverageOf(article, [...article.related, ...followers], resolver),
    file,
    lang: article.lang,
    draft: article.draft,
  };
}

export function relatedCardOf(article: Article, file: string, resolver: Resolver): v.InferInput<typeof RelatedCard> {
  return {
    slug: article.slug,
    category: article.category,
    title: article.title,
    publishedDateTime: article.publishedDateTime,
    type: article.type === 'article' ? undefined : article.type,
    provider: resolver.provider(article.provider),
    image: resolver.images(article)[0],
    file,
    lang: article.lang,
    draft: article.draft,
  };
}

function coverageOf(
  article: Article,
  stories: readonly { provider?: SourceProvider }[],
  resolver: Resolver,
): { total: number; providers: ProviderJson[] } | undefined {
  if (stories.length === 0) return undefined;
  const own = providerId(article.provider);
  const others = new Map<string, ProviderJson>();
  let itself: ProviderJson | undefined;
  for (const { provider } of stories) {
    if (provider === undefined) continue;
    const id = providerId(provider);
    if (id === own) itself ??= resolver.provider(provider);
    else if (!others.has(id) && others.size < CARD_PROVIDERS) others.set(id, resolver.provider(provider));
  }
  const providers = [...others.values()];
  if (itself && providers.length < CARD_PROVIDERS) providers.push(itself);
  return { total: stories.length, providers };
}
