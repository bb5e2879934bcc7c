import { type QueryClient, useIsFetching, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { archiveQuery, shardQuery } from '../../data/queries.ts';
import { type FeedKind, type FeedManifest, firstShard } from '../../schema/feed.ts';
import type { Place } from '../../store/place-store.ts';
import { usePublication } from '../../ui/publication-context.ts';
import styles from './feed.module.css';
import { FeedEnd, MoreButton } from './feed-end.tsx';
import { FeedPart, type PartContext } from './feed-part.tsx';
import type { Fold } from './fold-far.tsx';
import { listParts, type FeedPart as Part, partAt } from './part-model.ts';
import type { useEdition } from './use-edition.ts';
import { useFeedKeys } from './use-feed-keys.ts';
import type { usePlace } from './use-place.ts';

interface FeedPartsProps {
  kind: FeedKind;
  id: string;
  feed: RefObject<HTMLDivElement | null>;
  place: ReturnType<typeof usePlace>;
  /** Where the reader was when this history entry was left. */
  start: Place | undefined;
  edition: ReturnType<typeof useEdition>;
  /** Where the visit before ended. */
  since: string | undefined;
}

/** The articles from the newest on, as far as the reader has come. */
export function FeedParts({ kind, id, feed, place, start, edition, since }: FeedPartsProps) {
  const { parts, onArchive } = useParts(kind, id, edition.manifest);
  const target = start ? Math.max(0, partAt(parts, start.part, start.time)) : 0;
  const [asked, setAsked] = useAsked(edition.manifest);
  // The target moves on when an archive before it comes.
  const shown = parts.slice(0, Math.max(asked, start ? target + 2 : 1));
  const { length } = shown;
  const more = () => setAsked(length + 1);
  const keys = useFeedKeys({ feed, more, showNew: edition.showNew });
  const onDrawn = useDrawn(place.settle, parts[target]?.key, keys.onDrawn, onArchive);
  const context = usePartContext(kind, id, edition, since, place.heights, onDrawn);
  useFocusOnNew(feed, edition.number);
  const publication = usePublication();
  const busy = useIsFetching({ queryKey: ['shard', kind, id] }) > 0;
  const mayGoOn = useMayGoOn(kind, id);
  const whole = shown.length === parts.length;
  const fold = useFold(feed, length > MANY, place.heights);
  const rows = shown.map((part, index) => (
    <FeedPart key={part.key} part={part} context={context} initiallyNear={index >= target} wanted={keys.wanted === part.key} />
  ));
  return (
    <>
      <div
        ref={feed}
        className={styles.feed}
        role="feed"
        aria-busy={busy}
        aria-label={(kind === 'all' ? publication?.title : undefined) ?? edition.manifest.name}
        onKeyDown={keys.onKeyDown}
        onClickCapture={place.onOpen}
      >
        {fold ? fold(rows) : rows}
      </div>
      {!whole && <MoreButton last={shown.at(-1)} step={shown.length} onMore={more} mayGoOn={mayGoOn} />}
      {whole && !busy && parts.at(-1)?.kind !== 'archive' && <FeedEnd total={edition.manifest.total} />}
    </>
  );
}

/** From here on parts that are far away have no element of their own. */
const MANY = 64;

function useFold(feed: RefObject<HTMLElement | null>, isLong: boolean, heights: Map<string, number>) {
  const [fold, setFold] = useState<Fold>();
  useEffect(() => {
    if (!isLong) return undefined;
    // Without it the page is only larger.
    const begun = import('./fold-far.tsx').then(
      ({ foldFar }) => foldFar(feed, heights, setFold),
      () => undefined,
    );
    return () => void begun.then((end) => end?.());
  }, [feed, isLong, heights]);
  return fold;
}

/** How many parts the reader has come to. A new table of contents may cut the same articles into one more. */
function useAsked(manifest: FeedManifest) {
  const [known, setKnown] = useState(manifest);
  const [asked, setAsked] = useState(() =>
    manifest.cards.length > 0 && firstShard(manifest.cards.length, manifest.references) ? 2 : 1,
  );
  if (known !== manifest) {
    setKnown(manifest);
    setAsked(asked + 1);
  }
  return [asked, setAsked] as const;
}

/** The button that was pressed for new articles is gone: reading goes on at the first one. */
function useFocusOnNew(feed: RefObject<HTMLElement | null>, number: number): void {
  useEffect(() => {
    if (number > 0) feed.current?.querySelector<HTMLElement>('[data-article]')?.focus({ preventScroll: true });
  }, [feed, number]);
}

function useParts(kind: FeedKind, id: string, manifest: FeedManifest) {
  const client = useQueryClient();
  const [archives, setArchives] = useState(0);
  // `archives` counts the ones that came: the cache does not tell by itself.
  const parts = useMemo(() => partsOf(client, kind, id, manifest, archives), [client, kind, id, manifest, archives]);
  const onArchive = useCallback(() => setArchives((count) => count + 1), []);
  return { parts, onArchive };
}

/** What happens when a part is drawn. target: the key of the part where the reader's place is. */
function useDrawn(
  settle: (target: string | undefined, drawn?: string) => void,
  target: string | undefined,
  onDrawnForKeys: (part: string) => void,
  onArchive: () => void,
) {
  useLayoutEffect(() => settle(target));
  return useCallback(
    (part: Part) => {
      if (part.kind === 'archive') return onArchive();
      settle(target, part.key);
      onDrawnForKeys(part.key);
    },
    [settle, target, onDrawnForKeys, onArchive],
  );
}

function usePartContext(
  kind: FeedKind,
  id: string,
  { manifest, lost, onMissing }: ReturnType<typeof useEdition>,
  since: string | undefined,
  heights: PartContext['heights'],
  onDrawn: PartContext['onDrawn'],
): PartContext {
  const { total } = manifest;
  return useMemo(
    () => ({ kind, id, total, lead: kind === 'all', since, heights, onDrawn, onMissing, lost }),
    [kind, id, total, since, heights, onDrawn, onMissing, lost],
  );
}

/** After a part that failed, or does so far, the reader decides whether to go on. */
function useMayGoOn(kind: FeedKind, id: string) {
  const client = useQueryClient();
  return useCallback(
    (part: Part | undefined) => {
      const query = part?.kind === 'archive' ? archiveQuery : shardQuery;
      const state = part && client.getQueryState<unknown>(query(kind, id, part.key).queryKey);
      return state?.status !== 'error' && !state?.fetchFailureCount;
    },
    [client, kind, id],
  );
}

const partsOf = (client: QueryClient, kind: FeedKind, id: string, manifest: FeedManifest, _archives: number): Part[] =>
  listParts(manifest, (file) => client.getQueryData(archiveQuery(kind, id, file).queryKey));
