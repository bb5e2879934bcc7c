import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { articleSlug, contentOf, manyArticles } from '../../mocks/pretend-article.ts';
import { type PretendSite, pretendSite } from '../../mocks/pretend-site.ts';
import { articles, focused, ready, scrollToArticle } from './feed-reading.ts';
import { network, openReader, useReader } from './open-reader.tsx';

useReader();

const siteOf = (count: number): PretendSite => pretendSite(contentOf(manyArticles(count)));

beforeEach(async () => {
  await page.viewport(1280, 900);
});

test('j and k walk through the articles, over the ends of parts, and m marks as read', async () => {
  network.site = siteOf(80);
  openReader('/');
  await ready();
  for (let number = 0; number < 30; number++) {
    await userEvent.keyboard('j');
    await expect.poll(focused).toBe(String(number + 1));
  }
  await userEvent.keyboard('k');
  expect(focused()).toBe('29');
  await userEvent.keyboard('m');
  await expect.poll(() => document.activeElement?.textContent).toContain('Read');
  await userEvent.keyboard('m');
  await expect.poll(() => document.activeElement?.textContent).not.toContain('Read');
});

test('Page Down and Page Up walk from article to article, Control with Home and End leave the feed, Enter opens', async () => {
  network.site = siteOf(10);
  const { history } = openReader('/');
  await ready();
  articles()[0]?.querySelector<HTMLElement>('h2 a')?.focus();
  await userEvent.keyboard('{PageDown}');
  expect(focused()).toBe('2');
  await userEvent.keyboard('{PageDown}{PageUp}');
  expect(focused()).toBe('2');
  await userEvent.keyboard('{Control>}{End}{/Control}');
  expect(document.activeElement?.closest('[role="feed"]')).toBeNull();
  expect(document.activeElement).not.toBe(document.body);
  articles()[1]?.focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: /number 2$/ })).toBeVisible();
  expect(history.current().location.pathname).toBe(`/news/${articleSlug(2)}/`);
});

test('an article that has the focus stays on the page however far one scrolls', async () => {
  network.site = siteOf(150);
  openReader('/');
  await ready();
  articles()[1]?.focus();
  await scrollToArticle(80);
  expect(focused()).toBe('2');
});

test('hovering an article loads it ahead, and opening it asks for nothing again', async () => {
  network.site = siteOf(10);
  openReader('/');
  await ready();
  const wanted = () => network.asked.filter((path) => path.includes(`data/article/${articleSlug(1)}.`));
  expect(wanted()).toEqual([]);
  const link = page.getByRole('link', { name: /number 1$/ });
  await link.hover();
  await expect.poll(() => wanted().length).toBe(2);
  await link.click();
  await expect.element(page.getByRole('heading', { level: 1, name: /number 1$/ })).toBeVisible();
  expect(wanted().length).toBe(2);
});

test('j goes on from what is on the screen when the reader has scrolled away from the article with the focus', async () => {
  network.site = siteOf(40);
  openReader('/');
  await ready();
  await userEvent.keyboard('jj');
  await expect.poll(focused).toBe('2');
  await scrollToArticle(30);
  await userEvent.keyboard('j');
  await expect.poll(() => Number(focused())).toBeGreaterThan(20);
});
