import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { articleSlug, contentOf, manyArticles } from '../../mocks/pretend-article.ts';
import { pretendSite } from '../../mocks/pretend-site.ts';
import { clearDatabase, network, openReader, useReader } from './open-reader.tsx';
import { deny, fill, journal, stored, upgrade } from './saved-storage.ts';

useReader();

beforeEach(async () => {
  await page.viewport(1280, 900);
  network.site = pretendSite(contentOf(manyArticles(6)));
});

const key = (number: number) => `saved:${articleSlug(number)}`;
const mark = (number: number) => page.getByRole('button', { name: new RegExp(`^Save for later: .*number ${number}$`) });
const notice = () => page.getByRole('status').filter({ hasText: /aved\./ });
const line = (number: number) => page.getByRole('link', { name: new RegExp(`number ${number}$`) });

/** Saves an article in the feed and waits until the page says that it is saved. */
async function save(number: number): Promise<void> {
  openReader('/');
  await mark(number).click();
  await expect.element(notice()).toHaveTextContent('Saved.');
}

/** Learning the original's address would be another try at writing. */
function withoutAddresses(): void {
  network.faultOf = (path) => (path.startsWith('data/article/') ? 'offline' : undefined);
}

const isStored = (number: number) => expect.poll(() => stored(key(number))).toMatchObject({ on: true });

test('what is saved is in both places', async () => {
  await save(2);
  await isStored(2);
  expect(journal.get(`mark:${key(2)}`)).toMatchObject({ on: true, article: { slug: articleSlug(2) } });
});

test.each(['journal', 'database'] as const)(
  'when one of the two places is wiped between visits nothing is lost: the %s',
  async (place) => {
    await save(2);
    await isStored(2);
    if (place === 'journal') localStorage.clear();
    else await clearDatabase();
    openReader('/saved/');
    await expect.element(line(2)).toBeVisible();
    // And the other has it again.
    await isStored(2);
    await expect.poll(() => journal.get(`mark:${key(2)}`)).toMatchObject({ on: true });
  },
);

test('a tab that is killed after the first of the two writes has saved', async () => {
  const makeRoom = fill('database');
  withoutAddresses();
  await save(2);
  expect(await stored(key(2))).toBeUndefined();
  makeRoom();
  openReader('/saved/');
  await expect.element(line(2)).toBeVisible();
  await isStored(2);
  localStorage.clear();
  openReader('/saved/');
  await expect.element(line(2)).toBeVisible();
});

test('a removal whose second write never came is a removal at the next visit too', async () => {
  await save(2);
  await isStored(2);
  const makeRoom = fill('database');
  await mark(2).click();
  await expect.element(notice()).toHaveTextContent('No longer saved.');
  makeRoom();
  openReader('/saved/');
  await expect.element(page.getByText('Nothing is saved yet.')).toBeVisible();
  await expect.poll(() => stored(key(2))).toMatchObject({ on: false });
});

test('where only the second copy is full, saving still lasts', async () => {
  fill('journal');
  await save(2);
  await expect.element(notice()).not.toHaveTextContent('Only until');
  openReader('/saved/');
  await expect.element(line(2)).toBeVisible();
});

test('where everything is full it says that it will not last, and what was saved before stays', async () => {
  await save(1);
  await isStored(1);
  const makeRoom = fill('journal', 'database');
  withoutAddresses();
  await save(2);
  await expect.element(notice()).toHaveTextContent('Saved. Only until this tab is closed');
  await expect.element(mark(2)).toHaveAttribute('aria-pressed', 'true');
  makeRoom();
  openReader('/saved/');
  await expect.element(line(1)).toBeVisible();
  expect(line(2).query()).toBeNull();
});

test('where the browser denies storage the reader works, and says that it will not last', async () => {
  deny();
  await save(2);
  await expect.element(notice()).toHaveTextContent('Saved. Only until this tab is closed');
  await page.getByRole('link', { name: 'Saved', exact: true }).click();
  await expect.element(line(2)).toBeVisible();
});

test('a copy that is damaged is made whole by the other', async () => {
  await save(2);
  await isStored(2);
  localStorage.setItem(`tearsheet:/:mark:${key(2)}`, '{"version":1,"kind":"sav');
  openReader('/saved/');
  await expect.element(line(2)).toBeVisible();
  await expect.poll(() => journal.get(`mark:${key(2)}`)).toMatchObject({ on: true });
});

test('articles that an earlier version marked as read are still marked', async () => {
  journal.set('read', [articleSlug(3)]);
  openReader('/');
  await expect.element(page.getByRole('article', { name: /number 3$/ })).toHaveTextContent('Read');
  await expect.poll(() => stored(`read:${articleSlug(3)}`)).toMatchObject({ on: true });
  await expect.poll(() => localStorage.getItem('tearsheet:/:read')).toBeNull();
});

test('what a newer version keeps with an article, and what it keeps of other kinds, survives this one', async () => {
  await save(2);
  const newer = { ...journal.get(`mark:${key(2)}`), version: 2, note: 'read on Sunday' };
  const pinned = { version: 2, kind: 'pinned', slug: articleSlug(2), at: 5, on: true };
  journal.set(`mark:${key(2)}`, newer);
  journal.set('mark:pinned:x', pinned);
  await upgrade(7, { [key(2)]: newer, 'pinned:x': pinned });
  openReader('/saved/');
  await mark(2).click();
  await expect.element(page.getByText('Nothing is saved yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(line(2)).toBeVisible();
  await expect.poll(() => journal.get(`mark:${key(2)}`)).toMatchObject({ version: 2, note: 'read on Sunday', on: true });
  await expect.poll(() => stored(key(2))).toMatchObject({ version: 2, note: 'read on Sunday', on: true });
  expect(journal.get('mark:pinned:x')).toEqual(pinned);
  expect(await stored('pinned:x')).toEqual(pinned);
});

test('a newer version in another tab changes the database without waiting for this one, which goes on saving', async () => {
  await save(1);
  await isStored(1);
  await upgrade(9, {});
  await mark(2).click();
  await isStored(2);
});

test('the browser is asked to keep it when the first article is saved, and not again', async () => {
  const { persist } = StorageManager.prototype;
  let asked = 0;
  StorageManager.prototype.persist = async () => {
    asked++;
    return true;
  };
  try {
    await save(1);
    await mark(2).click();
    await expect.element(mark(2)).toHaveAttribute('aria-pressed', 'true');
    expect(asked).toBe(1);
  } finally {
    StorageManager.prototype.persist = persist;
  }
});
