import type { QueryClient } from '@tanstack/react-query';
import { findCard } from './find-card.ts';
import { articleFileQuery, articleManifestQuery } from './queries.ts';

/**
 * Loads an article ahead, its table of contents and its file; what is held is not asked for again. file: the hash that names
 * its file, from a card; with it both requests start together, without it the table of contents tells it. Never rejects.
 */
export async function prefetchArticle(client: QueryClient, slug: string, file = findCard(client, slug)?.file): Promise<void> {
  const manifest = client.prefetchQuery(articleManifestQuery(slug));
  if (file !== undefined) void client.prefetchQuery(articleFileQuery(slug, file));
  await manifest;
  const named = client.getQueryData(articleManifestQuery(slug).queryKey)?.file;
  if (named !== undefined && named !== file) await client.prefetchQuery(articleFileQuery(slug, named));
}
