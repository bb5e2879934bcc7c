import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { articleSlug, contentOf, manyArticles } from '../../mocks/pretend-article.ts';
import { pretendSite } from '../../mocks/pretend-site.ts';
import { articles, ready } from './feed-reading.ts';
import { network, openBeside, openReader, useReader } from './open-reader.tsx';
import { journal } from './saved-storage.ts';

useReader();

beforeEach(async () => {
  await page.viewport(1280, 900);
  network.site = pretendSite(contentOf(manyArticles(6)));
});

const mark = (number: number) => page.getByRole('button', { name: new RegExp(`^Save for later: .*number ${number}$`) });
const notice = () => page.getByRole('status').filter({ hasText: /\.$|Undo$/ });
const lines = () => [...document.querySelectorAll('main li h2')].map((line) => line.textContent?.replace(/^.*(?=number)/, ''));

test('the bookmark on a card saves its article, says so, and Undo takes it back', async () => {
  openReader('/');
  await mark(2).click();
  await expect.element(mark(2)).toHaveAttribute('aria-pressed', 'true');
  await expect.element(notice()).toHaveTextContent('Saved.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(mark(2)).toHaveAttribute('aria-pressed', 'false');
  await expect.element(notice()).toHaveTextContent('Undone.');
});

test('s saves the article that has the focus, m marks it as read, and each can be taken back', async () => {
  openReader('/');
  await ready();
  await userEvent.keyboard('jjs');
  await expect.element(mark(2)).toHaveAttribute('aria-pressed', 'true');
  await userEvent.keyboard('m');
  await expect.element(notice()).toHaveTextContent('Marked as read.');
  expect(articles()[1]?.textContent).toContain('Read');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => articles()[1]?.textContent).not.toContain('Read');
  await expect.element(mark(2)).toHaveAttribute('aria-pressed', 'true');
});

test('Escape ends the notice first, and only then leaves the article', async () => {
  const { history } = openReader(`/news/${articleSlug(1)}/`);
  const save = page.getByRole('button', { name: 'Save for later' });
  await save.click();
  await expect.element(notice()).toHaveTextContent('Saved.');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => notice().query()).toBeNull();
  expect(history.current().location.pathname).toBe(`/news/${articleSlug(1)}/`);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => history.current().location.pathname).toBe('/');
});

test('the notice goes by itself', async () => {
  openReader('/');
  await mark(1).click();
  await expect.element(notice()).toBeVisible();
  await userEvent.unhover(mark(1));
  await expect.poll(() => notice().query(), { timeout: 15_000 }).toBeNull();
});

test('after Undo by keyboard the focus is where it was', async () => {
  openReader('/');
  await ready();
  await userEvent.keyboard('jjs');
  await expect.element(notice()).toBeVisible();
  page.getByRole('button', { name: 'Undo' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement).toBe(articles()[1]);
});

test('what is saved stands on its page, the last saved first, with a way to the original, and opens', async () => {
  const { history } = openReader('/');
  await mark(4).click();
  await mark(2).click();
  await page.getByRole('link', { name: 'Saved', exact: true }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Saved' })).toBeVisible();
  expect(lines()).toEqual(['number 2', 'number 4']);
  await expect.element(page.getByText('2 articles, last saved first')).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: /^Read at/ }).first())
    .toHaveAttribute('href', 'https://quantadesk.example/article-number-2');
  await page.getByRole('link', { name: /number 4$/ }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: /number 4$/ })).toBeVisible();
  expect(history.current().location.pathname).toBe(`/news/${articleSlug(4)}/`);
});

test('a saved article that was withdrawn still stands there, with its title and the way to the original', async () => {
  openReader('/');
  await mark(3).click();
  await expect.element(notice()).toBeVisible();
  // The address of the original comes with the article's own file.
  await expect.poll(() => journal.get(`mark:saved:${articleSlug(3)}`)['article']).toHaveProperty('originalUrl');
  network.site = pretendSite(contentOf(manyArticles(2)));
  openReader('/saved/');
  await expect.element(page.getByRole('link', { name: /number 3$/ })).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: /^Read at/ }))
    .toHaveAttribute('href', 'https://thealmanac.example/article-number-3');
});

test('what is taken away on the page of saved articles goes, and comes back where it was', async () => {
  openReader('/');
  for (const number of [1, 2, 3]) await mark(number).click();
  openReader('/saved/');
  await mark(2).click();
  await expect.poll(lines).toEqual(['number 3', 'number 1']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(lines).toEqual(['number 3', 'number 2', 'number 1']);
});

test('with nothing saved the page says how to', async () => {
  openReader('/saved/');
  await expect.element(page.getByText('Nothing is saved yet.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Save to a file' })).toBeDisabled();
});

test('another tab shows at once what was saved, read and taken back here', async () => {
  openReader('/');
  await ready();
  const { element } = openBeside('/saved/');
  const there = () => element.querySelector('main')?.textContent;
  const card = () => articles()[1]?.querySelector('[data-save]');
  await expect.poll(there).toContain('Nothing is saved yet.');
  articles()[1]?.focus();
  await userEvent.keyboard('s');
  await expect.poll(there).toContain('number 2');
  await userEvent.keyboard('m');
  await expect.poll(there).toMatch(/Read(?! at)/);
  element.querySelector<HTMLElement>('li [data-save]')?.click();
  await expect.poll(() => card()?.getAttribute('aria-pressed')).toBe('false');
});
