import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REFUSAL } from '../../src/seal/refusal.ts';
import { type BuiltSite, launchBrowser } from './built-site.ts';
import { KEY, kept, locked, PASSPHRASE, plantedSite, plantedTitle, unlocked, WORD, watched } from './preview-visit.ts';

const CHOICE = 'Keep me in on this device for 30 days';
const DAY_MS = 86_400_000;

let site: BuiltSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([plantedSite(12), launchBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  site.close();
});

const tells = (text: string): boolean => text.toLowerCase().includes(WORD);
const form = (page: Page) => page.getByLabel('Passphrase');

async function keptIn(page: Page): Promise<void> {
  await page.goto(`${site.url}preview/`);
  await form(page).fill(PASSPHRASE);
  await page.getByLabel(CHOICE).check();
  await form(page).press('Enter');
  await unlocked(page);
  await page.getByText(/until \d+ \w+ \d{4}, or until you lock/).waitFor();
}

/** In the database, as it was kept. */
const keyIn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((done) => {
        const asked = indexedDB.open('tearsheet:/:preview');
        asked.addEventListener('success', () => {
          const names = [...asked.result.objectStoreNames];
          if (names.length === 0) return done('none');
          const read = asked.result.transaction(names).objectStore('key').get('key');
          read.addEventListener('success', () => {
            asked.result.close();
            const { key } = (read.result ?? {}) as { key?: CryptoKey };
            done(key ? `${key.algorithm.name} ${key.extractable}` : 'none');
          });
        });
      }),
  );
/** Paths of which the preview keeps copies. */
const copies = (page: Page) =>
  page.evaluate(async () => {
    const name = 'tearsheet:/:preview';
    const keys = (await caches.has(name)) ? await (await caches.open(name)).keys() : [];
    return keys.map(({ url }) => new URL(url).pathname.replace(/\w+\.sealed$/, 'sealed'));
  });
const databases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

test('who chooses it is let in at each visit, by a key that no script can read', async () => {
  const { page, complaints } = await watched(browser, site);
  await keptIn(page);
  expect(await keyIn(page)).toBe('HKDF false');
  await page.reload();
  await unlocked(page);
  const other = await page.context().newPage();
  await other.goto(`${site.url}preview/`);
  await unlocked(other);
  expect((await kept(other)).includes('violin')).toBe(false);
  await other.getByLabel(CHOICE).click();
  await expect.poll(() => databases(other)).not.toContain('tearsheet:/:preview');
  await other.reload();
  await locked(other);
  expect(complaints).toEqual([]);
});

test('without the choice a visit leaves no key', async () => {
  const { page } = await watched(browser, site);
  await page.goto(`${site.url}preview/#${KEY}`);
  await unlocked(page);
  expect(await databases(page)).not.toContain('tearsheet:/:preview');
  await page.reload();
  await locked(page);
});

test('Lock ends it in every tab, for the page that the browser keeps for Back too, and leaves nothing stored', async () => {
  const { page } = await watched(browser, site);
  await keptIn(page);
  await page.getByRole('link', { name: plantedTitle(3) }).click();
  await page.getByRole('complementary').waitFor();
  const context: BrowserContext = page.context();
  const [other, back] = [await context.newPage(), await context.newPage()];
  await other.goto(`${site.url}preview/`);
  await unlocked(other);
  await back.goto(`${site.url}preview/`);
  await unlocked(back);
  await back.goto(`${site.url}topic/`);
  await expect.poll(() => copies(page)).toContain('/preview/sealed');
  await other.getByRole('button', { name: 'Lock' }).click();
  await locked(page);
  await locked(other);
  await back.goBack();
  await locked(back);
  for (const tab of [page, other, back]) {
    await expect.poll(() => copies(tab)).toEqual([]);
    await expect.poll(() => databases(tab)).not.toContain('tearsheet:/:preview');
    expect(tells((await kept(tab)) + (await tab.content()))).toBe(false);
    await tab.reload();
    await locked(tab);
  }
});

test('after 30 days it is given up', async () => {
  const { page } = await watched(browser, site);
  await keptIn(page);
  await page.clock.setFixedTime(Date.now() + 29 * DAY_MS);
  await page.reload();
  await unlocked(page);
  await page.clock.setFixedTime(Date.now() + 31 * DAY_MS);
  await page.reload();
  await locked(page);
  await expect.poll(() => databases(page)).not.toContain('tearsheet:/:preview');
});

test('when the keys have changed it is given up, and says so', async () => {
  const { page } = await watched(browser, site);
  await keptIn(page);
  const other = await plantedSite(1, undefined, { TEARSHEET_PREVIEW_PASSPHRASE: 'other words than the ones before, truly' });
  const [own, theirs] = [join(site.out, 'preview'), join(other.out, 'preview')];
  const saved = `${own}.saved`;
  cpSync(own, saved, { recursive: true });
  rmSync(own, { recursive: true });
  cpSync(theirs, own, { recursive: true });
  await page.reload();
  await page.getByText('The keys of this preview have changed').waitFor();
  await expect.poll(() => databases(page)).not.toContain('tearsheet:/:preview');
  rmSync(own, { recursive: true });
  cpSync(saved, own, { recursive: true });
  other.close();
});

test('without a network what was read opens, with the passphrase or for who is kept in; after Lock nothing does', async () => {
  const { page } = await watched(browser, site);
  await keptIn(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.reload();
  await unlocked(page);
  await page.getByRole('link', { name: plantedTitle(3) }).click();
  await page.getByText('The picture as a card cuts it').waitFor();
  await expect.poll(() => page.locator('main figure img[src^="blob:"]').count()).toBe(2);
  await expect.poll(() => copies(page)).toContain('/preview/');
  expect(tells(await kept(page))).toBe(false);
  await page.context().setOffline(true);
  await page.reload();
  await unlocked(page);
  await page.getByText('The picture as a card cuts it').waitFor();
  await page.getByRole('button', { name: 'Lock' }).click();
  await locked(page);
  await expect.poll(() => copies(page)).toEqual([]);
  await form(page).fill(PASSPHRASE);
  await form(page).press('Enter');
  await page.getByText('could not be loaded').waitFor();
  await page.context().setOffline(false);
  await form(page).fill('wrong words altogether, these');
  await form(page).press('Enter');
  await page.getByText(REFUSAL.words).waitFor();
});
