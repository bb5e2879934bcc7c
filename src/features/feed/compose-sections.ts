import { calendarDay } from '../../lib/dates.ts';
import type { Card } from '../../schema/card.ts';

/** Cards under one date. newest, oldest: their first and last instant. day: `2022-10-03` where they are all of one day. */
export interface Section {
  newest: string;
  oldest: string;
  day?: string;
  cards: Card[];
}

/** Fewer cards than this do not fill a row. */
const ENOUGH = 3;

/** Cards (newest first) by calendar day in a time zone; days with too few share a section with their neighbours. */
export function composeSections(cards: readonly Card[], timeZone: string): Section[] {
  const sections: Section[] = [];
  for (const card of cards) {
    const day = calendarDay(card.publishedDateTime, timeZone);
    const last = sections.at(-1);
    if (last && (last.day === day || last.cards.length < ENOUGH)) extend(last, card, day);
    else sections.push({ newest: card.publishedDateTime, oldest: card.publishedDateTime, day, cards: [card] });
  }
  return withoutRest(sections);
}

function extend(section: Section, card: Card, day: string): void {
  section.cards.push(card);
  section.oldest = card.publishedDateTime;
  if (section.day !== day) delete section.day;
}

/** A last section that is too small joins the one before it. */
function withoutRest(sections: Section[]): Section[] {
  const rest = sections.at(-1);
  const before = sections.at(-2);
  if (!rest || !before || rest.cards.length >= ENOUGH) return sections;
  const joined: Section = { newest: before.newest, oldest: rest.oldest, cards: [...before.cards, ...rest.cards] };
  return [...sections.slice(0, -2), joined];
}
