import type { QueryClient } from '@tanstack/react-query';
import { articleManifestQuery, providersQuery, topicsQuery } from '../data/queries.ts';

/** What lazily loaded pages will ask for: begun with the navigation, while their code is on its way. */
export const startArticle = (client: QueryClient, params: { slug?: string | undefined }): void =>
  void client.prefetchQuery(articleManifestQuery(params.slug ?? ''));

export const startTopics = (client: QueryClient): void => void client.prefetchQuery(topicsQuery());

export const startProviders = (client: QueryClient): void => void client.prefetchQuery(providersQuery());
