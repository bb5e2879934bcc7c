import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { DataFault, isMissing } from '../../data/fetch-json.ts';
import { topQuery } from '../../data/queries.ts';
import { sortHref } from '../../lib/href.ts';
import { topStrings } from '../../lib/later-strings.ts';
import type { FeedKind, TopFeed as TopFeedData } from '../../schema/feed.ts';
import { entryOf, readPlace } from '../../store/place-store.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import feedStyles from './feed.module.css';
import { EmptyFeed } from './feed-end.tsx';
import { FeedHead, FeedLine } from './feed-head.tsx';
import { FeedSkeleton } from './feed-skeleton.tsx';
import { HEAD } from './part-model.ts';
import { SortSwitch } from './sort-switch.tsx';
import { TopRows } from './top-rows.tsx';
import { useFeedKeys } from './use-feed-keys.ts';
import { usePlace } from './use-place.ts';

interface TopFeedProps {
  kind: FeedKind;
  id: string;
  /** What stands where there is no such feed. */
  notFound: ReactNode;
}

/** A feed by score, in whatever state it is. */
export function TopFeed({ kind, id, notFound }: TopFeedProps) {
  const entry = entryOf(useLocation());
  const { data, error, refetch } = useQuery(topQuery(kind, id));
  usePageTitle(data && topStrings.of(data.name));
  if (isMissing(error)) return notFound;
  if (data) return <TopSheet key={entry} entry={entry} fresh={data} />;
  return (
    <>
      <FeedHead kind={kind} manifest={undefined} />
      <FeedLine total={undefined} sort={<SortSwitch kind={kind} id={id} />} />
      {error ? (
        <FaultNote kind={error instanceof DataFault ? error.kind : 'broken'} onRetry={() => void refetch()} />
      ) : (
        <FeedSkeleton count={9} />
      )}
    </>
  );
}

function TopSheet({ entry, fresh }: { entry: string; fresh: TopFeedData }) {
  // What is being read does not change its order: a newer ranking is there at the next visit.
  const [top] = useState(fresh);
  const { kind, id, cards } = top;
  const feed = useRef<HTMLDivElement>(null);
  const [start] = useState(() => readPlace(entry));
  const place = usePlace(feed, entry, start);
  return (
    <>
      <FeedHead kind={kind} manifest={top} />
      <FeedLine total={cards.length} sort={<SortSwitch kind={kind} id={id} />} />
      {cards.length === 0 ? <EmptyFeed /> : <TopList top={top} place={place} feed={feed} />}
    </>
  );
}

interface TopListProps {
  top: TopFeedData;
  place: ReturnType<typeof usePlace>;
  feed: RefObject<HTMLDivElement | null>;
}

function TopList({ top, place, feed }: TopListProps) {
  const { kind, id, name, cards } = top;
  const keys = useFeedKeys({ feed, more: nothing, showNew: nothing });
  const { settle } = place;
  useLayoutEffect(() => settle(HEAD, HEAD), [settle]);
  return (
    <>
      <div
        ref={feed}
        className={feedStyles.feed}
        role="feed"
        aria-busy={false}
        aria-label={topStrings.of(name)}
        onKeyDown={keys.onKeyDown}
        onClickCapture={place.onOpen}
      >
        <div data-part={HEAD}>
          <TopRows top={top} />
        </div>
      </div>
      <p className={feedStyles.end}>
        <strong>{topStrings.end}</strong> {topStrings.endNote(cards.length)}{' '}
        <PageLink to={sortHref(kind === 'all' ? '' : id, false)}>{topStrings.rest}</PageLink>
      </p>
    </>
  );
}

const nothing = (): void => undefined;
