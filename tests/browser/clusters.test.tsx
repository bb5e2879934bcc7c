import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { contentOf, manyArticles, type PretendArticle } from '../../mocks/pretend-article.ts';
import { pretendSite } from '../../mocks/pretend-site.ts';
import { articles, ready } from './feed-reading.ts';
import { network, openReader, useReader } from './open-reader.tsx';

useReader();

const told = (name: string, hour: number, title: string): PretendArticle => ({
  title,
  at: `2022-10-08T0${hour}:00:00Z`,
  provider: { name, domain: `${name.toLowerCase()}.example` },
});
const event = {
  kestrel: told('Tide', 1, 'Kestrel submarine surfaces off Norvik'),
  second: told('Almanac', 2, 'Norvik watches the Kestrel submarine surface'),
  third: told('Lumen', 3, 'Kestrel submarine: Norvik asks why it surfaces'),
};
const publish = (more: Record<string, PretendArticle>) => {
  network.site = pretendSite(contentOf({ ...manyArticles(40), ...more }));
};
const coverage = (name: string | RegExp = /^Coverage/) => page.getByRole('region', { name });

test('an event that several tell of is one card, which says how many more there are', async () => {
  publish(event);
  openReader('/');
  await ready();
  await expect
    .element(page.getByRole('article', { name: 'Kestrel submarine surfaces off Norvik' }))
    .toHaveTextContent(/2 others cover this|2 more on this/);
  expect(articles().filter((one) => /Norvik/.test(one.textContent ?? ''))).toHaveLength(1);
});

test('at its publisher each of them stands for itself', async () => {
  publish(event);
  openReader('/provider/lumen.example/');
  await expect.element(page.getByRole('article', { name: /Norvik asks why/ })).toBeVisible();
});

test('the leader’s coverage tells who came when, the first by name, and which words they share', async () => {
  publish(event);
  openReader('/news/kestrel/');
  const panel = coverage('Coverage 2 stories by 2 publishers');
  const lines = panel.getByRole('listitem');
  await expect.element(lines.nth(0)).toHaveTextContent(/Kestrel submarine surfaces.*Tide.*first to report.*this article/);
  await expect.element(lines.nth(1)).toHaveTextContent(/Almanac.*in common:.*Kestrel/);
  await expect.element(lines.nth(2)).toHaveTextContent(/Lumen.*in common:.*Norvik/);
});

test('a follower has the whole timeline too, and leads to the others’ pages here', async () => {
  publish(event);
  openReader('/news/third/');
  const panel = coverage('Coverage 2 stories by 2 publishers');
  await expect.element(panel.getByRole('listitem').nth(2)).toHaveTextContent(/Norvik asks why.*this article.*in common:/);
  await panel.getByRole('link', { name: /Norvik watches/ }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: /Norvik watches/ })).toBeVisible();
});

test('a story that nobody else tells says so', async () => {
  publish(event);
  openReader('/news/article-number-5/');
  await expect.element(coverage('Coverage')).toHaveTextContent(/alone tells of this/);
});

test('one that a single publisher told again and again says that', async () => {
  const again = { ...event.kestrel, at: '2022-10-08T05:00:00Z', excerpt: 'Later.' };
  publish({ kestrel: event.kestrel, again });
  openReader('/news/kestrel/');
  await expect.element(coverage('Coverage 1 more, all by Tide')).toHaveTextContent(/the same title/);
});

test('a related article tells what it has in common', async () => {
  publish({ old: { title: 'Kestrel submarine is launched', at: '2022-09-20T08:00:00Z' }, ...event });
  openReader('/news/kestrel/');
  const related = page.getByRole('region', { name: 'Related' });
  await expect.element(related.getByRole('listitem').first()).toHaveTextContent(/is launched.*in common: .*Kestrel/);
});
