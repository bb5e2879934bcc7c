import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { contentOf, manyArticles } from '../../mocks/pretend-article.ts';
import { pretendSite } from '../../mocks/pretend-site.ts';
import { articles, atRest, focused, isAt, position, ready, scrollToArticle, top } from './feed-reading.ts';
import { network, openReader, useReader } from './open-reader.tsx';

useReader();

const COUNT = 1500;
const site = pretendSite(contentOf(manyArticles(COUNT)));
/** Elements of the feed that hold no article: parts, and the room of those that are away. */
const emptyParts = (): number => [...(document.querySelector('[role="feed"]')?.children ?? [])].length;

beforeEach(async () => {
  network.site = site;
  await page.viewport(1280, 900);
});

test('a feed of very many articles keeps few elements, and from its depth one walks back over what was let go', async () => {
  openReader('/');
  await ready();
  await scrollToArticle(1300, 1500);
  await atRest();
  expect(emptyParts()).toBeLessThan(70);
  const before = top();
  openReader('/');
  await expect.poll(() => isAt(before), { timeout: 20_000 }).toBe(true);
  await expect.poll(emptyParts).toBeLessThan(70);
  expect(isAt(before)).toBe(true);
  await userEvent.keyboard('j');
  const start = Number(focused());
  for (let back = 1; back <= 40; back++) {
    await userEvent.keyboard('k');
    await expect.poll(focused).toBe(String(start - back));
    await atRest();
  }
});

test('an article with the focus stays however far one scrolls, and the top is there again at once', async () => {
  openReader('/');
  await ready();
  articles()[1]?.focus();
  await scrollToArticle(1000, 1500);
  expect(focused()).toBe('2');
  expect(emptyParts()).toBeLessThan(70);
  window.scrollTo(0, 0);
  await expect.poll(() => top().article).toBe('1');
  await atRest();
  expect(articles().map(position).slice(0, 8)).toEqual(Array.from({ length: 8 }, (_, at) => String(at + 1)));
});

test('the bar leads anywhere in what was read', async () => {
  openReader('/');
  await ready();
  await scrollToArticle(1200, 1500);
  await atRest();
  const whole = document.documentElement.scrollHeight;
  window.scrollTo(0, whole / 2);
  await atRest();
  const middle = Number(top().article);
  expect(middle).toBeGreaterThan(300);
  expect(middle).toBeLessThan(1000);
  expect(Math.abs(document.documentElement.scrollHeight - whole)).toBeLessThan(6000);
});
