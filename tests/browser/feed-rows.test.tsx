import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { contentOf, manyArticles } from '../../mocks/pretend-article.ts';
import { pretendSite } from '../../mocks/pretend-site.ts';
import { articles, atRest, focused, frame, position, ready, scrollToArticle } from './feed-reading.ts';
import { network, openReader, useReader } from './open-reader.tsx';

useReader();

const site = pretendSite(contentOf(manyArticles(200)));

beforeEach(() => {
  network.site = site;
});

/** Whether the browser has laid an article's cards out. */
const isLaidOut = (article: Element): boolean =>
  article.querySelector('h2')?.checkVisibility({ contentVisibilityAuto: true }) ?? false;

for (const [name, width] of [
  ['a phone', 390],
  ['a tablet', 768],
  ['a desk', 1280],
] as const) {
  test(`on ${name} a part that comes is laid out as the reader comes near, and in sight all of it is`, async () => {
    await page.viewport(width, 844);
    openReader('/');
    await ready();
    let waiting = 0;
    for (let step = 0; step < 60; step++) {
      window.scrollBy(0, 200);
      await frame();
      waiting = Math.max(waiting, articles().filter((article) => !isLaidOut(article)).length);
    }
    expect(waiting).toBeGreaterThan(2);
    await atRest();
    const inSight = articles().filter((article) => {
      const { top, bottom } = article.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    expect(inSight.length).toBeGreaterThan(2);
    expect(inSight.every(isLaidOut)).toBe(true);
  });
}

test('a part that one comes back to is laid out whole, in the room that was kept for it', async () => {
  await page.viewport(390, 844);
  openReader('/');
  await ready();
  await scrollToArticle(60);
  await atRest();
  const empty = () => [...document.querySelectorAll<HTMLElement>('[data-part]')].filter((part) => part.matches(':empty')).at(-1);
  const [key, height] = [empty()?.dataset['part'], empty()?.getBoundingClientRect().height];
  const again = () => document.querySelector<HTMLElement>(`[data-part="${key}"]`);
  while (again()?.matches(':empty')) {
    window.scrollBy(0, -100);
    await frame();
  }
  expect([...(again()?.querySelectorAll('[data-article]') ?? [])].every(isLaidOut)).toBe(true);
  expect(again()?.getBoundingClientRect().height).toBeCloseTo(height ?? 0, 0);
});

test('the focus goes by key to what is not laid out yet', async () => {
  await page.viewport(390, 844);
  openReader('/');
  await ready();
  const isLastLaidOut = () => articles().slice(-1).every(isLaidOut);
  for (let step = 0; step < 60 && isLastLaidOut(); step++) {
    window.scrollBy(0, 200);
    await frame();
  }
  expect(isLastLaidOut()).toBe(false);
  const last = articles().at(-1);
  const count = Number(position(last));
  for (let step = 1; step <= 30 && focused() !== String(count); step++) await userEvent.keyboard('j');
  await expect.poll(focused).toBe(String(count));
  await atRest();
  const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(innerHeight);
});
