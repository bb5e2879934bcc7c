import { useRef, useState } from 'react';
import type { FeedKind, FeedManifest } from '../../schema/feed.ts';
import { readPlace } from '../../store/place-store.ts';
import { EmptyFeed } from './feed-end.tsx';
import { FeedHead, FeedLine, NewArticlesButton } from './feed-head.tsx';
import { FeedParts } from './feed-parts.tsx';
import { hasTop, SortSwitch } from './sort-switch.tsx';
import { useEdition } from './use-edition.ts';
import { useLastVisit } from './use-last-visit.ts';
import { usePlace } from './use-place.ts';

interface FeedSheetProps {
  /** Names the history entry that the feed stands at. */
  entry: string;
  kind: FeedKind;
  id: string;
  fresh: FeedManifest;
  refetch: () => Promise<{ data: FeedManifest | undefined }>;
}

/** A feed whose table of contents is there. */
export function FeedSheet({ entry, kind, id, fresh, refetch }: FeedSheetProps) {
  const feed = useRef<HTMLDivElement>(null);
  const [start] = useState(() => readPlace(entry));
  const place = usePlace(feed, entry, start);
  const edition = useEdition(fresh, refetch, place.hold);
  const { manifest, number, waiting, showNew } = edition;
  const visit = useLastVisit(manifest, number);
  return (
    <>
      <FeedHead kind={kind} manifest={manifest} />
      <FeedLine total={manifest.total || undefined} visit={visit} sort={hasTop(kind) && <SortSwitch kind={kind} id={id} />}>
        <NewArticlesButton count={waiting} onShow={showNew} />
      </FeedLine>
      {manifest.total === 0 ? (
        <EmptyFeed />
      ) : (
        <FeedParts
          key={number}
          kind={kind}
          id={id}
          feed={feed}
          place={place}
          start={number === 0 ? start : undefined}
          edition={edition}
          since={visit?.since}
        />
      )}
    </>
  );
}
