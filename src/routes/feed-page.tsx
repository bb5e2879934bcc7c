import type { QueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { feedManifestQuery } from '../data/queries.ts';
import { Feed } from '../features/feed/feed.tsx';
import { NotFound } from '../features/shell/not-found.tsx';
import type { FeedKind } from '../schema/feed.ts';

/** Which URL parameter names the feed. */
const PARAMETER: Readonly<Record<FeedKind, string>> = { all: '', category: 'category', topic: 'topic', provider: 'provider' };

/** Starts the request with the navigation; the page shows what state it is in, so nothing waits for it here. */
export const startFeed =
  (kind: FeedKind) =>
  (client: QueryClient, params: Readonly<Record<string, string | undefined>>): void =>
    void client.prefetchQuery(feedManifestQuery(kind, params[PARAMETER[kind]] ?? ''));

function FeedPage({ kind }: { kind: FeedKind }) {
  const id = useParams()[PARAMETER[kind]] ?? '';
  return <Feed key={`${kind}/${id}`} kind={kind} id={id} notFound={<NotFound />} />;
}

export const HomePage = () => <FeedPage kind="all" />;
export const CategoryPage = () => <FeedPage kind="category" />;
export const TopicPage = () => <FeedPage kind="topic" />;
export const ProviderPage = () => <FeedPage kind="provider" />;
