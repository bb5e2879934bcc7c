import { useMemo } from 'react';
import { topStrings } from '../../lib/later-strings.ts';
import { strings } from '../../lib/strings.ts';
import type { Card } from '../../schema/card.ts';
import type { TopFeed } from '../../schema/feed.ts';
import { classNames } from '../../ui/class-names.ts';
import rows from './part-rows.module.css';
import { SectionRows } from './part-rows.tsx';
import styles from './top-feed.module.css';
import { WhyHere } from './why-here.tsx';

/** The cards of Top in their order, each with the reason for its place. */
export function TopRows({ top }: { top: TopFeed }) {
  const { cards } = top;
  const section = useMemo(() => ({ newest: top.ranking.newest, oldest: top.ranking.newest, cards: [...cards] }), [top, cards]);
  const places = useMemo(() => new Map(cards.map((card, index) => [card.slug, index + 1])), [cards]);
  const placeOf = (card: Card): number => places.get(card.slug) ?? 1;
  return (
    <div className={classNames(rows.section, styles.rows)}>
      <div className={rows.day}>
        <span className={rows.weekday}>{strings.top}</span>
        <span className={rows.date}>{topStrings.by}</span>
      </div>
      <SectionRows
        section={section}
        total={cards.length}
        positionOf={placeOf}
        renderBelow={(card) => (
          <div className={styles.why}>
            <WhyHere card={card} place={placeOf(card)} top={top} />
          </div>
        )}
      />
    </div>
  );
}
