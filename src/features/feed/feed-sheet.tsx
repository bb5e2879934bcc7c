import { useCallback, useRef, useState } from 'react';
import type { FeedKind, FeedManifest } from '../../schema/feed.ts';
import { EmptyFeed } from './feed-end.tsx';
import { FeedHead, FeedLine, NewArticlesButton } from './feed-head.tsx';
import { FeedParts } from './feed-parts.tsx';
import { placeOf } from './place.ts';
import { useEdition } from './use-edition.ts';

interface FeedSheetProps {
  locationKey: string;
  /** Names the history entry that the feed stands at. */
  entry: string;
  kind: FeedKind;
  id: string;
  fresh: FeedManifest;
  refetch: () => Promise<{ data: FeedManifest | undefined }>;
}

/** A feed whose table of contents is there. */
export function FeedSheet({ locationKey, entry, kind, id, fresh, refetch }: FeedSheetProps) {
  const hold = useRef(() => {});
  const [start] = useState(() => placeOf(locationKey, entry));
  const edition = useEdition(fresh, refetch, hold);
  const { manifest, number, waiting } = edition;
  const showNew = useCallback(() => {
    edition.showNew();
    window.scrollTo({ top: 0, behavior: 'instant' });
  }, [edition.showNew]);
  return (
    <>
      <FeedHead kind={kind} manifest={manifest} />
      <FeedLine total={manifest.total}>
        <NewArticlesButton count={waiting} onShow={showNew} />
      </FeedLine>
      {manifest.total === 0 ? (
        <EmptyFeed />
      ) : (
        <FeedParts
          key={number}
          kind={kind}
          id={id}
          entry={entry}
          start={number === 0 ? start : undefined}
          edition={edition}
          hold={hold}
          showNew={showNew}
        />
      )}
    </>
  );
}
