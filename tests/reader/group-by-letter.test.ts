import { expect, test } from 'vitest';
import { groupByLetter } from '../../src/lib/group-by-letter.ts';

const groups = (...names: string[]) =>
  groupByLetter(names.map((name) => ({ name }))).map(({ letter, entries }) => [letter, entries.length]);

test('names stand under their first letters, accents aside', () => {
  expect(groups('energy', 'Élan', 'Oceans')).toEqual([
    ['E', 2],
    ['O', 1],
  ]);
});

test('numbers, signs and scripts of thousands of letters stand together at the end', () => {
  expect(groups('5G', '山海報', 'Cities', '#ai')).toEqual([
    ['C', 1],
    [undefined, 3],
  ]);
});

test('the group of a script follows those of Latin', () => {
  expect(groups('دریانامه', 'Zinc')).toEqual([
    ['Z', 1],
    ['د', 1],
  ]);
});
