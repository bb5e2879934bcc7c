import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { topQuery } from '../data/queries.ts';
import { EmptyFeed } from '../features/feed/feed-end.tsx';
import { FeedHead, FeedLine } from '../features/feed/feed-head.tsx';
import { FeedSkeleton } from '../features/feed/feed-skeleton.tsx';
import rows from '../features/feed/part-rows.module.css';
import { SectionRows } from '../features/feed/part-rows.tsx';
import topStyles from '../features/feed/top-feed.module.css';
import { WhyHere } from '../features/feed/why-here.tsx';
import { topStrings } from '../lib/later-strings.ts';
import { previewStrings } from '../lib/preview-strings.ts';
import { strings } from '../lib/strings.ts';
import type { Card } from '../schema/card.ts';
import type { FeedKind, TopFeed } from '../schema/feed.ts';
import { classNames } from '../ui/class-names.ts';

interface PreviewTopProps {
  kind: FeedKind;
  id: string;
  sort: ReactNode;
}

/** Top with the drafts in it, in the order that the build gave it. */
export function PreviewTop({ kind, id, sort }: PreviewTopProps) {
  const { data: top, isError } = useQuery(topQuery(kind, kind === 'all' ? 'all' : id));
  return (
    <>
      <FeedHead kind={kind} manifest={top} />
      <FeedLine total={top?.cards.length} sort={sort} />
      {isError && <p role="status">{previewStrings.inPlace.noTop}</p>}
      {!top && !isError && <FeedSkeleton count={9} />}
      {top && (top.cards.length === 0 ? <EmptyFeed /> : <Rows top={top} />)}
    </>
  );
}

function Rows({ top }: { top: TopFeed }) {
  const { cards, ranking } = top;
  const section = useMemo(() => ({ newest: ranking.newest, oldest: ranking.newest, cards: [...cards] }), [cards, ranking]);
  const places = useMemo(() => new Map(cards.map(({ slug }, index) => [slug, index + 1])), [cards]);
  const placeOf = ({ slug }: Card): number => places.get(slug) ?? 1;
  return (
    <div className={classNames(rows.section, topStyles.rows)}>
      <div className={rows.day}>
        <span className={rows.weekday}>{strings.top}</span>
        <span className={rows.date}>{topStrings.by}</span>
      </div>
      <SectionRows
        section={section}
        total={cards.length}
        positionOf={placeOf}
        renderBelow={(card) => (
          <div className={topStyles.why}>
            <WhyHere card={card} place={placeOf(card)} top={top} />
          </div>
        )}
      />
    </div>
  );
}
