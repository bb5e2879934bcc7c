import { afterEach, expect, test } from 'vitest';
import { SAVED_CACHE } from '../../src/lib/cache-names.ts';
import { isKept, keepForGood, keptArticles, keptJson } from '../../src/store/kept-files.ts';

const names = ['data/manifest.json', 'data/article/one.json'];

afterEach(async () => {
  for (const name of await caches.keys()) await caches.delete(name);
});

test('where a worker was ended, asking for copies and keeping what is saved leaves no cache behind', async () => {
  await keepForGood(names);
  expect(await keptArticles()).toEqual([]);
  expect(await isKept(names[0] ?? '')).toBe(false);
  expect(await keptJson(names[1] ?? '')).toBeUndefined();
  expect(await caches.keys()).toEqual([]);
});

test('what is no longer saved is no longer kept for good', async () => {
  const saved = await caches.open(SAVED_CACHE);
  for (const name of names) await saved.put(`/${name}`, new Response('{}'));
  await keepForGood([names[1] ?? '']);
  expect((await saved.keys()).map(({ url }) => new URL(url).pathname)).toEqual([`/${names[1]}`]);
});
