import { expect, test } from 'vitest';
import { beginning, byDay, timelineOf } from '../../src/features/related/timeline.ts';
import type { Coverage } from '../../src/schema/article.ts';

const own = { title: 'Ours', publishedDateTime: '2022-10-03T08:50:00Z', provider: { name: 'Harbour Post' } };
const story = (title: string, publishedDateTime?: string): Coverage => ({
  title,
  type: 'article',
  url: `https://example.com/${title}`,
  ...(publishedDateTime !== undefined && { publishedDateTime }),
});
const titles = (entries: readonly { title: string }[]) => entries.map(({ title }) => title);
const firsts = (entries: readonly { title: string; first: boolean }[]) => titles(entries.filter(({ first }) => first));

test('the article stands in its coverage by its own time, and the earliest of all is first to report', () => {
  const entries = timelineOf(own, [story('early', '2022-10-02T21:10:00Z'), story('late', '2022-10-03T09:00:00Z')], false);
  expect(titles(entries)).toEqual(['early', 'Ours', 'late']);
  expect(firsts(entries)).toEqual(['early']);
});

test('an article that was earlier than all of its coverage is itself the first', () => {
  const entries = timelineOf(own, [story('late', '2022-10-03T09:00:00Z')], false);
  expect(firsts(entries)).toEqual(['Ours']);
});

test('times with an offset are compared as instants', () => {
  const entries = timelineOf(
    own,
    [story('early', '2022-10-03T10:00:00+02:00'), story('late', '2022-10-03T03:00:00-07:00')],
    false,
  );
  expect(titles(entries)).toEqual(['early', 'Ours', 'late']);
});

test('stories without a time stand last and are never called first', () => {
  const entries = timelineOf(own, [story('late', '2022-10-03T09:00:00Z'), story('undated')], false);
  expect(titles(entries)).toEqual(['Ours', 'late', 'undated']);
  expect(firsts(timelineOf(own, [story('undated')], false))).toEqual([]);
});

test('when two were out in the same minute nobody was first', () => {
  expect(firsts(timelineOf(own, [story('same', own.publishedDateTime)], false))).toEqual([]);
});

test('while more is to come the article waits for its place, unless that is known', () => {
  const early = story('early', '2022-10-02T21:10:00Z');
  const late = story('late', '2022-10-03T09:00:00Z');
  expect(titles(timelineOf(own, [early], true))).toEqual(['early']);
  expect(titles(timelineOf(own, [early, late], true))).toEqual(['early', 'Ours', 'late']);
});

test('the article counts for nothing in what is shown first', () => {
  const coverage = ['2022-10-02T21:10:00Z', '2022-10-03T09:00:00Z', '2022-10-03T10:00:00Z'].map((at, place) =>
    story(`${place}`, at),
  );
  expect(titles(beginning(timelineOf(own, coverage, false), 2))).toEqual(['0', 'Ours', '1']);
});

test('days keep their order, and what has no day is one group at the end', () => {
  const coverage = [story('a', '2022-10-02T21:10:00Z'), story('b', '2022-10-02T23:00:00Z'), story('c'), story('d')];
  const days = byDay(timelineOf(own, coverage, false), (iso) => iso.slice(0, 10));
  expect(days.map(({ day, entries }) => [day, titles(entries)])).toEqual([
    ['2022-10-02', ['a', 'b']],
    ['2022-10-03', ['Ours']],
    [undefined, ['c', 'd']],
  ]);
});
