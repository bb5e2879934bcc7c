import type { Browser, Frame, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltSite, launchBrowser } from './built-site.ts';
import { KEY, kept, locked, plantedSite, plantedTitle, unlocked, WORD, watched } from './preview-visit.ts';

let site: BuiltSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([plantedSite(100), launchBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  site.close();
});

/** The windows of a phone's and a desktop's width. */
async function windows(page: Page): Promise<[phone: Frame, desktop: Frame]> {
  const [phone, desktop] = await Promise.all(
    ['Phone', 'Desktop'].map(async (name) => {
      const frame = await (await page.locator(`iframe[title^="${name}"]`).elementHandle())?.contentFrame();
      if (!frame) throw new Error(`There is no window of the ${name}.`);
      return frame;
    }),
  );
  return [phone as Frame, desktop as Frame];
}

const open = async (page: Page, place = '') => {
  await page.goto(`${site.url}preview/#${KEY}`);
  await unlocked(page);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
};

const shownPictures = (page: Page | Frame) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLImageElement>('img[src^="blob:"]')].filter(({ naturalWidth }) => naturalWidth > 0).length,
  );

test('pictures of drafts come out of what is sealed, in the queue, on the draft and as a card cuts them', async () => {
  const { page, complaints, sent } = await watched(browser, site);
  await open(page);
  await expect.poll(() => shownPictures(page)).toBeGreaterThan(3);
  await page.getByRole('link', { name: plantedTitle(7) }).click();
  await page.getByText('The picture as a card cuts it').waitFor();
  await expect.poll(() => shownPictures(page)).toBe(2);
  const sizes = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>('main figure img')].map(({ naturalWidth, clientWidth, clientHeight }) => [
      naturalWidth,
      Math.round((100 * clientWidth) / clientHeight),
    ]),
  );
  // In its own shape and as large as its place wants it; cut to 16:9 and small.
  expect(sizes).toEqual([
    [960, 133],
    [480, 178],
  ]);
  const before = await page.evaluate(() => [...document.images].map(({ src }) => src).filter((src) => src.startsWith('blob:')));
  await page.getByRole('button', { name: 'Lock' }).click();
  await locked(page);
  const alive = await page.evaluate(
    (urls) =>
      Promise.all(
        urls.map(
          (url) =>
            new Promise<boolean>((done) => {
              const image = new Image();
              image.addEventListener('load', () => done(true));
              image.addEventListener('error', () => done(false));
              image.src = url;
            }),
        ),
      ),
    before,
  );
  expect(alive).toEqual([false, false]);
  expect(await sent()).not.toMatch(/\/img\/\w+-(?!96\.)/);
  // What this test itself asked for above.
  expect(complaints.filter((line) => !line.includes('ERR_FILE_NOT_FOUND'))).toEqual([]);
});

test('the reader stands there with the drafts in it, at two widths, and keeps nothing of them', async () => {
  const { page, complaints, sent } = await watched(browser, site);
  await open(page, '/in-place/');
  await page.locator('iframe').nth(1).waitFor();
  const [phone, desktop] = await windows(page);
  await desktop.locator('[data-article]').first().waitFor();
  await expect.poll(() => phone.evaluate(() => [innerWidth, matchMedia('(min-width: 640px)').matches])).toEqual([390, false]);
  expect(await desktop.evaluate(() => [innerWidth, matchMedia('(min-width: 1024px)').matches])).toEqual([1280, true]);
  for (;;) {
    const older = desktop.getByRole('button', { name: 'Show older articles' });
    if ((await older.count()) === 0) break;
    await older.click();
    await page.waitForTimeout(100);
  }
  await expect.poll(() => desktop.locator('[data-article]').filter({ hasText: WORD }).count()).toBe(100);
  await expect.poll(() => desktop.getByText('Unpublished, below the cut-off').count()).toBeGreaterThanOrEqual(100);
  await expect.poll(() => shownPictures(desktop)).toBeGreaterThan(0);

  const card = desktop.locator('[data-article]').filter({ hasText: plantedTitle(3) });
  await card.hover();
  await card.getByRole('button', { name: `Save` }).click();
  await card.getByRole('button', { name: /read/i }).click();
  await card.getByRole('heading').getByRole('link').click();
  await desktop.getByRole('heading', { level: 1, name: plantedTitle(3) }).waitFor();
  await phone.getByRole('heading', { level: 1, name: plantedTitle(3) }).waitFor();
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#\/in-place\/d\/[0-9a-f]{20}$/);
  await desktop.getByRole('link', { name: `Read at ${WORD} Gazette` }).click();
  await desktop
    .getByRole('list', { name: 'Topics' })
    .getByRole('link', { name: `${WORD} news` })
    .click();
  await expect.poll(() => desktop.locator('[data-article]').count()).toBe(100);
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#\/in-place\/f\/[0-9a-z]{14}$/);
  await desktop.getByRole('link', { name: 'Oceans' }).first().click();
  await expect.poll(() => desktop.locator('[data-article]').count()).toBeGreaterThan(100);
  // Not until the network is idle: addresses in memory that were let go count as requests for ever.
  await page.waitForTimeout(500);
  for (const text of [await sent(), await kept(page)]) {
    expect(text.toLowerCase()).not.toContain(WORD);
    expect(text).not.toContain(KEY);
  }
  await page.getByRole('button', { name: 'Lock' }).click();
  await locked(page);
  await expect.poll(() => page.locator('iframe').count()).toBe(0);
  expect(((await page.content()) + (await kept(page))).toLowerCase()).not.toContain(WORD);
  expect(complaints).toEqual([]);
});

test('a draft stands in its cluster: the article that leads says that it is on this site', async () => {
  const { page, complaints } = await watched(browser, site);
  await open(page, '/in-place/a/news/2022-10-07-an-ai-model-reveals-how-the-bodys-defense-system-recognizes-skin-cancer/');
  await page.locator('iframe').nth(1).waitFor();
  const [, desktop] = await windows(page);
  const link = desktop.getByRole('link', { name: /To prevent unnecessary biopsies/ });
  await expect
    .poll(() => link.evaluate((one) => getComputedStyle(one, '::before').content).catch(() => ''))
    .toContain('Unpublished');
  await link.click();
  await desktop.getByText('Unpublished, follower').waitFor();
  await desktop.getByText('also on this site').waitFor();
  await desktop.getByRole('link', { name: /An AI model reveals/ }).click();
  await desktop.getByRole('heading', { level: 1, name: /An AI model reveals/ }).waitFor();
  expect(complaints).toEqual([]);
});

test('keys walk the articles of a window', async () => {
  const { page } = await watched(browser, site);
  await open(page, '/in-place/');
  await page.locator('iframe').nth(1).waitFor();
  const [phone] = await windows(page);
  await phone.locator('[data-article]').first().waitFor();
  await phone.locator('a').first().focus();
  for (const key of ['j', 'j', 'o']) await page.keyboard.press(key);
  await phone.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('u');
  await phone.locator('[data-article]').first().waitFor();
});
