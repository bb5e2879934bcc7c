import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltSite, launchBrowser } from './built-site.ts';
import { PASSPHRASE, plantedSite, plantedTitle } from './preview-visit.ts';

/** Bytes of script, brotli at its best, that a page loads beyond the first view of the feed. */
const LIMIT = 20_000;

let site: BuiltSite;
let browser: Browser;
let first: ReadonlySet<string>;
beforeAll(async () => {
  [site, browser] = await Promise.all([plantedSite(2), launchBrowser()]);
  first = await scriptsOf('', async (page) => page.getByRole('feed').waitFor());
}, 180_000);
afterAll(async () => {
  await browser.close();
  site.close();
});

/** Paths of the scripts of a page that is opened by its address. */
async function scriptsOf(address: string, act: (page: Page) => Promise<unknown>): Promise<ReadonlySet<string>> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const paths = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith('/assets/') && pathname.endsWith('.js')) paths.add(pathname);
  });
  await page.goto(site.url + address);
  await act(page);
  await page.waitForTimeout(500);
  await page.waitForLoadState('networkidle');
  await page.close();
  return paths;
}

const weight = (paths: ReadonlySet<string>): number =>
  [...paths]
    .filter((path) => !first.has(path))
    .reduce((sum, path) => sum + brotliCompressSync(readFileSync(join(site.out, path))).length, 0);

const opened = async (page: Page): Promise<void> => {
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Lock' }).waitFor();
};

const VIEWS: [string, string, (page: Page) => Promise<unknown>][] = [
  ['an article', 'news/2022-10-07-an-ai-model-reveals-how-the-bodys-defense-system-recognizes-skin-cancer/', heading],
  ['search', 'search/?q=ferry', heading],
  ['what was saved', 'saved/', heading],
  ['a day', '2022/10/06/', heading],
  ['the calendar', 'day/2022/', heading],
  ['the queue of drafts', 'preview/', opened],
  ['the line', 'preview/#/line/', opened],
  ['the reader in place', 'preview/#/in-place/', opened],
];

async function heading(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.body.dataset['started'] === 'yes');
}

test.each(VIEWS)('%s loads little script of its own', async (name, address, act) => {
  const bytes = weight(await scriptsOf(address, act));
  console.log(`${name}: ${bytes} bytes of script beyond the first view, of ${LIMIT}`);
  expect(bytes).toBeGreaterThan(200);
  expect(bytes).toBeLessThanOrEqual(LIMIT);
});

test('a draft without secured loads little script of its own', async () => {
  let address = '';
  await scriptsOf('preview/', async (page) => {
    await opened(page);
    address = (await page.getByRole('link', { name: plantedTitle(1) }).getAttribute('href')) ?? '';
  });
  expect(address).toContain('#/d/');
  const bytes = weight(await scriptsOf(address.slice(1), opened));
  console.log(`a draft: ${bytes} bytes of script beyond the first view, of ${LIMIT}`);
  expect(bytes).toBeLessThanOrEqual(LIMIT);
});
