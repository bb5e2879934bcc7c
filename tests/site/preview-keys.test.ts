import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltSite, launchBrowser } from './built-site.ts';
import { locked, PASSPHRASE, plantedSite, plantedTitle, unlocked, WORD, watched } from './preview-visit.ts';

let site: BuiltSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([plantedSite(6), launchBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  site.close();
});

/** What has the focus, in a few words; the page's body where it was lost. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: at, body } = document;
    if (!at || at === body) return 'lost';
    return at.getAttribute('aria-label') ?? at.textContent ?? '';
  });
const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const part = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

test('a whole review goes by keys alone, and the focus is never lost', async () => {
  const { page, complaints } = await watched(browser, site);
  await page.goto(`${site.url}preview/`);
  await page.getByLabel('Passphrase').focus();
  await page.keyboard.type(PASSPHRASE);
  await press(page, 'Enter');
  await unlocked(page);
  await expect.poll(() => focused(page)).toContain('Preview');
  await page.getByLabel('Words').fill(`${WORD} pond`);
  await page.getByText('6 drafts like that.').waitFor();
  await press(page, 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'o', 'p');
  await expect.poll(() => focused(page)).toBe(plantedTitle(0));
  await page.getByText('1 of 6').waitFor();
  // To its neighbours, as the queue has them.
  await press(page, 'j');
  await expect.poll(() => focused(page)).toBe(plantedTitle(1));
  await page.getByText('2 of 6').waitFor();
  await press(page, 'x', 'n');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await page.keyboard.type('Not ours');
  await press(page, 'Control+Enter');
  await expect.poll(() => focused(page)).toBe('Publish');
  await press(page, 'k');
  await expect.poll(() => focused(page)).toBe(plantedTitle(0));
  for (let turn = 0; turn < 3; turn++) await page.goBack();
  await page.getByRole('link', { name: plantedTitle(0) }).waitFor();
  await expect.poll(() => focused(page)).toBe(plantedTitle(0));
  await page.getByText('2 verdicts, 2 not exported yet').focus();
  const download = page.waitForEvent('download');
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Export verdicts' }).focus();
  await press(page, 'Enter');
  await download;
  await press(page, 'Tab', 'Enter');
  await expect.poll(() => focused(page)).toBe('Your verdicts');
  await page.getByRole('button', { name: 'Lock' }).focus();
  await press(page, 'Enter');
  await locked(page);
  await expect.poll(() => focused(page)).toContain('Preview');
  expect(complaints).toEqual([]);
});

test('each field of a draft stands as it is written and as it was read', async () => {
  const { page, complaints } = await watched(browser, site);
  await page.goto(`${site.url}preview/`);
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await press(page, 'Enter');
  await page.getByRole('link', { name: plantedTitle(3) }).click();
  await page.getByText('As written and as read').click();
  const line = (text: string) => part(page, plantedTitle(3)).getByRole('listitem').filter({ hasText: text });
  await expect
    .poll(() => line('publishedDateTime:').innerText())
    .toMatch(/2022-10-06T09:00:00\.000Z[^]*Read as 2022-10-06T09:00:00Z/);
  await expect.poll(() => line('topics:').innerText()).toContain(`Read as Oceans, ${WORD} news`);
  expect(await line('provider:').innerText()).toContain(`Read as ${WORD} Gazette, ${WORD}.example`);
  expect(await line('images:').innerText()).toContain('Read as 1 picture kept');
  expect(await line('published:').innerText()).toContain('Read as false');
  expect(complaints).toEqual([]);
});
