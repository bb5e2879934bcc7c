import { expect, test } from 'vitest';
import type { Feed } from '../../../src/compiler/feeds.ts';
import { type ListOutputs, listOutputs } from '../../../src/compiler/lists.ts';
import { Random } from '../../fixtures/random.ts';

const random = new Random(5);
const SYLLABLES = ['ha', 'ri', 'po', 'lu', 'te', 'Na', 'ko', 'é', 'же', '東'];
const word = (): string => Array.from({ length: random.between(2, 4) }, () => random.pick(SYLLABLES)).join('');

const provider = (i: number): Feed => {
  const name = `${word()} ${word()}`;
  const articles = Array.from({ length: i % 40 }, () => ({})) as Feed['articles'];
  return { kind: 'provider', id: `p${i}.example`, name, articles, provider: { name, domain: `p${i}.example` } } as Feed;
};
const many = Array.from({ length: 3000 }, (_, i) => provider(i));

const read = (text: string) => JSON.parse(text) as { total: number; entries: { id: string }[]; letters?: { parts: string[] }[] };
const idsOf = ({ parts }: ListOutputs): string[] => parts.flatMap(({ text }) => read(text).entries.map(({ id }) => id));

test('a short list is one file, a long one is found letter by letter, each name once', () => {
  const short = listOutputs('provider', many.slice(0, 100));
  expect(short.parts).toEqual([]);
  expect(read(short.list.text).entries).toHaveLength(100);
  const long = listOutputs('provider', many);
  const { total, entries, letters } = read(long.list.text);
  expect([total, entries.length]).toEqual([3000, 24]);
  expect(idsOf(long).toSorted()).toEqual(many.map(({ id }) => id).toSorted());
  const named = letters?.flatMap(({ parts }) => parts.map((name) => `data/list/provider/${name}.json`));
  expect(named).toEqual(long.parts.map(({ path }) => path));
});

test('a name more leaves the table of contents small and nearly all parts as they are', () => {
  const before = listOutputs('provider', many);
  expect(before.list.text.length).toBeLessThan(8000);
  for (const { text } of before.parts) expect(read(text).entries.length).toBeLessThanOrEqual(256);
  for (let i = 0; i < 20; i++) {
    const after = listOutputs('provider', [...many, provider(3000 + i)]);
    const known = new Set(before.parts.map(({ path, text }) => path + text));
    expect(after.parts.filter(({ path, text }) => !known.has(path + text)).length).toBeLessThan(5);
  }
});
