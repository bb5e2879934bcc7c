import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { DataFault, isMissing } from '../../data/fetch-json.ts';
import { feedManifestQuery } from '../../data/queries.ts';
import type { FeedKind } from '../../schema/feed.ts';
import { entryOf } from '../../store/place-store.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { FeedHead, FeedLine } from './feed-head.tsx';
import { FeedSheet } from './feed-sheet.tsx';
import { FeedSkeleton } from './feed-skeleton.tsx';
import { hasTop, SortSwitch } from './sort-switch.tsx';

/** How often a feed in sight asks for what is new. */
const REFRESH_MS = 5 * 60_000;

interface FeedProps {
  kind: FeedKind;
  id: string;
  /** What stands where there is no such feed. */
  notFound: ReactNode;
}

/** A feed by time, in whatever state it is. */
export function Feed({ kind, id, notFound }: FeedProps) {
  const entry = entryOf(useLocation());
  const query = useQuery({ ...feedManifestQuery(kind, id), refetchInterval: REFRESH_MS, refetchOnWindowFocus: true });
  const { data, error, refetch } = query;
  usePageTitle(kind === 'all' ? undefined : data?.name);
  if (isMissing(error)) return notFound;
  if (data) return <FeedSheet key={entry} entry={entry} kind={kind} id={id} fresh={data} refetch={refetch} />;
  if (error) {
    return (
      <>
        {kind === 'all' && <FeedHead kind={kind} manifest={undefined} />}
        <FaultNote kind={error instanceof DataFault ? error.kind : 'broken'} onRetry={() => void refetch()} whole />
      </>
    );
  }
  return (
    <>
      <FeedHead kind={kind} manifest={undefined} />
      <FeedLine total={undefined} sort={hasTop(kind) && <SortSwitch kind={kind} id={id} />} />
      <FeedSkeleton count={9} lead={kind === 'all'} />
    </>
  );
}
