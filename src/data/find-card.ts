import type { QueryClient } from '@tanstack/react-query';
import type { ArticleManifest } from '../schema/article.ts';
import type { Card, RelatedCard } from '../schema/card.ts';
import type { FeedManifest, Shard } from '../schema/feed.ts';

/** What the loaded feeds, or else the loaded Related panels, already say of an article. */
export function findCard(client: QueryClient, slug: string): Card | RelatedCard | undefined {
  const isIt = (card: { slug: string }) => card.slug === slug;
  for (const root of ['feed', 'top', 'shard']) {
    for (const [, part] of client.getQueriesData<FeedManifest | Shard>({ queryKey: [root] })) {
      const card = part?.cards.find(isIt);
      if (card) return card;
    }
  }
  for (const [, manifest] of client.getQueriesData<ArticleManifest>({ queryKey: ['article-manifest'] })) {
    const card = manifest?.related.find(isIt);
    if (card) return card;
  }
  return undefined;
}
