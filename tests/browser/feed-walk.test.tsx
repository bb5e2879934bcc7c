import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { contentOf, manyArticles } from '../../mocks/pretend-article.ts';
import { pretendSite } from '../../mocks/pretend-site.ts';
import { atRest, focused, frame, isAt, ready, scrollToArticle, top } from './feed-reading.ts';
import { network, openReader, useReader } from './open-reader.tsx';

useReader();

const site = pretendSite(contentOf(manyArticles(600)));

beforeEach(async () => {
  network.site = site;
  await page.viewport(1280, 900);
});

const focusedAt = (): number => Math.round(document.activeElement?.getBoundingClientRect().top ?? Number.NaN);
/** The part with the focus, and the one above it. */
const here = () => document.activeElement?.closest('[data-part]');
const waits = (): boolean => here()?.previousElementSibling?.querySelector('[data-article]') === null;
const isFirst = (): boolean => here()?.querySelector('[data-article]') === document.activeElement;

test('what comes above the article with the focus does not move it, and the next key leads to the article above', async () => {
  openReader('/');
  await ready();
  await scrollToArticle(500);
  await atRest();
  const before = top();
  openReader('/');
  await expect.poll(() => isAt(before), { timeout: 20_000 }).toBe(true);
  await atRest();
  let open: () => void = () => undefined;
  const gate = new Promise<undefined>((resolve) => {
    open = () => resolve(undefined);
  });
  network.faultOf = () => gate;
  await userEvent.keyboard('j');
  for (let keys = 0; keys < 80 && !(waits() && isFirst()); keys++) {
    const number = Number(focused());
    await userEvent.keyboard('k');
    expect(focused()).toBe(String(number - 1));
  }
  // What keeps the page where it is does so with the frame.
  for (let frames = 0; frames < 3; frames++) await frame();
  expect(waits()).toBe(true);
  const [number, height] = [Number(focused()), focusedAt()];
  open();
  await expect.poll(waits).toBe(false);
  await atRest();
  expect(Math.abs(focusedAt() - height)).toBeLessThan(2);
  await userEvent.keyboard('k');
  expect(focused()).toBe(String(number - 1));
});
