import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeRows, type Row } from '../../src/features/feed/compose-rows.ts';
import type { Card } from '../../src/schema/card.ts';
import { makeCard } from './make-card.ts';

const cards = fc
  .array(
    fc.record({
      pictured: fc.boolean(),
      title: fc.nat(230),
      excerpt: fc.nat(240),
      covered: fc.nat(179),
    }),
    { maxLength: 24 },
  )
  .map((shapes) =>
    shapes.map(({ pictured, title, excerpt, covered }, index) =>
      makeCard(index, {
        pictured,
        title: 'x'.repeat(title + 1),
        excerpt: 'x'.repeat(excerpt),
        ...(covered > 0 && { coverage: { total: covered, providers: [] } }),
      }),
    ),
  );

const cardsOf = (rows: readonly Row[]): Card[] => rows.flatMap((row) => row.flatMap((slot) => [...slot.cards]));

test('every card stands once, and reading along the rows is reading from the newest on', () => {
  fc.assert(
    fc.property(cards, (all) => {
      expect(cardsOf(composeRows(all))).toEqual(all);
    }),
  );
});

test('every row fills its three columns', () => {
  fc.assert(
    fc.property(cards, (all) => {
      for (const row of composeRows(all)) expect(row.reduce((sum, slot) => sum + slot.span, 0)).toBe(3);
    }),
  );
});

test('only cards without a picture share a slot, two at most, and only in a narrow one', () => {
  fc.assert(
    fc.property(cards, (all) => {
      for (const slot of composeRows(all).flat()) {
        expect(slot.cards.length).toBeLessThanOrEqual(slot.span === 1 ? 2 : 1);
        if (slot.cards.length === 2) expect(slot.cards.some((card) => card.image)).toBe(false);
        expect(slot.form === 'picture').toBe(slot.cards.some((card) => card.image !== undefined));
      }
    }),
  );
});

test('three pictures stand beside each other', () => {
  const [row] = composeRows([1, 2, 3].map((number) => makeCard(number, { pictured: true })));
  expect(row?.map((slot) => slot.span)).toEqual([1, 1, 1]);
});

test('two cards without a picture stand on top of each other beside pictures', () => {
  const excerpt = 'x'.repeat(160);
  const all = [true, false, false, true].map((pictured, index) => makeCard(index, { pictured, excerpt, title: 'x'.repeat(60) }));
  expect(composeRows(all).map((row) => row.map((slot) => slot.form))).toEqual([['picture', 'brief', 'picture']]);
});

test('a card without a picture alone beside pictures is set large', () => {
  const all = [true, false, true].map((pictured, index) => makeCard(index, { pictured, excerpt: 'x'.repeat(200) }));
  expect(composeRows(all)[0]?.map((slot) => slot.form)).toEqual(['picture', 'tall', 'picture']);
});

test('a card that is alone takes the whole row', () => {
  expect(composeRows([makeCard(1)])[0]?.map((slot) => slot.span)).toEqual([3]);
});

test('no card, no row', () => {
  expect(composeRows([])).toEqual([]);
});
