import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('without script one goes from the calendar to a year, a day, and on to the day before', async () => {
  const { page, close } = await visit(browser, site, { javaScriptEnabled: false });
  await page.goto(site.url);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Calendar' }).click();
  await page.getByRole('link', { name: '2022', exact: true }).click();
  await page.getByRole('link', { name: '3 October 2022', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '3 October 2022' }).waitFor();
  expect(await page.locator('[role=feed] article').count()).toBe(5);
  await page.getByRole('link', { name: 'Earlier: 30 September 2022' }).click();
  await page.getByRole('heading', { level: 1, name: '30 September 2022' }).waitFor();
  await close();
});

test('a date over the stories of a feed leads to its day, and Back to where one was', async () => {
  const { page, complaints, close } = await visit(browser, site);
  await page.goto(site.url);
  await started(page);
  const date = page.locator('[role=feed] a[href="/2022/10/05/"]');
  // It stands below what the page came with.
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 400);
      return date.count();
    })
    .toBeGreaterThan(0);
  await date.first().click();
  await page.getByRole('heading', { level: 1, name: '5 October 2022' }).waitFor();
  await expect.poll(() => new URL(page.url()).pathname).toBe('/2022/10/05/');
  // It does not lead to itself.
  await expect.poll(() => page.locator('[role=feed] a[href="/2022/10/05/"]').count()).toBe(0);
  await page.goBack();
  await page.locator('[role=feed] a[href="/2022/10/05/"]').first().waitFor({ state: 'attached' });
  expect(complaints).toEqual([]);
  await close();
});

test('by keyboard one goes from an article to its day', async () => {
  const { page, close } = await visit(browser, site);
  await page.goto(site.url);
  await page.getByRole('feed').getByRole('article').nth(2).getByRole('link').first().click();
  const date = page
    .getByRole('main')
    .getByRole('link', { name: /October 2022/ })
    .first();
  await date.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^\d+ October 2022$/ }).waitFor();
  await close();
});

test('with script a year tells how many stories each day has, and the calendar goes to any day', async () => {
  const { page, requests, close } = await visit(browser, site);
  await page.goto(`${site.url}day/2022/`);
  await page.getByRole('link', { name: '3 October 2022: 5 stories' }).waitFor();
  await page.getByRole('link', { name: 'Calendar' }).first().click();
  await page.getByLabel('Go to a day').fill('2022-09-30');
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '30 September 2022' }).waitFor();
  // No file of a day names the one after it: the calendar does.
  await page.getByRole('link', { name: 'Later: 3 October 2022' }).waitFor();
  // What lies between was not loaded.
  const feeds = requests.map(({ url }) => url).filter((url) => url.includes('/data/feed/'));
  expect(feeds.filter((url) => !url.includes('/day/2022-09-30/'))).toEqual([]);
  await close();
});

test.each([
  ['2022/10/02/', 'Nothing was printed on 2 October 2022.'],
  ['2022/02/30/', 'There is no 2022-02-30.'],
  ['2222/10/03/', '3 October 2222 is still to come.'],
])('/%s says why it is empty, and offers the nearest days that are not', async (path, sentence) => {
  const { page, close } = await visit(browser, site);
  await page.goto(site.url + path);
  await page.getByRole('heading', { level: 1, name: sentence }).waitFor();
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await page.getByRole('feed').locator('article').first().waitFor();
  await close();
});

test('years and months that have nothing are no pages, and neither are numbers of other kinds', async () => {
  const { page, close } = await visit(browser, site);
  for (const path of ['day/1999/', 'day/soon/', '2022/1/3/']) {
    expect((await page.goto(site.url + path))?.status()).toBe(404);
    await page.getByRole('heading', { level: 1, name: 'This page was never printed.' }).waitFor();
  }
  await close();
});

test('a year’s page holds its days without their counts, which change with every article', () => {
  const html = readFileSync(join(site.out, 'day/2022/index.html'), 'utf8');
  expect(html).toContain('aria-label="3 October 2022"');
  expect(html).not.toContain('5 stories');
});
