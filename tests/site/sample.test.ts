import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from './axe-faults.ts';
import { type BuiltSite, builtSite, launchBrowser, started, visit } from './built-site.ts';

let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([builtSite('content'), launchBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  site.close();
});

const SEED_LEADER = 'news/2022-10-07-an-ai-model-reveals-how-the-bodys-defense-system-recognizes-skin-cancer/';
const PAGES = [
  '',
  'topic/',
  'provider/',
  'topic/oceans/',
  'day/',
  'day/2022/',
  '2022/10/03/',
  '2022/02/30/',
  'news/',
  'saved/',
  SEED_LEADER,
  'no/such-page/',
];
const NOT_THERE = ['no/such-page/', '2022/02/30/'];

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each(PAGES)('axe finds nothing on /%s, and the console stays empty', async (path) => {
    const { page, complaints, close } = await visit(browser, site, { colorScheme });
    await page.goto(site.url + path);
    await page.locator('main h1').first().waitFor({ state: 'attached' });
    expect(await axeFaults(page)).toEqual([]);
    const expected = NOT_THERE.includes(path) ? complaints.filter((line) => !line.includes('404')) : complaints;
    expect(expected).toEqual([]);
    await close();
  });
});

test('a chosen theme is there before the first paint of the next visit', async () => {
  const { page, close } = await visit(browser, site, { colorScheme: 'light' });
  await page.goto(site.url);
  await started(page);
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      document.documentElement.dataset['themeAt'] ??= String(performance.now());
      watch.disconnect();
    });
    watch.observe(document, { subtree: true, attributes: true, attributeFilter: ['data-theme'] });
  });
  await page.goto(`${site.url}topic/`);
  await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0);
  const [theme, setAt, paintAt] = await page.evaluate(() => {
    const { theme: now, themeAt } = document.documentElement.dataset;
    return [now, Number(themeAt), performance.getEntriesByName('first-paint')[0]?.startTime ?? 0] as const;
  });
  expect(theme).toBe('dark');
  expect(setAt).toBeLessThan(paintAt);
  await close();
});

test('the story of the seed is a page of its own, whose coverage links out to the publisher', async () => {
  const { page, close } = await visit(browser, site);
  await page.goto(site.url + SEED_LEADER);
  await expect(page.getByRole('heading', { level: 1 }).textContent()).resolves.toContain('skin cancer');
  const out = page.getByRole('link', { name: /unnecessary biopsies/ });
  await expect(out.getAttribute('href')).resolves.toBe(
    'https://www.statnews.com/2022/10/03/breast-cancer-artificial-intelligence-biopsy/',
  );
  await expect(out.getAttribute('rel')).resolves.toBe('noopener noreferrer nofollow ugc');
  await close();
});

test('nothing is asked of anybody else, over feed, article and video before its click', async () => {
  const { page, complaints, close } = await visit(browser, site);
  await page.goto(site.url);
  await started(page);
  await page.waitForLoadState('networkidle');
  for (let turn = 0; turn < 12; turn++) await page.mouse.wheel(0, 1200);
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
  await close();
});

test('Back returns to the same card at the same place', async () => {
  const { page, close } = await visit(browser, site);
  await page.goto(site.url);
  await started(page);
  await page.waitForLoadState('networkidle');
  for (let turn = 0; turn < 4; turn++) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(150);
  }
  const link = page.locator('[role=feed] article :is(h2, h3) a').filter({ visible: true });
  const boxes = await Promise.all((await link.all()).map(async (one) => ({ one, box: await one.boundingBox() })));
  const seen = boxes.find(({ box }) => box !== null && box.y > 250 && box.y < 700);
  if (!seen?.box) throw new Error('no card in view');
  const href = await seen.one.getAttribute('href');
  await seen.one.click();
  await page.locator('[role=feed]').waitFor({ state: 'detached' });
  await page.goBack();
  const again = page.locator(`[role=feed] article :is(h2, h3) a[href="${href}"]`);
  await again.waitFor();
  const { y } = seen.box;
  await expect.poll(async () => Math.abs(((await again.boundingBox())?.y ?? 0) - y)).toBeLessThan(3);
  await close();
});

test('going back before an article has opened leaves the feed on the page', async () => {
  const { page, close } = await visit(browser, site);
  await page.goto(site.url);
  const link = page.locator('[role=feed] article h2 a').nth(1);
  await started(page);
  await link.waitFor();
  // Both within the frame in which the browser prepares its transition.
  for (let turn = 0; turn < 5; turn++) {
    await link.evaluate(async (element: HTMLElement, wait) => {
      element.click();
      await new Promise((resolve) => setTimeout(resolve, wait));
      history.back();
    }, turn * 8);
    await page.waitForTimeout(700);
    await expect.poll(() => new URL(page.url()).pathname).toBe('/');
    await expect.poll(() => page.locator('[role=feed]').count()).toBe(1);
  }
  await close();
});
