import type { Card } from '../../schema/card.ts';

/**
 * How a card is set. picture: with its picture. plain: without, among its like. tall: without, beside pictures, in larger type.
 * brief: one of two that share a slot.
 */
export type CardForm = 'lead' | 'picture' | 'plain' | 'tall' | 'brief';

/** A part of a row that is 1 to 3 columns wide and holds one card, or two on top of each other. */
export interface Slot {
  span: 1 | 2 | 3;
  form: CardForm;
  cards: readonly Card[];
}

/** Slots that fill three columns. */
export type Row = readonly Slot[];

interface Plan {
  cost: number;
  row: Row;
  next: number;
}

/** Spans of a row's slots: narrower ones first, so that what costs the same is set the plain way. */
const PATTERNS: readonly (readonly Slot['span'][])[] = [[1, 1, 1], [1, 2], [2, 1], [3]];
const PATTERN_COST: readonly number[] = [0, 0.9, 0.9, 1.5];

/**
 * Sets cards in rows without holes, in order, reading along each row. Of all ways to do it, the one whose neighbours differ
 * least in height, by an estimate of how long their texts run; wide slots go to what many cover.
 */
export function composeRows(cards: readonly Card[]): Row[] {
  const plans: Plan[] = [];
  for (let at = cards.length - 1; at >= 0; at--) plans[at] = bestPlan(cards, at, plans);
  const rows: Row[] = [];
  for (let at = 0; at < cards.length; ) {
    const plan = plans[at];
    if (!plan) break;
    rows.push(plan.row);
    at = plan.next;
  }
  return rows;
}

function bestPlan(cards: readonly Card[], at: number, plans: readonly Plan[]): Plan {
  let best: Plan = { cost: Number.POSITIVE_INFINITY, row: [], next: at + 1 };
  PATTERNS.forEach((spans, index) => {
    for (const { row, next } of rowsOf(cards, at, spans)) {
      const rest = next < cards.length ? (plans[next]?.cost ?? Number.POSITIVE_INFINITY) : 0;
      const cost = (PATTERN_COST[index] ?? 0) + rowCost(row) + rest;
      if (cost < best.cost) best = { cost, row, next };
    }
  });
  return best;
}

/** Every way to fill slots of these widths from `at` on: each takes one card, a narrow one also two without pictures. */
function rowsOf(cards: readonly Card[], at: number, spans: readonly Slot['span'][]): { row: Row; next: number }[] {
  let ways: { taken: (readonly Card[])[]; next: number }[] = [{ taken: [], next: at }];
  for (const span of spans) {
    ways = ways.flatMap(({ taken, next }) =>
      [1, 2].flatMap((count) => {
        const slot = cards.slice(next, next + count);
        if (slot.length < count || (count === 2 && (span > 1 || slot.some(isPictured)))) return [];
        return [{ taken: [...taken, slot], next: next + count }];
      }),
    );
  }
  return ways.map(({ taken, next }) => ({ row: setRow(taken, spans), next }));
}

function setRow(taken: readonly (readonly Card[])[], spans: readonly Slot['span'][]): Row {
  const alike = taken.every((slot) => slot.length === 1 && !slot.some(isPictured));
  return taken.map((slot, index) => ({ span: spans[index] ?? 1, form: formOf(slot, alike), cards: slot }));
}

function formOf(slot: readonly Card[], alike: boolean): CardForm {
  if (slot.length > 1) return 'brief';
  if (slot.some(isPictured)) return 'picture';
  return alike ? 'plain' : 'tall';
}

const isPictured = (card: Card): boolean => card.image !== undefined;

/** Hundreds of pixels of white, over the columns, a large hole counting for more than small ones; an ornament fills some of it. */
function rowCost(row: Row): number {
  const heights = row.map(slotHeight);
  const height = Math.max(...heights);
  return row.reduce((sum, slot, index) => {
    const white = slot.span * ((height - (heights[index] ?? 0)) / 100) ** 1.5;
    const notable = slot.span > 1 && (slot.cards[0]?.coverage?.total ?? 0) > 3;
    return sum + white * (slot.form === 'tall' ? 0.6 : 1) - (notable ? 0.7 : 0);
  }, 0);
}

/** About how many pixels a slot takes in a column of 300. */
const slotHeight = ({ span, form, cards }: Slot): number =>
  cards.reduce((sum, card) => sum + cardHeight(card, form, span > 1), 0);

function cardHeight(card: Card, form: CardForm, wide: boolean): number {
  const foot = 60 + (card.coverage || card.heat !== undefined ? 28 : 0);
  const excerpt = (perLine: number, most: number) => 24 * Math.min(most, lines(card.excerpt ?? '', perLine));
  if (form === 'picture' && wide) return Math.max(230, 33 * lines(card.title, 30) + excerpt(46, 4) + foot);
  if (form === 'picture') return 184 + 25 * lines(card.title, 32) + excerpt(42, 2) + foot;
  if (wide) return 34 * lines(card.title, 44) + excerpt(90, 4) + foot;
  if (form === 'tall') return 31 * lines(card.title, 25) + excerpt(42, 6) + foot;
  return 25 * lines(card.title, 32) + excerpt(42, form === 'brief' ? 2 : 4) + foot;
}

const lines = (text: string, perLine: number): number => Math.ceil(text.length / perLine);
