import { expect, test } from 'vitest';
import { composeSections } from '../../src/features/feed/compose-sections.ts';
import { makeCard } from './make-card.ts';

const cardsAt = (...times: string[]) => times.map((publishedDateTime, index) => makeCard(index, { publishedDateTime }));
const sizes = (sections: ReturnType<typeof composeSections>) => sections.map(({ day, cards }) => [day, cards.length]);

test('the articles of a day stand under its date', () => {
  const day = (date: string) => [`${date}T12:00:00Z`, `${date}T10:00:00Z`, `${date}T08:00:00Z`];
  const sections = composeSections(cardsAt(...day('2022-10-03'), ...day('2022-10-02')), 'UTC');
  expect(sizes(sections)).toEqual([
    ['2022-10-03', 3],
    ['2022-10-02', 3],
  ]);
});

test('a day is the publication’s, not that of Greenwich', () => {
  const late = cardsAt('2022-10-03T03:00:00Z', '2022-10-03T02:00:00Z', '2022-10-03T01:00:00Z');
  expect(composeSections(late, 'America/New_York')[0]?.day).toBe('2022-10-02');
});

test('days with an article each share a section until it fills a row', () => {
  const sections = composeSections(
    cardsAt('2022-10-03T08:00:00Z', '2022-10-02T08:00:00Z', '2022-10-01T08:00:00Z', '2022-09-30T08:00:00Z'),
    'UTC',
  );
  expect(sizes(sections)).toEqual([[undefined, 4]]);
  expect(sections[0]).toMatchObject({ newest: '2022-10-03T08:00:00Z', oldest: '2022-09-30T08:00:00Z' });
});

test('a small rest joins the section before it', () => {
  const times = ['2022-10-03T12:00:00Z', '2022-10-03T10:00:00Z', '2022-10-03T08:00:00Z', '2022-10-02T08:00:00Z'];
  expect(sizes(composeSections(cardsAt(...times), 'UTC'))).toEqual([[undefined, 4]]);
});

test('two articles in all are one section', () => {
  expect(sizes(composeSections(cardsAt('2022-10-03T12:00:00Z', '2022-10-03T10:00:00Z'), 'UTC'))).toEqual([['2022-10-03', 2]]);
});
