import { createCipheriv, randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from './axe-faults.ts';
import { type BuiltSite, launchBrowser } from './built-site.ts';
import { KEY, plantedSite, plantedTitle, SECURED_IN, unlocked, WORD, watched } from './preview-visit.ts';

const SECURED_KEY = randomBytes(32);

/** As the format has it. */
function secured(): string {
  const vector = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', SECURED_KEY, vector);
  const blocks = Buffer.concat([cipher.update(`The ${WORD} letter, whole.`), cipher.final()]);
  return `${blocks.toString('base64')};${vector.toString('base64')}`;
}

let site: BuiltSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([plantedSite(20, secured()), launchBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  site.close();
});

async function open(page: Page, place: string): Promise<void> {
  await page.goto(`${site.url}preview/#${KEY}`);
  await unlocked(page);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
}

const group = (page: Page, name: string) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name }) })
    .last();

test('the line can be moved, and tells what would be public then and what stays an exception', async () => {
  const { page, complaints } = await watched(browser, site);
  await open(page, '/line/');
  const line = page.getByRole('spinbutton', { name: 'Public from' });
  await expect.poll(() => line.inputValue()).toBe('60');
  await page.getByText('Public from 60 up: as it is now.').waitFor();
  await line.fill('50');
  // Of the planted drafts, 40 to 59, ten; and three of the sample.
  await page.getByText('Public from 50 up: 13 more.').waitFor();
  await expect.poll(() => group(page, 'Would be public').getByRole('listitem').count()).toBe(13);
  await expect.poll(() => group(page, 'Exceptions: above the line').innerText()).toContain('Blood bank');
  await page.getByRole('button', { name: '70', exact: true }).click();
  await page.getByText(/Public from 70 up: \d+ fewer\./).waitFor();
  await page.getByText('An AI model reveals').waitFor();
  await expect.poll(() => group(page, 'Exceptions: below the line').innerText()).toContain('An AI model reveals');
  const slider = page.getByRole('slider', { name: 'Public from' });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => line.inputValue()).toBe('69');
  expect(complaints).toEqual([]);
});

test('the reader is shown as the line would have it', async () => {
  const { page } = await watched(browser, site);
  await open(page, '/line/');
  await page.getByRole('spinbutton', { name: 'Public from' }).fill('58');
  await page.getByRole('link', { name: 'See the reader as it would be' }).click();
  await page.getByText('with the line at 58').waitFor();
  const phone = page.frameLocator('iframe[title^="Phone"]');
  await phone.getByText(plantedTitle(19)).waitFor();
  await expect.poll(() => phone.getByText(new RegExp(`The ${WORD} of pond`)).count()).toBe(2);
  await page.getByRole('button', { name: 'Show every draft instead' }).click();
  await expect.poll(() => phone.getByText(new RegExp(`The ${WORD} of pond`)).count()).toBe(20);
});

test('secured is told by its size, and opens for who has its key', async () => {
  const { page, sent, complaints } = await watched(browser, site);
  await open(page, '');
  await page.getByRole('link', { name: plantedTitle(SECURED_IN) }).click();
  await page.getByText('by its shape 32 bytes of AES-CBC').waitFor();
  const field = page.getByLabel('Its key, 128 or 256 bits');
  const told = page.getByRole('status').filter({ hasText: /key/ });
  for (const [written, answer] of [
    ['abc', 'That is no key'],
    [randomBytes(32).toString('hex'), 'Not this key'],
    [randomBytes(16).toString('base64'), 'Not this key'],
  ] as const) {
    await field.fill(written);
    await field.press('Enter');
    await expect.poll(() => told.innerText()).toContain(answer);
  }
  await field.fill(SECURED_KEY.toString('hex'));
  await page.getByRole('button', { name: 'Open it here' }).click();
  await page.getByText(`The ${WORD} letter, whole.`).waitFor();
  expect(await sent()).not.toContain(SECURED_KEY.toString('hex'));
  expect(complaints).toEqual([]);
});

test.each(['light', 'dark'] as const)('axe finds nothing on the line and in place, in the %s theme', async (colorScheme) => {
  const { page } = await watched(browser, site, { colorScheme });
  await open(page, '/line/');
  await page.getByText('as it is now').waitFor();
  await page.getByRole('button', { name: '80', exact: true }).click();
  expect(await axeFaults(page)).toEqual([]);
  await page.goto(`${site.url}preview/?again#${KEY}`);
  await unlocked(page);
  await page.getByRole('link', { name: 'In place' }).click();
  await page.frameLocator('iframe >> nth=1').locator('[data-article]').first().waitFor();
  expect(await axeFaults(page)).toEqual([]);
});
