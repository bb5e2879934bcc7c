import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { wholeListQuery } from '../../data/list-queries.ts';
import { archiveQuery, feedManifestQuery, publicationQuery, shardQuery } from '../../data/queries.ts';
import type { Card } from '../../schema/card.ts';
import type { FeedKind, FeedManifest } from '../../schema/feed.ts';
import type { ClustersInPlace } from './clusters-in-place.ts';
import { clustersQuery, NO_CLUSTERS } from './in-place-answers.ts';
import { mergedFeed } from './in-place-map.ts';
import type { Shown } from './shown-drafts.ts';

interface Feed {
  /** Newest first, drafts among them. */
  cards: Card[];
  /** Nothing older is left. */
  whole: boolean;
  /** Absent where only drafts are in the feed. */
  manifest: FeedManifest | undefined;
}

/** The newest articles of a feed with drafts in their places. wanted: about how many public ones. */
export function useFeedInPlace(kind: FeedKind, id: string, wanted: number, shown: Shown): Feed | 'waiting' | 'broken' {
  const client = useQueryClient();
  const { data, isError } = useQuery({
    queryKey: ['feed-in-place', kind, id, wanted],
    queryFn: () => loadFeed(client, kind, id, wanted),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  // Answered from what is open; without an answer the feed stands without it.
  const { data: clusters, isPending } = useQuery<ClustersInPlace>(clustersQuery);
  if (!data || isPending) return isError ? 'broken' : 'waiting';
  return { ...data, cards: mergedFeed(data, { kind, id }, shown, clusters ?? NO_CLUSTERS) };
}

/** A feed that is not public is not asked for: its name may be a draft's word. */
async function loadFeed(client: QueryClient, kind: FeedKind, id: string, wanted: number): Promise<Feed> {
  if (!(await isPublic(client, kind, id))) return { cards: [], whole: true, manifest: undefined };
  const manifest = await client.fetchQuery(feedManifestQuery(kind, id));
  const cards = [...manifest.cards];
  const rest = [...manifest.references];
  for (let next = rest.shift(); next; next = rest.shift()) {
    if (next.level > 0) rest.unshift(...(await client.fetchQuery(archiveQuery(kind, id, next.file))).references);
    else cards.push(...(await client.fetchQuery(shardQuery(kind, id, next.file))).cards);
    if (cards.length >= wanted) break;
  }
  return { cards, whole: rest.length === 0, manifest };
}

async function isPublic(client: QueryClient, kind: FeedKind, id: string): Promise<boolean> {
  if (kind === 'all') return true;
  const has = (list: readonly { id: string }[]) => list.some((one) => one.id === id);
  if (kind === 'topic' || kind === 'provider') return has(await client.fetchQuery(wholeListQuery(kind)));
  return kind === 'category' && has((await client.fetchQuery(publicationQuery())).categories);
}
