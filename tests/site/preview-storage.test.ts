import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { findLeaks, type Secret } from '../fixtures/leak-scanner.ts';
import { leakyFiles } from '../fixtures/leaky-files.ts';
import { type PlantedDrafts, plantDrafts } from '../fixtures/planted-drafts.ts';
import { articles, writeFiles } from '../node/run-cli.ts';
import { type BuiltSite, builtSite, launchBrowser, visit } from './built-site.ts';
import { KEY, locked, unlocked } from './preview-visit.ts';
import { storedFiles } from './stored-files.ts';

let site: BuiltSite;
let browser: Browser;
let planted: PlantedDrafts;
beforeAll(async () => {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } });
  planted = plantDrafts(715, await picture.jpeg().toBuffer(), 40);
  const folder = mkdtempSync(join(tmpdir(), 'tearsheet-stored-'));
  const content = writeFiles(join(folder, 'content'), { ...articles(20), ...planted.files });
  const env = { TEARSHEET_PREVIEW_REVIEWERS: `Ada=${KEY}` };
  [site, browser] = await Promise.all([builtSite(content, [], env), launchBrowser()]);
  rmSync(folder, { recursive: true, force: true });
}, 180_000);
afterAll(async () => {
  await browser.close();
  site.close();
});

const textOf = (what: string): string => planted.secrets.find((secret) => secret.what === what)?.text ?? '';

/** The queue, its search, a draft, a verdict whose note quotes it, and the reader in place. */
async function tour(page: Page): Promise<void> {
  await page.goto(site.url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.goto(`${site.url}preview/#${KEY}`);
  await unlocked(page);
  await page.getByLabel('Keep me in').click();
  await page.getByLabel('Words').fill(textOf('title of 2'));
  const row = page
    .locator('[data-draft]')
    .filter({ hasText: textOf('title of 2') })
    .first();
  await row.getByRole('button', { name: 'Hold' }).click();
  await row.locator('a').first().focus();
  await page.keyboard.press('n');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await page.keyboard.type(textOf('title of 2'));
  await page.keyboard.press('Control+Enter');
  await row.getByRole('link').first().click();
  await page.getByText('What the build knows').waitFor();
  await page.getByRole('link', { name: 'See it in place' }).click();
  const phone = page.frameLocator('iframe[title^="Phone"]');
  await phone.getByRole('heading', { level: 1, name: textOf('title of 2') }).waitFor();
  await phone.getByRole('button', { name: 'Save for later' }).click();
  await phone
    .getByRole('link', { name: textOf('topic of 2') })
    .first()
    .click();
  await phone.locator('[data-article]').first().waitFor();
  await page.waitForTimeout(500);
}

test('of 10,010 strings in 14 fields none is in anything that the browser stored, in any of 16 forms, before Lock and after', async () => {
  const { page, complaints, close } = await visit(browser, site);
  onTestFinished(close);
  await tour(page);
  const key: Secret = { what: 'the key', text: KEY };
  const open = await storedFiles(page);
  await page.getByRole('button', { name: 'Lock' }).click();
  await locked(page);
  await page.waitForTimeout(500);
  const after = await storedFiles(page);
  const paths = (files: typeof open) => files.map(([path]) => path).join('\n');
  // What is sealed was there to be searched, and what a reviewer said stays so.
  expect(paths(open)).toMatch(/cache .*\.sealed/);
  expect(paths(open)).toMatch(/database tearsheet:\/:sealed/);
  expect(paths(after)).not.toMatch(/\.sealed/);
  expect(paths(after)).toMatch(/database tearsheet:\/:sealed/);
  const found = findLeaks(
    [...open, ...after.map(([path, content]) => [`after Lock: ${path}`, content] as const)],
    [...planted.secrets, key],
  );
  expect(found.map(({ path, what, form }) => `${path}: ${what}, ${form}`)).toEqual([]);
  expect(planted.secrets).toHaveLength(10_010);
  expect(complaints).toEqual([]);
}, 120_000);

/** Stores what leaks, one after the other: in a cache, by its address, as bytes and text in a database, in storage, in a state of the tab. */
const store = (page: Page, files: [path: string, latin: string][]): Promise<void> =>
  page.evaluate(async (all) => {
    const cache = await caches.open('planted');
    const database = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('planted', 1);
      request.addEventListener('upgradeneeded', () => request.result.createObjectStore('planted'));
      request.addEventListener('success', () => done(request.result));
    });
    const bytesOf = (latin: string) => Uint8Array.from(latin, (sign) => sign.charCodeAt(0));
    const states: Record<string, string> = {};
    for (const [at, [path, latin]] of all.entries()) {
      const inDatabase = (value: unknown) =>
        new Promise<void>((done) => {
          const turn = database.transaction('planted', 'readwrite');
          turn.objectStore('planted').put(value, path);
          turn.addEventListener('complete', () => done());
        });
      if (path.startsWith('img/') || at % 6 === 0) await cache.put(`/${encodeURIComponent(path)}`, new Response(bytesOf(latin)));
      else if (at % 6 === 1) await inDatabase({ turn: 1, bytes: bytesOf(latin) });
      else if (at % 6 === 2) await inDatabase({ deep: [{ text: latin }] });
      else if (at % 6 === 3) localStorage.setItem(path, latin);
      else if (at % 6 === 4) sessionStorage.setItem(path, latin);
      else states[path] = latin;
    }
    history.replaceState(states, '');
    database.close();
  }, files);

test('200 of 200 that were stored on purpose are found', async () => {
  const { page, close } = await visit(browser, site);
  onTestFinished(close);
  await page.goto(`${site.url}preview/`);
  const leaky = leakyFiles(planted);
  await store(
    page,
    leaky.map(({ file: [path, content] }) => [path, Buffer.from(content).toString('latin1')]),
  );
  const found = new Set(findLeaks(await storedFiles(page), planted.secrets).map(({ what }) => what));
  const missed = leaky.filter(({ what }) => !found.has(what));
  expect(missed.map(({ file: [path], what, form }) => `${path}: ${what}, ${form}`)).toEqual([]);
  expect(new Set(leaky.map(({ what }) => what)).size).toBe(200);
}, 120_000);
