import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DraftEntry, PreviewManifest } from '../../src/schema/preview.ts';
import { randomBytes } from '../../src/seal/derive.ts';
import { openPreview } from '../../src/seal/open-preview.ts';
import { makeLinkKey, readLinkKey } from '../../src/seal/preview-link.ts';
import { isRefusal, REFUSAL } from '../../src/seal/refusal.ts';
import { axeFaults } from './axe-faults.ts';
import { type BuiltSite, builtSite, launchBrowser, type Visit, visit } from './built-site.ts';
import { kept } from './kept-in-browser.ts';

const PASSPHRASE = 'rabbit violin copper thunder walnut mosaic';
const KEY = makeLinkKey(randomBytes);

let site: BuiltSite;
let browser: Browser;
let entries: DraftEntry[];
beforeAll(async () => {
  const env = {
    TEARSHEET_PREVIEW_PASSPHRASE: PASSPHRASE,
    TEARSHEET_PREVIEW_ROUNDS: '600000',
    TEARSHEET_PREVIEW_REVIEWERS: `Ada=${KEY}`,
  };
  [site, browser] = await Promise.all([builtSite('content', [], env), launchBrowser()]);
  entries = await sealedEntries();
}, 180_000);
afterAll(async () => {
  await browser.close();
  site.close();
});

/** The queue, opened here as a holder would. */
async function sealedEntries(): Promise<DraftEntry[]> {
  const file = (name: string) => new Uint8Array(readFileSync(join(site.out, 'preview', name)));
  const { index } = v.parse(PreviewManifest, JSON.parse(new TextDecoder().decode(file('manifest.json'))));
  const link = readLinkKey(KEY) ?? new Uint8Array();
  const open = await openPreview(file(`${index}.sealed`), { link }, async (name) => file(name));
  const read: DraftEntry[] = [];
  if (isRefusal(open)) throw new Error(open.words);
  for await (const bytes of open.readAll('queue'))
    if (!isRefusal(bytes)) read.push(v.parse(DraftEntry, JSON.parse(new TextDecoder().decode(bytes))));
  return read;
}

interface Watched extends Visit {
  /** Addresses and headers of everything that was asked for. */
  sent: () => Promise<string>;
}

/** A visit that writes down all that goes out. */
async function watched(options: Parameters<typeof visit>[2] = {}): Promise<Watched> {
  const one = await visit(browser, site, options);
  const sent: Promise<string>[] = [];
  one.page.on('request', (request) => {
    const headers = request.allHeaders().catch(() => request.headers());
    sent.push(headers.then((all) => `${request.url()} ${JSON.stringify(all)} ${request.postData() ?? ''}`));
  });
  return { ...one, sent: async () => (await Promise.all(sent)).join('\n') };
}

const unlocked = (page: Page) => page.getByRole('button', { name: 'Lock' }).waitFor();
/** The queue comes a little after the button. */
const listed = (page: Page) => page.locator('[data-draft]').first().waitFor();

/** Words of drafts that the text holds: slugs and titles. */
const draftsIn = (text: string): string[] =>
  entries
    .flatMap(({ slug, card, title }) => [slug, card?.title, title])
    .filter((word) => word !== undefined && text.includes(word)) as string[];

