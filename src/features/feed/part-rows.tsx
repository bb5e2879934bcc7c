import { memo, useMemo } from 'react';
import { calendarDay } from '../../lib/dates.ts';
import type { Card as CardData } from '../../schema/card.ts';
import { classNames } from '../../ui/class-names.ts';
import { usePublication } from '../../ui/publication-context.ts';
import { Card } from '../article/card.tsx';
import { composeRows, type Row } from './compose-rows.ts';
import { composeSections, type Section } from './compose-sections.ts';
import { DayLabel } from './day-label.tsx';
import styles from './part-rows.module.css';

interface PartRowsProps {
  cards: readonly CardData[];
  /** The position of the first card in its feed, from 1. */
  first: number;
  total: number;
  /** When the article before the first card was published. */
  before: string | undefined;
  /** The first card leads the page. */
  lead: boolean;
}

/** The cards of a part under their dates, in rows without holes. */
export const PartRows = memo(function PartRows({ cards, first, total, before, lead }: PartRowsProps) {
  const timeZone = usePublication()?.timeZone ?? 'UTC';
  const [leader, ...others] = lead ? cards : [undefined, ...cards];
  const sections = useMemo(() => composeSections(lead ? cards.slice(1) : cards, timeZone), [cards, lead, timeZone]);
  const positions = new Map(others.map((card, index) => [card?.slug, first + index + (leader ? 1 : 0)]));
  return (
    <>
      {leader && (
        <div className={styles.lead}>
          <Card card={leader} form="lead" position={first} total={total} />
        </div>
      )}
      {sections.map((section) => (
        <div
          key={section.newest}
          className={classNames(styles.section, section === sections[0] && goesOn(section, before, timeZone) && styles.continued)}
        >
          <DayLabel section={section} />
          <SectionRows section={section} total={total} positionOf={(card) => positions.get(card.slug) ?? first} />
        </div>
      ))}
    </>
  );
});

/** Its day began in the part before. */
const goesOn = (section: Section, before: string | undefined, timeZone: string): boolean =>
  before !== undefined && calendarDay(before, timeZone) === calendarDay(section.newest, timeZone);

interface SectionRowsProps {
  section: Section;
  total: number;
  positionOf: (card: CardData) => number;
}

function SectionRows({ section, total, positionOf }: SectionRowsProps) {
  const rows = useMemo(() => composeRows(section.cards), [section]);
  return (
    <div className={styles.river}>
      {rows.map((row) => (
        <div key={row[0]?.cards[0]?.slug} className={styles.row} data-spans={spansOf(row)}>
          {row.map((slot) => (
            <div
              key={slot.cards[0]?.slug}
              className={styles.slot}
              data-span={slot.span}
              data-pair={slot.cards.length > 1 || undefined}
            >
              {slot.cards.map((card) => (
                <Card key={card.slug} card={card} form={slot.form} position={positionOf(card)} total={total} day={section.day} />
              ))}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

const spansOf = (row: Row): string => row.map((slot) => slot.span).join('');
