import type { QueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useLocation, useParams } from 'react-router';
import { feedManifestQuery, shardQuery, topQuery } from '../data/queries.ts';
import { Feed } from '../features/feed/feed.tsx';
import { FeedSkeleton } from '../features/feed/feed-skeleton.tsx';
import { hasTop } from '../features/feed/sort-switch.tsx';
import { NotFound } from '../features/shell/not-found.tsx';
import { feedEdition } from '../lib/edition.ts';
import { isTop } from '../lib/href.ts';
import { type FeedKind, firstShard } from '../schema/feed.ts';

/** Which URL parameters name the feed. */
const PARAMETERS: Readonly<Record<FeedKind, readonly string[]>> = {
  all: [],
  category: ['category'],
  topic: ['topic'],
  provider: ['provider'],
  day: ['year', 'month', 'day'],
};

type Params = Readonly<Record<string, string | undefined>>;

/** The feed's id as its files have it, so that all who ask for them ask once. */
export const idIn = (kind: FeedKind, params: Params): string => PARAMETERS[kind].map((name) => params[name]).join('-') || kind;
const contentsOf = (kind: FeedKind, params: Params) => feedManifestQuery(kind, idIn(kind, params));
const wantsTop = (kind: FeedKind, search: string): boolean => hasTop(kind) && isTop(search);

/** Top's code, which nobody needs for the first view. */
const loadTop = () => import('../features/feed/top-feed.tsx');
const TopFeed = lazy(async () => ({ default: (await loadTop()).TopFeed }));

/** The code that the feed's order needs beyond the feed's own. A failure shows when the page asks for it. */
export const loadFeed =
  (kind: FeedKind) =>
  async (search = ''): Promise<unknown> =>
    wantsTop(kind, search) ? loadTop().catch(() => undefined) : undefined;

/** Starts the requests with the navigation. Settles when what the feed opens with is there, or could not be had. */
export const startFeed =
  (kind: FeedKind) =>
  async (client: QueryClient, params: Params, search: string): Promise<void> => {
    if (wantsTop(kind, search)) return client.prefetchQuery(topQuery(kind, idIn(kind, params)));
    await client.prefetchQuery(contentsOf(kind, params));
    const feed = client.getQueryData(contentsOf(kind, params).queryKey);
    const shard = feed && firstShard(feed.cards.length, feed.references);
    if (shard) await client.prefetchQuery(shardQuery(kind, idIn(kind, params), shard.file));
  };

/** Pages that are made ahead show the newest articles first. */
export const editionOfFeed =
  (kind: FeedKind) =>
  (client: QueryClient, params: Params, search: string): string | undefined => {
    const feed = wantsTop(kind, search) ? undefined : client.getQueryData(contentsOf(kind, params).queryKey);
    return feed && feedEdition(feed);
  };

function FeedPage({ kind }: { kind: FeedKind }) {
  const id = idIn(kind, useParams());
  const { search } = useLocation();
  const key = `${kind}/${id}`;
  const notFound = <NotFound />;
  if (!wantsTop(kind, search)) return <Feed key={key} kind={kind} id={id} notFound={notFound} />;
  return (
    <Suspense fallback={<FeedSkeleton count={9} />}>
      <TopFeed key={key} kind={kind} id={id} notFound={notFound} />
    </Suspense>
  );
}

export const HomePage = () => <FeedPage kind="all" />;
export const CategoryPage = () => <FeedPage kind="category" />;
export const TopicPage = () => <FeedPage kind="topic" />;
export const ProviderPage = () => <FeedPage kind="provider" />;
