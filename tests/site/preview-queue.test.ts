import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltSite, launchBrowser } from './built-site.ts';
import { KEY, plantedSite, plantedTitle, unlocked, watched } from './preview-visit.ts';

const DRAFTS = 120;

let site: BuiltSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([plantedSite(DRAFTS), launchBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  site.close();
});

const drawn = (page: Page) => page.locator('[data-draft]').count();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

async function opened(page: Page): Promise<void> {
  await page.goto(`${site.url}preview/#${KEY}`);
  await unlocked(page);
  await page.getByRole('link', { name: plantedTitle(0) }).waitFor();
}

test('of a long queue those near the window are drawn, and room is kept for all', async () => {
  const { page, complaints } = await watched(browser, site, { viewport: { width: 390, height: 800 } });
  await opened(page);
  await page.waitForTimeout(500);
  expect(await drawn(page)).toBeLessThan(50);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(DRAFTS * 200);
  const last = page.getByRole('link', { name: plantedTitle(DRAFTS - 1) });
  for (let turn = 0; turn < 100 && (await last.count()) === 0; turn++) {
    await page.mouse.wheel(0, 2400);
    await page.waitForTimeout(60);
  }
  await last.waitFor();
  await expect.poll(() => drawn(page)).toBeLessThan(70);
  expect(complaints).toEqual([]);
});

test('keys walk through all of it, and focus comes back to a draft that was opened deep in it', async () => {
  const { page, complaints } = await watched(browser, site);
  await opened(page);
  for (let turn = 0; turn < 400 && (await focused(page)) !== plantedTitle(80); turn++) await page.keyboard.press('j');
  expect(await focused(page)).toBe(plantedTitle(80));
  // Scrolled away from it, the next is the next all the same.
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(300);
  for (let turn = 0; turn < 20 && (await focused(page)) !== plantedTitle(81); turn++) {
    await page.keyboard.press('j');
    await page.waitForTimeout(100);
  }
  expect(await focused(page)).toBe(plantedTitle(81));
  await page.keyboard.press('k');
  await page.keyboard.press('o');
  await page.getByText('The picture as a card cuts it').waitFor();
  await page.goBack();
  await expect.poll(() => focused(page)).toBe(plantedTitle(80));
  expect(complaints).toEqual([]);
});
