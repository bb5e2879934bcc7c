import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { topQuery } from '../data/queries.ts';
import { EmptyFeed } from '../features/feed/feed-end.tsx';
import { FeedHead, FeedLine } from '../features/feed/feed-head.tsx';
import { FeedSkeleton } from '../features/feed/feed-skeleton.tsx';
import { TopRows } from '../features/feed/top-rows.tsx';
import { inPlaceStrings } from '../lib/in-place-strings.ts';
import type { FeedKind } from '../schema/feed.ts';

interface PreviewTopProps {
  kind: FeedKind;
  id: string;
  sort: ReactNode;
}

/** Top with the drafts in it, in the order that the build gave it. */
export function PreviewTop({ kind, id, sort }: PreviewTopProps) {
  const { data: top, isError } = useQuery(topQuery(kind, id));
  return (
    <>
      <FeedHead kind={kind} manifest={top} />
      <FeedLine total={top?.cards.length} sort={sort} />
      {isError && <p role="status">{inPlaceStrings.noTop}</p>}
      {!top && !isError && <FeedSkeleton count={9} />}
      {top && (top.cards.length === 0 ? <EmptyFeed /> : <TopRows top={top} />)}
    </>
  );
}
