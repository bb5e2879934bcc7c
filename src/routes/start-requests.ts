import type { QueryClient } from '@tanstack/react-query';
import { prefetchArticle } from '../data/prefetch-article.ts';
import { articleManifestQuery } from '../data/queries.ts';
import { articleEdition } from '../lib/edition.ts';

/** What lazily loaded pages will ask for: begun with the navigation, while their code is on its way. They settle when it is there, or could not be had. */
export const startArticle = (client: QueryClient, { slug = '' }: { slug?: string | undefined }): Promise<void> =>
  prefetchArticle(client, slug);

export function editionOfArticle(client: QueryClient, { slug = '' }: { slug?: string | undefined }): string | undefined {
  const manifest = client.getQueryData(articleManifestQuery(slug).queryKey);
  return manifest && articleEdition(manifest);
}
