import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { articleSlug, contentOf, manyArticles } from '../../mocks/pretend-article.ts';
import { type PretendSite, pretendSite } from '../../mocks/pretend-site.ts';
import { articles, atRest, focused, frame, isAt, position, ready, scrollToArticle, top } from './feed-reading.ts';
import { network, openReader, useReader } from './open-reader.tsx';

useReader();

const NEWEST = Date.parse('2022-10-07T16:00:00Z');
const siteOf = (count: number): PretendSite => pretendSite(contentOf(manyArticles(count)));

/** The same site with `count` articles published since, the newest called `newer 1`. */
function siteWithNewer(total: number, count: number): PretendSite {
  const newer = Object.entries(manyArticles(count, NEWEST + count * 3_600_000)).map(([slug, article], index) => [
    `newer-${slug}`,
    { ...article, title: `Newer ${index + 1}`, at: new Date(NEWEST + (count - index) * 3_600_000).toISOString() },
  ]);
  return pretendSite(contentOf({ ...manyArticles(total), ...Object.fromEntries(newer) }));
}

beforeEach(async () => {
  await page.viewport(1280, 900);
});

test('scrolling on brings all articles, then says that this is all, and keeps the page small', async () => {
  network.site = siteOf(300);
  openReader('/');
  await ready();
  let most = 0;
  await expect
    .poll(
      async () => {
        window.scrollBy(0, 700);
        await frame();
        most = Math.max(most, document.querySelectorAll('main *').length);
        return document.body.textContent.includes('That is everything.');
      },
      { timeout: 40_000, interval: 30 },
    )
    .toBe(true);
  await expect.poll(() => position(articles().at(-1))).toBe('300');
  expect(most).toBeLessThan(2000);
});

test('each article says which one of how many it is', async () => {
  network.site = siteOf(60);
  openReader('/');
  await ready();
  expect(articles().map(position).slice(0, 3)).toEqual(['1', '2', '3']);
  expect(articles()[0]?.getAttribute('aria-setsize')).toBe('60');
});

test('going back returns to the same article at the same place, and the one that was opened has the focus', async () => {
  network.site = siteOf(200);
  const { history } = openReader('/');
  await ready();
  await scrollToArticle(70);
  await atRest();
  const before = top();
  const link = articles()
    .find((one) => one.getBoundingClientRect().top > 250)
    ?.querySelector<HTMLElement>('h2 a');
  const opened = position(link?.closest('[data-article]'));
  link?.click();
  await expect.element(page.getByRole('heading', { level: 1, name: /number/ })).toBeVisible();
  history.navigator.go(-1);
  await expect.poll(() => articles().length).toBeGreaterThan(3);
  await frame();
  expect(isAt(before)).toBe(true);
  await expect.poll(focused).toBe(opened);
});

test('new articles wait behind a button and move nothing; pressed, it shows them on top', async () => {
  network.site = siteOf(60);
  const { client } = openReader('/');
  await ready();
  await scrollToArticle(20);
  await atRest();
  const before = top();
  network.site = siteWithNewer(60, 2);
  await client.invalidateQueries({ queryKey: ['feed'] });
  const button = page.getByRole('button', { name: '2 new stories' });
  await expect.element(button).toBeVisible();
  expect(isAt(before)).toBe(true);
  await button.click();
  await expect.element(page.getByRole('link', { name: 'Newer 1' })).toBeVisible();
  expect(window.scrollY).toBe(0);
  await expect.element(button).not.toBeInTheDocument();
  expect(focused()).toBe('1');
});

test('a withdrawn article goes without moving what is being read', async () => {
  network.site = siteOf(60);
  const { client } = openReader('/');
  await ready();
  await scrollToArticle(25);
  await atRest();
  const reading = articles().find((one) => one.getBoundingClientRect().bottom > 0);
  const slug = reading?.dataset['article'];
  const at = Math.round(reading?.getBoundingClientRect().top ?? 0);
  const { [articleSlug(3)]: withdrawn, ...left } = manyArticles(60);
  expect(withdrawn).toBeDefined();
  network.site = pretendSite(contentOf(left));
  await client.invalidateQueries({ queryKey: ['feed'] });
  await expect.poll(() => articles()[0]?.getAttribute('aria-setsize')).toBe('59');
  const moved = () => {
    const now = articles()
      .find((one) => one.dataset['article'] === slug)
      ?.getBoundingClientRect().top;
    return Math.abs(Math.round(now ?? Number.NaN) - at);
  };
  await expect.poll(moved).toBeLessThanOrEqual(1);
});

test('a provider’s feed shows its badge and domain over its articles', async () => {
  network.site = siteOf(40);
  openReader('/provider/harbourpost.example/');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Harbour Post' })).toBeVisible();
  await expect.element(page.getByText('harbourpost.example')).toBeVisible();
});