test('a link opens at once, and its key and the drafts are told to nobody and kept nowhere', async () => {
  expect(entries.length).toBeGreaterThan(3);
  const { page, complaints, sent, close } = await watched();
  await page.goto(`${site.url}preview/#${KEY}`);
  await unlocked(page);
  await expect.poll(() => page.locator('[data-draft]').count()).toBe(entries.length);
  expect(new URL(page.url()).hash).toBe('');
  await page.getByLabel('Words').fill('the');
  await page.getByLabel('Words').fill('');
  const follower = entries.find(({ reason, card }) => reason === 'follower' && card);
  await page.getByRole('link', { name: follower?.card?.title ?? '' }).click();
  await page.getByRole('heading', { level: 2, name: follower?.card?.title ?? '' }).waitFor();
  await expect.poll(() => new URL(page.url()).hash).toBe(`#/d/${follower?.id}`);
  await expect.poll(() => page.locator('main').innerText()).toContain('the line is at');
  await page.waitForLoadState('networkidle');
  for (const text of [await sent(), await kept(page)]) {
    expect(text).not.toContain(KEY);
    expect(draftsIn(text)).toEqual([]);
  }
  await expect.poll(() => page.title()).toMatch(/^Preview · /);
  await page.getByRole('link', { name: 'All drafts' }).click();
  await page.locator('[data-draft]').first().waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('keys walk the queue and open a draft', async () => {
  const { page, close } = await watched();
  await page.goto(`${site.url}preview/#${KEY}`);
  await listed(page);
  for (const key of ['j', 'j', 'k', 'o']) await page.keyboard.press(key);
  await page.getByRole('complementary', { name: 'What the build knows' }).waitFor();
  await expect.poll(() => page.url()).toContain('#/d/');
  await close();
});

test('Lock forgets, in every tab', async () => {
  const { page, close } = await watched();
  const other = await page.context().newPage();
  for (const tab of [page, other]) {
    await tab.bringToFront();
    await tab.goto(`${site.url}preview/#${KEY}`);
    await listed(tab);
  }
  expect(draftsIn(await page.content())).not.toEqual([]);
  await page.getByRole('button', { name: 'Lock' }).click();
  for (const tab of [page, other]) {
    await tab.getByLabel('Passphrase').waitFor();
    expect(draftsIn((await tab.content()) + (await kept(tab)))).toEqual([]);
  }
  await page.reload();
  await page.getByLabel('Passphrase').waitFor();
  await close();
});

test('a link whose # became %23 opens, and says that the server has seen the key', async () => {
  const { page, close } = await watched();
  await page.goto(`${site.url}preview/%23${KEY}`);
  await unlocked(page);
  expect(await page.getByRole('alert').innerText()).toContain('the server has now seen its key');
  expect(page.url()).toBe(`${site.url}preview/`);
  await close();
});

test('a passphrase opens; a wrong one, and a wrong link, get one sentence', async () => {
  const { page, sent, close } = await watched();
  await page.goto(`${site.url}preview/`);
  const field = page.getByLabel('Passphrase');
  await field.fill('some other words than these');
  await field.press('Enter');
  await page.getByText(REFUSAL.words).waitFor();
  await page.goto(`${site.url}preview/?again#${makeLinkKey(randomBytes)}`);
  await page.getByText(REFUSAL.words).waitFor();
  await field.fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Open' }).click();
  await unlocked(page);
  for (const text of [await sent(), await kept(page)]) expect(text).not.toContain('violin');
  await close();
});

test('a link that was cut off on its way is refused as a wrong one is, and nothing of it stays in the address', async () => {
  const { page, close } = await watched();
  await page.goto(`${site.url}preview/#${KEY.slice(0, -6)}`);
  await page.getByText(REFUSAL.words).waitFor();
  expect(page.url()).toBe(`${site.url}preview/`);
  await page.evaluate((cut) => location.assign(`#${cut}`), KEY.slice(0, 30));
  await page.waitForURL(({ hash }) => hash === '');
  await page.getByText(REFUSAL.words).waitFor();
  await close();
});

test('where nothing is sealed the page says so', async () => {
  const { page, close } = await watched();
  await page.route('**/preview/manifest.json', (route) => route.fulfill({ status: 404 }));
  await page.goto(`${site.url}preview/`);
  await page.getByText('Nothing is sealed here.').waitFor();
  await close();
});

test.each(['light', 'dark'] as const)('axe finds nothing in the %s theme, closed and open', async (colorScheme) => {
  const { page, close } = await watched({ colorScheme });
  await page.goto(`${site.url}preview/`);
  await page.getByLabel('Passphrase').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.goto(`${site.url}preview/?open#${KEY}`);
  await listed(page);
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await page.getByRole('complementary', { name: 'What the build knows' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await close();
});
