import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { article, writeFiles } from '../node/run-cli.ts';
import { type BuiltSite, builtSite, launchBrowser } from './built-site.ts';
import { KEY, kept, unlocked, WORD, watched } from './preview-visit.ts';

const by = (name: string) => ({ provider: { name, domain: `${name.toLowerCase()}.example` } });
const draft = (slug: string, said: object) => article(slug, { published: false, quality: 40, ...said });

/** A public article that a draft follows, and a draft that another follows. */
const BRIDGE = 'Walrus colony blocks the harbour bridge of Fellmouth';
const QUARRY = `Quarry of Lower ${WORD} floods after pump failure`;
const FILES = {
  '_news/bridge.md': article('bridge', { title: BRIDGE, at: '2022-10-08T08:00:00Z', ...by('Lantern') }),
  '_news/again.md': draft(`again-${WORD}`, { title: BRIDGE, at: '2022-10-08T10:00:00Z', ...by(WORD) }),
  '_news/one.md': draft(`one-${WORD}`, { title: QUARRY, at: '2022-10-08T11:00:00Z', ...by('Beacon') }),
  '_news/two.md': draft(`two-${WORD}`, { title: QUARRY, at: '2022-10-08T12:00:00Z', ...by('Lantern') }),
};

let site: BuiltSite;
let browser: Browser;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tearsheet-clusters-'));
  const content = join(folder, 'content');
  cpSync(join(import.meta.dirname, '../../content'), content, { recursive: true });
  writeFiles(content, FILES);
  const env = { TEARSHEET_PREVIEW_REVIEWERS: `Ada=${KEY}` };
  [site, browser] = await Promise.all([builtSite(content, [], env), launchBrowser()]);
  rmSync(folder, { recursive: true, force: true });
}, 180_000);
afterAll(async () => {
  await browser.close();
  site.close();
});

/** Opens a page in place. Returns the window of a desktop's width. */
async function desktopAt(page: Page, place: string): Promise<FrameLocator> {
  await page.goto(`${site.url}preview/#${KEY}`);
  await unlocked(page);
  await page.evaluate((hash) => location.assign(`#/in-place/${hash}`), place);
  return page.frameLocator('iframe[title^="Desktop"]');
}

const cards = (desktop: FrameLocator, title: string) => desktop.locator('[data-article]').filter({ hasText: title });

test('a draft that tells of the same event stands in its leader’s card and Coverage, marked', async () => {
  const { page, complaints, sent } = await watched(browser, site);
  const desktop = await desktopAt(page, '');
  await cards(desktop, BRIDGE).first().waitFor();
  await expect.poll(() => cards(desktop, BRIDGE).count()).toBe(1);
  await expect.poll(() => cards(desktop, BRIDGE).innerText()).toContain('and 1 more on this');
  await cards(desktop, BRIDGE).getByRole('heading').getByRole('link').click();
  const line = desktop.locator('#coverage, [aria-labelledby=coverage]').locator('li').filter({ hasText: WORD });
  await line.getByText('same title').waitFor();
  const link = line.getByRole('link', { name: BRIDGE });
  await expect.poll(() => link.evaluate((one) => getComputedStyle(one, '::before').content)).toContain('Unpublished');
  await link.click();
  await desktop.getByText('Unpublished, below the cut-off').waitFor();
  await desktop.locator('li').filter({ hasText: 'first to report' }).getByRole('link', { name: BRIDGE }).waitFor();
  expect(await sent()).not.toContain(WORD);
  expect(await kept(page)).not.toContain(WORD);
  expect(complaints).toEqual([]);
});

test('a draft that another follows is a card that counts it', async () => {
  const { page, complaints } = await watched(browser, site);
  const desktop = await desktopAt(page, '');
  await cards(desktop, QUARRY).first().waitFor();
  await expect.poll(() => cards(desktop, QUARRY).count()).toBe(1);
  await expect.poll(() => cards(desktop, QUARRY).innerText()).toContain('and 1 more on this');
  await cards(desktop, QUARRY).getByRole('heading').getByRole('link').click();
  await desktop.getByRole('heading', { name: 'Related' }).waitFor();
  await desktop.locator('li').filter({ hasText: 'Lantern' }).getByRole('link', { name: QUARRY }).click();
  await desktop.locator('li').filter({ hasText: 'Beacon' }).getByRole('link', { name: QUARRY }).waitFor();
  expect(complaints).toEqual([]);
});

test('Top has drafts in it, with the reason for their place', async () => {
  const { page, complaints, sent } = await watched(browser, site);
  const desktop = await desktopAt(page, '');
  await desktop.getByRole('group', { name: 'Order' }).getByRole('link', { name: 'Top' }).click();
  await cards(desktop, QUARRY).first().waitFor();
  await expect.poll(() => new URL(page.url()).hash).toBe('#/in-place/top');
  const slot = desktop.locator('div:has(> [data-article])').filter({ hasText: QUARRY }).first();
  await slot.getByText('Why is this here?').click();
  await slot.getByText('1 other').waitFor();
  await desktop.getByRole('link', { name: 'news', exact: true }).first().click();
  await desktop.getByRole('group', { name: 'Order' }).getByRole('link', { name: 'Top' }).click();
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#\/in-place\/f\/[0-9a-z]{14}\/top$/);
  await cards(desktop, QUARRY).first().waitFor();
  expect(await page.title()).toMatch(/^Preview/);
  expect(await sent()).not.toMatch(new RegExp(`${WORD}|top\\.json`));
  expect(complaints).toEqual([]);
});
