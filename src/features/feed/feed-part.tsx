import { useQuery } from '@tanstack/react-query';
import { memo, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { DataFault, isMissing } from '../../data/fetch-json.ts';
import { archiveQuery, shardQuery } from '../../data/queries.ts';
import type { Card } from '../../schema/card.ts';
import type { FeedKind } from '../../schema/feed.ts';
import { FaultNote } from '../../ui/fault-note.tsx';
import styles from './feed.module.css';
import { FeedSkeleton } from './feed-skeleton.tsx';
import type { FeedPart as Part } from './part-model.ts';
import { PartRows } from './part-rows.tsx';
import { useNear } from './use-near.ts';

export interface PartContext {
  kind: FeedKind;
  id: string;
  total: number;
  lead: boolean;
  since: string | undefined;
  /** Heights (px) of parts that were drawn, by key. */
  heights: Map<string, number>;
  /** A part's cards are on the page, or an archive has come. */
  onDrawn: (part: Part) => void;
  /** A part's file is gone: the table of contents that named it is old. */
  onMissing: (part: Part) => Promise<void>;
  /** Keys of parts that are gone though the newest table of contents names them. */
  lost: ReadonlySet<string>;
}

interface FeedPartProps {
  part: Part;
  context: PartContext;
  initiallyNear: boolean;
  /** Focus is on its way here. */
  wanted: boolean;
}

/** A part of a feed: its cards while it is near the viewport, else room of the height that it had. */
export const FeedPart = memo(function FeedPart({ part, context, initiallyNear, wanted }: FeedPartProps) {
  const element = useRef<HTMLDivElement>(null);
  const { heights } = context;
  const keep = useCallback((height: number) => void heights.set(part.key, height), [heights, part.key]);
  const [near, setNear] = useNear(element, initiallyNear, keep);
  if (wanted && !near) setNear(true);
  useLayoutEffect(() => {
    const height = heights.get(part.key);
    if (height !== undefined) element.current?.style.setProperty('--height', `${height}px`);
  });
  return (
    <div ref={element} data-part={part.key}>
      {near && <Content part={part} context={context} />}
    </div>
  );
});

function Content({ part, context }: { part: Part; context: PartContext }): ReactNode {
  if (part.kind === 'head') return <Cards part={part} context={context} cards={part.cards ?? []} />;
  return part.kind === 'shard' ? <ShardPart part={part} context={context} /> : <ArchivePart part={part} context={context} />;
}

function ShardPart({ part, context }: { part: Part; context: PartContext }) {
  const { data, error, refetch } = useQuery(shardQuery(context.kind, context.id, part.key));
  if (data) return <Cards part={part} context={context} cards={data.cards} />;
  return <Waiting part={part} context={context} error={error} onRetry={() => void refetch()} />;
}

function ArchivePart({ part, context }: { part: Part; context: PartContext }) {
  const { data, error, refetch } = useQuery(archiveQuery(context.kind, context.id, part.key));
  const { onDrawn } = context;
  useEffect(() => {
    if (data) onDrawn(part);
  }, [data, part, onDrawn]);
  return <Waiting part={part} context={context} error={error} onRetry={() => void refetch()} />;
}

interface WaitingProps {
  part: Part;
  context: PartContext;
  error: Error | null;
  onRetry: () => void;
}

function Waiting({ part, context, error, onRetry }: WaitingProps) {
  const { onMissing, lost } = context;
  const missing = isMissing(error);
  useEffect(() => {
    if (missing) void onMissing(part);
  }, [missing, part, onMissing]);
  const broken = error && (!missing || lost.has(part.key));
  return (
    <div className={styles.waiting}>
      {broken ? (
        <FaultNote kind={error instanceof DataFault ? error.kind : 'broken'} onRetry={onRetry} />
      ) : (
        <FeedSkeleton count={Math.min(part.count, 12)} />
      )}
    </div>
  );
}

function Cards({ part, context, cards }: { part: Part; context: PartContext; cards: readonly Card[] }) {
  const { onDrawn, lead, since, total } = context;
  useLayoutEffect(() => onDrawn(part), [part, onDrawn]);
  return (
    <PartRows cards={cards} first={part.first} before={part.before} total={total} since={since} lead={lead && part.first === 1} />
  );
}
