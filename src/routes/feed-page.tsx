import type { QueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { feedManifestQuery, shardQuery } from '../data/queries.ts';
import { Feed } from '../features/feed/feed.tsx';
import { NotFound } from '../features/shell/not-found.tsx';
import { feedEdition } from '../lib/edition.ts';
import { type FeedKind, firstShard } from '../schema/feed.ts';

/** Which URL parameter names the feed. */
const PARAMETER: Readonly<Record<FeedKind, string>> = { all: '', category: 'category', topic: 'topic', provider: 'provider' };

type Params = Readonly<Record<string, string | undefined>>;

const idIn = (kind: FeedKind, params: Params): string => params[PARAMETER[kind]] ?? '';
const contentsOf = (kind: FeedKind, params: Params) => feedManifestQuery(kind, idIn(kind, params));

/** Starts the requests with the navigation. Settles when what the feed opens with is there, or could not be had. */
export const startFeed =
  (kind: FeedKind) =>
  async (client: QueryClient, params: Params): Promise<void> => {
    await client.prefetchQuery(contentsOf(kind, params));
    const feed = client.getQueryData(contentsOf(kind, params).queryKey);
    const shard = feed && firstShard(feed.cards.length, feed.references);
    if (shard) await client.prefetchQuery(shardQuery(kind, idIn(kind, params), shard.file));
  };

export const editionOfFeed =
  (kind: FeedKind) =>
  (client: QueryClient, params: Params): string | undefined => {
    const feed = client.getQueryData(contentsOf(kind, params).queryKey);
    return feed && feedEdition(feed);
  };

function FeedPage({ kind }: { kind: FeedKind }) {
  const id = idIn(kind, useParams());
  return <Feed key={`${kind}/${id}`} kind={kind} id={id} notFound={<NotFound />} />;
}

export const HomePage = () => <FeedPage kind="all" />;
export const CategoryPage = () => <FeedPage kind="category" />;
export const TopicPage = () => <FeedPage kind="topic" />;
export const ProviderPage = () => <FeedPage kind="provider" />;
