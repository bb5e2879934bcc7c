import type { QueryClient } from '@tanstack/react-query';
import { prefetchArticle } from '../data/prefetch-article.ts';
import { articleManifestQuery, providersQuery, topicsQuery } from '../data/queries.ts';
import { articleEdition, listEdition } from '../lib/edition.ts';

/** What lazily loaded pages will ask for: begun with the navigation, while their code is on its way. They settle when it is there, or could not be had. */
export const startArticle = (client: QueryClient, { slug = '' }: { slug?: string | undefined }): Promise<void> =>
  prefetchArticle(client, slug);

export const startTopics = (client: QueryClient): Promise<void> => client.prefetchQuery(topicsQuery());

export const startProviders = (client: QueryClient): Promise<void> => client.prefetchQuery(providersQuery());

export function editionOfArticle(client: QueryClient, { slug = '' }: { slug?: string | undefined }): string | undefined {
  const manifest = client.getQueryData(articleManifestQuery(slug).queryKey);
  return manifest && articleEdition(manifest);
}

export function editionOfTopics(client: QueryClient): string | undefined {
  const list = client.getQueryData(topicsQuery().queryKey);
  return list && listEdition(list.topics);
}

export function editionOfProviders(client: QueryClient): string | undefined {
  const list = client.getQueryData(providersQuery().queryKey);
  return list && listEdition(list.providers);
}
