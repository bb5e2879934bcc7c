import { memo, type ReactNode, useMemo } from 'react';
import { calendarDay } from '../../lib/dates.ts';
import { strings } from '../../lib/strings.ts';
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
  /** When the newest article of the reader's last visit was published. */
  since: string | undefined;
  /** The first card leads the page. */
  lead: boolean;
}

/** The cards of a part under their dates, in rows without holes. */
export const PartRows = memo(function PartRows({ cards, first, total, before, since, lead }: PartRowsProps) {
  const timeZone = usePublication()?.timeZone ?? 'UTC';
  const leader = lead ? cards[0] : undefined;
  const seen = since === undefined ? -1 : seenFrom(cards, before, since);
  const sections = useMemo(() => {
    const start = lead ? 1 : 0;
    const compose = (from: number, to?: number) => composeSections(cards.slice(Math.max(from, start), to), timeZone);
    return seen < 0 ? [compose(start), []] : [compose(start, Math.max(seen, start)), compose(seen)];
  }, [cards, lead, seen, timeZone]);
  const positions = new Map(cards.map((card, index) => [card.slug, first + index]));
  const draw = (section: Section, index: number) => (
    <div
      key={section.newest}
      className={classNames(styles.section, index === 0 && goesOn(section, before, timeZone) && styles.continued)}
    >
      <DayLabel section={section} />
      <SectionRows section={section} total={total} positionOf={(card) => positions.get(card.slug) ?? first} />
    </div>
  );
  return (
    <>
      {leader && (
        <div className={styles.lead}>
          <Card card={leader} form="lead" position={first} total={total} />
        </div>
      )}
      {sections[0]?.map(draw)}
      {seen >= 0 && (
        <p className={styles.seen}>
          <strong>{strings.upToDate}</strong> {strings.upToDateNote(first + seen - 1)}
        </p>
      )}
      {sections[1]?.map((section) => draw(section, -1))}
    </>
  );
});

/** Where among the cards those begin that the reader could see before; -1 where that is in another part, or nothing is new. */
function seenFrom(cards: readonly CardData[], before: string | undefined, since: string): number {
  const at = cards.findIndex((card) => card.publishedDateTime <= since);
  return at === 0 && !(before !== undefined && before > since) ? -1 : at;
}

/** Its day began in the part before. */
const goesOn = (section: Section, before: string | undefined, timeZone: string): boolean =>
  before !== undefined && calendarDay(before, timeZone) === calendarDay(section.newest, timeZone);

interface SectionRowsProps {
  section: Section;
  total: number;
  positionOf: (card: CardData) => number;
  /** What stands below a card. */
  renderBelow?: (card: CardData) => ReactNode;
}

export function SectionRows({ section, total, positionOf, renderBelow }: SectionRowsProps) {
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
                <Below key={card.slug} below={renderBelow?.(card)}>
                  <Card card={card} form={slot.form} position={positionOf(card)} total={total} day={section.day} />
                </Below>
              ))}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** A card with what belongs to it, as one part of its slot. */
const Below = ({ below, children }: { below: ReactNode; children: ReactNode }) =>
  below === undefined ? (
    children
  ) : (
    <div>
      {children}
      {below}
    </div>
  );

const spansOf = (row: Row): string => row.map((slot) => slot.span).join('');
