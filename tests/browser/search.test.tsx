import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { articleSlug, contentOf, manyArticles } from '../../mocks/pretend-article.ts';
import { pretendSite } from '../../mocks/pretend-site.ts';
import { ready } from './feed-reading.ts';
import { network, openReader, useReader } from './open-reader.tsx';

useReader();

beforeEach(async () => {
  await page.viewport(1280, 900);
  network.site = pretendSite(contentOf(manyArticles(40)));
});

const field = () => page.getByRole('combobox');
const hits = () => [...document.querySelectorAll<HTMLElement>('[data-hit]')];
const titles = () => hits().map((hit) => hit.querySelector('h2')?.textContent);
const marks = () => [...document.querySelectorAll('[data-hit] mark')].map((mark) => mark.textContent);
const status = () => page.getByRole('status').first();
const results = () => expect.poll(() => hits().length);

test('/ goes to search, and what is typed is found as it is typed, with its words marked', async () => {
  const { history } = openReader('/');
  await ready();
  await userEvent.keyboard('/');
  await expect.element(field()).toHaveFocus();
  await userEvent.keyboard('light');
  await results().toBe(4);
  expect(marks().every((mark) => mark === 'lighthouse')).toBe(true);
  await expect.element(status()).toHaveTextContent('4 articles');
  await userEvent.keyboard('house turns');
  await results().toBe(1);
  expect(titles()).toEqual(['The lighthouse turns quiet, number 11']);
  await expect.poll(() => history.current().location.search).toBe('?q=lighthouse+turns');
});

test('Enter makes a place in the history; back and forward bring back what was searched for', async () => {
  const { history } = openReader('/search/?q=ferry');
  await results().toBe(4);
  await field().fill('tram');
  await expect.poll(() => titles()[0]).toContain('tram');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => history.current()).toMatchObject({ action: 'PUSH', location: { search: '?q=tram' } });
  history.navigator.go(-1);
  await expect.element(field()).toHaveValue('ferry');
  await expect.poll(() => titles()[0]).toContain('ferry');
  history.navigator.go(1);
  await expect.element(field()).toHaveValue('tram');
});

test('a found article opens, and the way back leads to what was found', async () => {
  const { history } = openReader('/search/?q=number%2017');
  await page.getByRole('link', { name: /number 17$/ }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: /number 17$/ })).toBeVisible();
  expect(history.current().location.pathname).toBe(`/news/${articleSlug(17)}/`);
  history.navigator.go(-1);
  await expect.element(field()).toHaveValue('number 17');
  await results().toBeGreaterThan(0);
});

test('on the way back the list stands where it was left', async () => {
  const { history } = openReader('/search/?q=number');
  await results().toBe(20);
  window.scrollTo(0, 900);
  await expect.poll(() => sessionStorage.length).toBeGreaterThan(0);
  hits()[9]?.querySelector('a')?.click();
  await expect.poll(() => history.current().location.pathname).toContain('/news/');
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  history.navigator.go(-1);
  await results().toBe(20);
  await expect.poll(() => Math.abs(window.scrollY - 900)).toBeLessThan(3);
});

test('operators are suggested and chosen by keyboard; each filter is a chip that can be taken away', async () => {
  openReader('/search/');
  await expect.element(field()).toHaveFocus();
  await userEvent.keyboard('number to');
  await expect.element(page.getByRole('option', { name: 'topic:' })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(field()).toHaveValue('number topic:');
  await userEvent.keyboard('oc');
  await expect.element(page.getByRole('option', { name: 'Oceans' })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('option', { name: 'Oceans' })).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Enter}');
  await expect.element(field()).toHaveValue('number topic:Oceans ');
  await results().toBe(8);
  await page.getByRole('button', { name: 'Remove topic: Oceans' }).click();
  await expect.element(field()).toHaveValue('number');
  await results().toBe(20);
});

test('Escape closes the suggestions and keeps what was written', async () => {
  openReader('/search/');
  await expect.element(field()).toHaveFocus();
  await userEvent.keyboard('type:v');
  await expect.element(page.getByRole('option', { name: 'video' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(field()).toHaveAttribute('aria-expanded', 'false');
  await expect.element(field()).toHaveValue('type:v');
});

test('by date the newest comes first, and the address says so', async () => {
  const { history } = openReader('/search/?q=number');
  await results().toBe(20);
  await page.getByText('Date', { exact: true }).click();
  await expect.poll(() => titles()[0]).toMatch(/number 1$/);
  await expect.poll(() => history.current().location.search).toBe('?q=number&sort=date');
  await page.getByRole('button', { name: 'Show more' }).click();
  await results().toBe(40);
  await expect.element(status()).toHaveTextContent('40 articles');
});

test('what is nowhere is said to be nowhere, and a typo is told', async () => {
  openReader('/search/?q=xylophone');
  await expect.element(page.getByText('Every word has to be there.', { exact: false })).toBeVisible();
  await expect.element(status()).toHaveTextContent('Nothing was found.');
  await field().fill('telescpoe');
  await results().toBe(4);
  await expect.element(page.getByText('“telescpoe” stands nowhere. These are for “telescope”.')).toBeVisible();
  expect(marks()).toContain('telescope');
});

test('words of the field are never read as markup or as an expression', async () => {
  openReader(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> (.*)+$ [')}`);
  await expect.element(page.getByText('Every word has to be there.', { exact: false })).toBeVisible();
  await field().fill('('.repeat(10_000));
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  openReader(`/search/?q=${'ferry+'.repeat(1700)}`);
  await results().toBe(4);
});

test('a date that is none is told on its chip', async () => {
  openReader('/search/?q=ferry+before%3A2022-13');
  await results().toBe(4);
  await expect.element(page.getByRole('button', { name: /before: 2022-13 is no date/ })).toBeVisible();
  await expect.element(page.getByText('Dates are written 2022, 2022-10 or 2022-10-03.')).toBeVisible();
});

test('offline, what the tab has loaded is searched, and the page says that it is that', async () => {
  const { history } = openReader('/');
  await ready();
  network.faultOf = () => 'offline';
  history.navigator.push('/search/?q=lighthouse');
  await expect
    .element(page.getByText(/^You are offline\. These come from the \d+ articles that this tab has loaded\.$/))
    .toBeVisible();
  await results().toBeGreaterThan(0);
  network.faultOf = () => undefined;
  await page.getByRole('button', { name: 'Try again' }).click();
  await results().toBe(4);
  await expect.poll(() => page.getByText(/You are offline/).query()).toBeNull();
});

test('without a feed and without the network it says that it failed, and can be tried again', async () => {
  network.faultOf = (path) => (path.includes('search') ? 'missing' : undefined);
  openReader('/search/?q=ferry');
  await expect.element(page.getByRole('alert')).toBeVisible();
  network.faultOf = () => undefined;
  await page.getByRole('button', { name: 'Try again' }).click();
  await results().toBe(4);
});

test('while an answer is slow the page says that it searches', async () => {
  network.faultOf = (path) => (path.includes('search') ? 'slow' : undefined);
  openReader('/search/?q=ferry');
  await expect.element(page.getByText('Searching', { exact: true }).first()).toBeInTheDocument();
  await expect.poll(() => hits().length, { timeout: 20_000 }).toBe(4);
});
