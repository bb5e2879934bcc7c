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

/** How many cards each slot of a row takes, and what setting a row so costs by itself. */
interface Way {
  spans: readonly Slot['span'][];
  counts: readonly (1 | 2)[];
  cost: number;
}

/** Narrower slots first, so that what costs the same is set the plain way. A wide slot takes one card, a narrow one also two. */
const WAYS: readonly Way[] = [
  { spans: [1, 1, 1] as const, cost: 0 },
  { spans: [1, 2] as const, cost: 0.9 },
  { spans: [2, 1] as const, cost: 0.9 },
  { spans: [3] as const, cost: 1.5 },
].flatMap(({ spans, cost }) => countsOf(spans).map((counts) => ({ spans, counts, cost })));

function countsOf([span, ...others]: readonly Slot['span'][]): (1 | 2)[][] {
  if (span === undefined) return [[]];
  const rest = countsOf(others);
  return (span > 1 ? ([1] as const) : ([1, 2] as const)).flatMap((count) => rest.map((counts) => [count, ...counts]));
}

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
  for (const way of WAYS) {
    const taken = taking(cards, at, way.counts);
    if (!taken) continue;
    const next = taken.reduce((sum, { length }) => sum + length, at);
    const row = setRow(taken, way.spans);
    const rest = next < cards.length ? (plans[next]?.cost ?? Number.POSITIVE_INFINITY) : 0;
    const cost = way.cost + rowCost(row) + rest;
    if (cost < best.cost) best = { cost, row, next };
  }
  return best;
}

/** The cards of each slot, from `at` on; undefined where there are too few, or where two would share a slot of which one has a picture. */
function taking(cards: readonly Card[], at: number, counts: readonly (1 | 2)[]): (readonly Card[])[] | undefined {
  const taken: (readonly Card[])[] = [];
  let next = at;
  for (const count of counts) {
    const slot = cards.slice(next, next + count);
    if (slot.length < count || (count === 2 && slot.some(isPictured))) return undefined;
    taken.push(slot);
    next += count;
  }
  return taken;
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
