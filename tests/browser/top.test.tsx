import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { contentOf, manyArticles } from '../../mocks/pretend-article.ts';
import { pretendSite } from '../../mocks/pretend-site.ts';
import { articles, frame, ready, scrollToArticle } from './feed-reading.ts';
import { network, openReader, useReader } from './open-reader.tsx';

useReader();

const titles = () => articles().map((one) => one.querySelector('h2')?.textContent ?? '');
const sort = (name: string) => page.getByRole('navigation', { name: 'Order' }).getByRole('link', { name });

function publish(): void {
  const many = manyArticles(40);
  const hot = Object.entries(many).map(([slug, article], place) => [
    slug,
    { ...article, heat: place === 12 ? 400 : 80 + (place % 4) },
  ]);
  network.site = pretendSite(contentOf(Object.fromEntries(hot)));
}

test('Newest and Top are two addresses of one page, and Back goes between them', async () => {
  publish();
  const { history } = openReader('/');
  await ready();
  const newest = titles()[0];
  await sort('Top').click();
  await expect.poll(() => history.current().location.search).toBe('?sort=top');
  await expect.poll(() => titles()[0]).toMatch(/number 13$/);
  await expect.element(sort('Top')).toHaveAttribute('aria-current', 'page');
  history.navigator.go(-1);
  await expect.poll(() => titles()[0]).toBe(newest);
  await expect.element(sort('Newest')).toHaveAttribute('aria-current', 'page');
});

test('pointing at Top asks for it, following the link not again, nor pointing at it there', async () => {
  publish();
  openReader('/');
  await ready();
  const asked = () => network.asked.filter((path) => path.endsWith('/top.json')).length;
  await sort('Newest').hover();
  await sort('Top').hover();
  await expect.poll(asked).toBe(1);
  await sort('Top').click();
  await expect.poll(() => titles()[0]).toMatch(/number 13$/);
  await sort('Newest').hover();
  await sort('Top').hover();
  await frame();
  expect(asked()).toBe(1);
});

test('the address of Top opens Top, and asks for nothing of Newest', async () => {
  publish();
  openReader('/?sort=top');
  await ready();
  expect(titles()[0]).toMatch(/number 13$/);
  expect(network.asked.filter((path) => path.startsWith('data/feed/'))).toEqual(['data/feed/all/top.json']);
});

test('the first one says why it is there, by its terms', async () => {
  publish();
  openReader('/?sort=top');
  await ready();
  await page.getByText('Why is this here?').first().click();
  await expect.element(page.getByText('among the hottest')).toBeVisible();
  await expect.element(page.getByText(/That makes place 1 of \d+\. It is the same for everybody\./)).toBeVisible();
  await expect.element(page.getByText(/for heat and coverage × .* for age = /)).toBeVisible();
});

test('keys go from article to article in Top, and coming back leads to the same one', async () => {
  publish();
  const { history } = openReader('/?sort=top');
  await ready();
  await scrollToArticle(9);
  await userEvent.keyboard('j');
  const focused = document.activeElement?.getAttribute('data-article');
  expect(focused).toBeTruthy();
  await userEvent.keyboard('o');
  await expect.poll(() => history.current().location.pathname).toBe(`/news/${focused}/`);
  await expect.element(page.getByRole('link', { name: /^Read at/ })).toBeVisible();
  history.navigator.go(-1);
  await ready();
  await expect.poll(() => document.activeElement?.closest('[data-article]')?.getAttribute('data-article')).toBe(focused);
  await frame();
  expect(window.scrollY).toBeGreaterThan(100);
});

test('a section has its Top, a provider has none', async () => {
  publish();
  openReader('/news/?sort=top');
  await ready();
  await expect.element(page.getByRole('feed', { name: 'Top of news' })).toBeVisible();
  openReader('/provider/meridian.example/?sort=top');
  await ready();
  expect(sort('Top').query()).toBeNull();
});

test('Top has an end, which leads to the rest', async () => {
  publish();
  openReader('/?sort=top');
  await ready();
  await page.getByRole('link', { name: 'All of them, newest first' }).click();
  await expect.element(sort('Newest')).toHaveAttribute('aria-current', 'page');
  await expect.poll(() => titles()[0]).toMatch(/number 1$/);
});

test('a Top that cannot be had says so, and comes with another try', async () => {
  publish();
  network.faultOf = (path) => (path.endsWith('top.json') ? 'truncated' : undefined);
  openReader('/?sort=top');
  await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  network.faultOf = () => undefined;
  await page.getByRole('button', { name: 'Try again' }).click();
  await ready();
});

test('whoever changes the order by keyboard goes on from the switch', async () => {
  publish();
  openReader('/');
  await ready();
  (sort('Top').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => titles()[0]).toMatch(/number 13$/);
  await expect.element(sort('Top')).toHaveFocus();
});
