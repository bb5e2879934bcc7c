import { type QueryClient, useIsFetching, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { archiveQuery, shardQuery } from '../../data/queries.ts';
import type { FeedKind, FeedManifest } from '../../schema/feed.ts';
import type { Place } from '../../store/place-store.ts';
import { usePublication } from '../../ui/publication-context.ts';
import { FeedEnd, MoreButton } from './feed-end.tsx';
import { FeedPart } from './feed-part.tsx';
import { listParts, type FeedPart as Part, partAt } from './part-model.ts';
import type { useEdition } from './use-edition.ts';
import { useFeedKeys } from './use-feed-keys.ts';
import { usePlace } from './use-place.ts';

interface FeedPartsProps {
  kind: FeedKind;
  id: string;
  entry: string;
  /** Where the reader was when this history entry was left. */
  start: Place | undefined;
  edition: ReturnType<typeof useEdition>;
  /** Set to what keeps the reader's place through a change. */
  hold: RefObject<() => void>;
  showNew: () => void;
}

/** The articles from the newest on, as far as the reader has come. */
export function FeedParts({ kind, id, entry, start, edition, hold, showNew }: FeedPartsProps) {
  const client = useQueryClient();
  const feed = useRef<HTMLDivElement>(null);
  const { manifest, lost, onMissing } = edition;
  const [archives, setArchives] = useState(0);
  // `archives` counts the ones that came: the cache does not tell by itself.
  const parts = useMemo(() => partsOf(client, kind, id, manifest, archives), [client, kind, id, manifest, archives]);
  const target = start ? Math.max(0, partAt(parts, start.part, start.time)) : 0;
  const [asked, setAsked] = useState(target + (start ? 2 : 1));
  const more = useCallback(() => setAsked((count) => count + 1), []);
  const place = usePlace(feed, entry, start);
  const keys = useFeedKeys({ feed, more, showNew });
  const { settle, heights } = place;
  const targetKey = parts[target]?.key;
  useLayoutEffect(() => {
    hold.current = place.hold;
    settle(targetKey, false);
  });
  const { onDrawn: onDrawnForKeys } = keys;
  const onDrawn = useCallback(
    (part: Part) => {
      if (part.kind === 'archive') return setArchives((count) => count + 1);
      settle(targetKey, part.key === targetKey);
      onDrawnForKeys(part.key);
    },
    [settle, targetKey, onDrawnForKeys],
  );
  const lead = kind === 'all';
  const { total } = manifest;
  const context = useMemo(
    () => ({ kind, id, total, lead, heights, onDrawn, onMissing: (part: Part) => void onMissing(part), lost }),
    [kind, id, total, lead, heights, onDrawn, onMissing, lost],
  );
  const shown = parts.slice(0, asked);
  const busy = useIsFetching({ queryKey: ['shard', kind, id] }) > 0;
  const name = usePublication()?.title ?? manifest.name;
  return (
    <>
      {/* The keys are those of the feed pattern, the click only remembers what was opened: everything in it is a link. */}
      <div
        ref={feed}
        role="feed"
        aria-busy={busy}
        aria-label={kind === 'all' ? name : manifest.name}
        onKeyDown={keys.onKeyDown}
        onClickCapture={place.onOpen}
      >
        {shown.map((part, index) => (
          <FeedPart
            key={part.key}
            part={part}
            context={context}
            initiallyNear={start ? index >= target : true}
            wanted={keys.wanted === part.key}
          />
        ))}
      </div>
      {shown.length < parts.length && (
        <MoreButton step={shown.length} onMore={more} mayLoad={() => mayGoOn(client, kind, id, shown)} />
      )}
      {shown.length >= parts.length && parts.at(-1)?.kind !== 'archive' && <FeedEnd total={total} />}
    </>
  );
}

const partsOf = (client: QueryClient, kind: FeedKind, id: string, manifest: FeedManifest, _archives: number): Part[] =>
  listParts(manifest, (file) => client.getQueryData(archiveQuery(kind, id, file).queryKey));

/** After a part that failed, the reader decides. */
function mayGoOn(client: QueryClient, kind: FeedKind, id: string, shown: readonly Part[]): boolean {
  const last = shown.at(-1);
  return !last || client.getQueryState(shardQuery(kind, id, last.key).queryKey)?.status !== 'error';
}
