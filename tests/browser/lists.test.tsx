import { beforeAll, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { contentOf, manyArticles } from '../../mocks/pretend-article.ts';
import { type PretendSite, pretendSite } from '../../mocks/pretend-site.ts';
import { network, openReader, useReader } from './open-reader.tsx';

useReader();

const LETTERS = 'ABCDEFGH';
/** As many in H as in all other letters together; of Café Records there are two articles. */
const NAMES = [
  ...Array.from(
    { length: 700 },
    (_, i) => `${i % 2 ? 'H' : LETTERS.charAt((i / 2) % 7)}arbour Record ${String(i).padStart(3, '0')}`,
  ),
  'Café Records',
  'Café Records',
  '東京新聞',
];
const numbered = (i: number, name: string) => ({ name, domain: name === 'Café Records' ? 'cafe.example' : `p${i}.example` });

let long: PretendSite;
beforeAll(() => {
  const articles = Object.entries(manyArticles(NAMES.length)).map(([slug, article], i) => [
    slug,
    { ...article, provider: numbered(i, NAMES[i] as string) },
  ]);
  long = pretendSite(contentOf(Object.fromEntries(articles)));
});
beforeEach(async () => {
  await page.viewport(390, 844);
  network.site = long;
});

const names = () => [...document.querySelectorAll('main li p > a')].map((link) => link.textContent);
const letter = (name: RegExp) => page.getByRole('navigation', { name: 'By first letter' }).getByRole('link', { name });
const partsAsked = () => new Set(network.asked.filter((path) => path.includes('data/list/'))).size;

test('of very many providers those with the most stories come first, and nothing of the others is loaded', async () => {
  openReader('/provider/');
  await expect.poll(names).toHaveLength(24);
  expect(names()[0]).toBe('Café Records');
  await expect.element(page.getByText('702', { exact: true })).toBeVisible();
  await expect.element(letter(/^Most stories$/)).toHaveAttribute('aria-current', 'page');
  expect(partsAsked()).toBe(0);
});

test('a letter has an address of its own, and Back leads out of it again', async () => {
  const { history } = openReader('/provider/');
  await letter(/^B, 50 names$/).click();
  await expect.poll(names).toHaveLength(50);
  expect(names().every((name) => name?.startsWith('B'))).toBe(true);
  expect(history.current().location.search).toBe('?letter=B');
  expect(partsAsked()).toBe(1);
  await letter(/^Others, 1 name$/).click();
  await expect.poll(names).toEqual(['東京新聞']);
  history.navigator.go(-1);
  await expect.poll(names).toHaveLength(50);
  history.navigator.go(-1);
  await expect.poll(() => names()[0]).toBe('Café Records');
});

test('the address of a letter opens it; of a letter with hundreds of names more come when they are asked for, where reading goes on', async () => {
  openReader('/provider/?letter=H');
  await expect.poll(() => names().length).toBeGreaterThan(60);
  const before = names().length;
  expect(before).toBeLessThan(260);
  expect(partsAsked()).toBe(1);
  const more = () => page.getByRole('button', { name: /^Show \d+ more$/ });
  await expect.element(more()).toHaveTextContent(`Show ${350 - before} more`);
  (more().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => names().length).toBeGreaterThan(before);
  await expect.poll(() => document.activeElement?.textContent).toBe(names()[before]);
  while (document.querySelector('main section button')) {
    const shown = names().length;
    await more().click();
    await expect.poll(() => names().length).toBeGreaterThan(shown);
  }
  expect(names()).toEqual(NAMES.filter((name) => name.startsWith('H')).toSorted());
});

test('the filter finds every name, whatever its letter', async () => {
  openReader('/provider/');
  const field = page.getByRole('searchbox', { name: 'Find a provider' });
  await field.fill('record 1');
  await expect.poll(names).toHaveLength(100);
  await field.fill('東京');
  await expect.poll(names).toEqual(['東京新聞']);
  await field.fill('cafe');
  await expect.poll(names).toEqual(['Café Records']);
  await field.fill('nobody');
  await expect.element(page.getByText('None of them is called that.')).toBeVisible();
  await field.fill('');
  await expect.poll(names).toHaveLength(24);
});

test('a letter that could not be had says so, and comes on another try', async () => {
  network.faultOf = (path) => (path.includes('data/list/') ? 'html' : undefined);
  openReader('/provider/?letter=C');
  await expect.element(page.getByRole('alert')).toBeVisible();
  network.faultOf = () => undefined;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(names).toHaveLength(51);
});

test('search suggests names of a long list, also those that few articles are from', async () => {
  openReader('/search/');
  await page.getByRole('combobox').fill('provider:');
  await expect.element(page.getByRole('option', { name: /^Café Records/ })).toBeVisible();
  expect(partsAsked()).toBe(0);
  await page.getByRole('combobox').fill('provider:"garbour record 01');
  await expect.element(page.getByRole('option', { name: /^Garbour Record 012/ })).toBeVisible();
});

test('a list that is short is there at once, by letter', async () => {
  network.site = pretendSite(contentOf(manyArticles(20)));
  openReader('/provider/');
  await expect.poll(names).toHaveLength(7);
  expect(document.querySelector('nav[aria-label="By first letter"]')).toBeNull();
});
