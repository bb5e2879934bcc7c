import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { articleSlug, contentOf, manyArticles } from '../../mocks/pretend-article.ts';
import { type PretendSite, pretendSite } from '../../mocks/pretend-site.ts';
import { articles, ready, scrollToArticle } from './feed-reading.ts';
import { network, openReader, useReader } from './open-reader.tsx';

useReader();

const siteOf = (count: number): PretendSite => pretendSite(contentOf(manyArticles(count)));

beforeEach(async () => {
  await page.viewport(1280, 900);
});

test('a feed that does not load says why, never that there is no news, and comes when asked again', async () => {
  network.site = siteOf(20);
  network.faultOf = (path) => (path.includes('feed/all/manifest') ? 'failing' : undefined);
  openReader('/');
  await expect.element(page.getByRole('alert')).toHaveTextContent('The server did not hand it out.');
  expect(document.body.textContent).not.toContain('Nothing is printed here yet.');
  network.faultOf = () => undefined;
  await page.getByRole('button', { name: 'Try again' }).click();
  await ready();
});

test('without network the feed says so, and comes by itself when the network is back', async () => {
  network.site = siteOf(20);
  network.faultOf = (path) => (path.includes('feed/all/manifest') ? 'offline' : undefined);
  openReader('/');
  await expect.element(page.getByRole('alert')).toHaveTextContent('You are offline.');
  network.faultOf = () => undefined;
  window.dispatchEvent(new Event('online'));
  await expect.element(page.getByRole('feed')).toBeVisible();
});

test('a feed without articles says that nothing is printed yet', async () => {
  network.site = pretendSite({});
  openReader('/');
  await expect.element(page.getByText('Nothing is printed here yet.')).toBeVisible();
});

test('a topic that is not there leads on', async () => {
  network.site = siteOf(5);
  openReader('/topic/nowhere/');
  await expect.element(page.getByRole('heading', { level: 1, name: 'This page was never printed.' })).toBeVisible();
});

test('a part that does not load leaves the others, and comes when asked again', async () => {
  network.site = siteOf(100);
  const shard = /^data\/feed\/all\/(?!manifest)/;
  network.faultOf = (path) => (shard.test(path) ? 'html' : undefined);
  openReader('/');
  await expect.element(page.getByRole('alert')).toHaveTextContent('What came was not the publication.');
  const before = articles().length;
  expect(before).toBeGreaterThan(0);
  network.faultOf = () => undefined;
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect.poll(() => articles().length).toBeGreaterThan(before);
});

test('a part that is gone because the table of contents was old is found by the new one', async () => {
  network.site = siteOf(100);
  const old = network.site.get('data/feed/all/manifest.json') ?? '';
  network.site = pretendSite(
    contentOf({ ...manyArticles(100), [articleSlug(30)]: { title: 'Told anew', at: '2022-10-04T01:00:00Z' } }),
  );
  const fresh = network.site;
  let asked = 0;
  network.site = {
    ...fresh,
    get: (path: string) => (path === 'data/feed/all/manifest.json' && ++asked === 1 ? old : fresh.get(path)),
  } as PretendSite;
  openReader('/');
  await ready();
  await scrollToArticle(60);
  expect(asked).toBe(2);
  expect(document.querySelector('[role="alert"]')).toBeNull();
});
