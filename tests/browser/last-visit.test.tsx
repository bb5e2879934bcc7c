import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { contentOf, manyArticles } from '../../mocks/pretend-article.ts';
import { pretendSite } from '../../mocks/pretend-site.ts';
import { articles, ready, scrollToArticle } from './feed-reading.ts';
import { network, openReader, useReader } from './open-reader.tsx';

useReader();
afterEach(() => void vi.useRealTimers());

const HOUR = 3_600_000;
const all = manyArticles(40);
/** All but the newest ones. */
const publish = (unborn: number) => {
  network.site = pretendSite(contentOf(Object.fromEntries(Object.entries(all).slice(unborn))));
};
const line = (text: string | RegExp) => page.getByText(text);
const titleOf = (article: Element | undefined) => article?.querySelector('h2')?.textContent;

/** A visit, and the time that passes after it. */
async function visitAndLeave(hours: number): Promise<void> {
  openReader('/');
  await ready();
  await new Promise((resolve) => setTimeout(resolve, 50));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * HOUR });
}

test('whoever was never here is told of no visit', async () => {
  publish(0);
  openReader('/');
  await ready();
  await expect.element(line('40 stories')).toBeVisible();
  expect(line(/last visit/).query()).toBeNull();
});

test('a later visit begins with how many are new, and they end with a line', async () => {
  publish(4);
  await visitAndLeave(9);
  publish(0);
  openReader('/');
  await ready();
  await expect.element(line('Since your last visit: 4 stories')).toBeVisible();
  await scrollToArticle(5);
  const end = line('You are up to date.').element();
  const fourth = articles().find((one) => one.getAttribute('aria-posinset') === '4');
  const fifth = articles().find((one) => one.getAttribute('aria-posinset') === '5');
  expect(titleOf(fourth)).toMatch(/number 4$/);
  expect(fourth && end.compareDocumentPosition(fourth) & Node.DOCUMENT_POSITION_PRECEDING).toBeTruthy();
  expect(fifth && end.compareDocumentPosition(fifth) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  await expect.element(line('4 stories since your last visit; what follows was here before.')).toBeVisible();
});

test('when nothing came, that is said, and no line stands anywhere', async () => {
  publish(0);
  await visitAndLeave(9);
  openReader('/');
  await ready();
  await expect.element(line('Since your last visit: nothing new')).toBeVisible();
  expect(line('You are up to date.').query()).toBeNull();
});

test('going on within the half hour is the same visit', async () => {
  publish(4);
  await visitAndLeave(9);
  publish(0);
  openReader('/');
  await ready();
  await expect.element(line('Since your last visit: 4 stories')).toBeVisible();
  openReader('/');
  await ready();
  await expect.element(line('Since your last visit: 4 stories')).toBeVisible();
});

test('where the new ones are more than are known yet, it says more than', async () => {
  publish(30);
  await visitAndLeave(9);
  publish(0);
  openReader('/');
  await ready();
  await expect.element(line(/Since your last visit: (?:30|more than \d+) stories/)).toBeVisible();
  await scrollToArticle(31);
  await expect.element(line('30 stories since your last visit; what follows was here before.')).toBeInTheDocument();
});

test('a section knows of no visits', async () => {
  publish(4);
  await visitAndLeave(9);
  publish(0);
  openReader('/news/');
  await ready();
  await expect.element(line('40 stories')).toBeVisible();
});

test('a memory that is damaged is a first visit', async () => {
  publish(0);
  for (const key of ['tearsheet:/:visit']) localStorage.setItem(key, '{"newest":5');
  openReader('/');
  await ready();
  await expect.element(line('40 stories')).toBeVisible();
});
