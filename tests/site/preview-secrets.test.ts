import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './built-site.ts';
import { type LoggedSite, loggedSite } from './logging-server.ts';
import { KEY, kept, locked, plantedSite, plantedTitle, unlocked, WORD, watched } from './preview-visit.ts';

let site: LoggedSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([plantedSite(6).then(loggedSite), launchBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  site.close();
});

/** Writes down what scripts of the page send to a worker, another tab or another window. */
async function listenIn(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const said: unknown[] = [];
    Object.assign(window, { said });
    for (const { prototype } of [ServiceWorker, Worker, BroadcastChannel, MessagePort] as { prototype: object }[]) {
      const send = Reflect.get(prototype, 'postMessage') as (...message: unknown[]) => void;
      Reflect.set(prototype, 'postMessage', function (this: object, ...message: unknown[]) {
        said.push([message[0], location.href]);
        send.apply(this, message);
      });
    }
  });
  return () => page.evaluate(() => JSON.stringify((window as unknown as { said: unknown[] }).said));
}

/** The tab's history as the browser itself has it. */
async function historyOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  return entries.flatMap(({ url, title }) => [url, title]);
}

const secretsIn = (text: string): string[] => [KEY, WORD].filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));

test('a tour through everything tells the key and the drafts to nobody, and leaves them nowhere', async () => {
  const { page, complaints, sent } = await watched(browser, site);
  const said = await listenIn(page);
  await page.goto(site.url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.goto(`${site.url}preview/#${KEY}`);
  await unlocked(page);
  await page.getByLabel('Words').fill(`${WORD} of pond 4`);
  await page.getByRole('link', { name: plantedTitle(4) }).click();
  await page.getByText('The picture as a card cuts it').waitFor();
  await page.getByText('As written and as read').click();
  await page.getByRole('link', { name: 'See it in place' }).click();
  const phone = page.frameLocator('iframe[title^="Phone"]');
  await phone.getByRole('heading', { level: 1, name: plantedTitle(4) }).waitFor();
  await phone.getByRole('button', { name: 'Mark as read' }).click();
  await phone.getByRole('button', { name: 'Save for later' }).click();
  await phone
    .getByRole('link', { name: `${WORD} Gazette` })
    .first()
    .click();
  await phone.getByRole('heading', { level: 1, name: `${WORD} Gazette` }).waitFor();
  await page.getByRole('link', { name: 'All drafts' }).click();
  await page.getByRole('link', { name: 'The line' }).click();
  await page.getByRole('button', { name: '70', exact: true }).click();
  await page.getByRole('link', { name: 'See the reader as it would be' }).click();
  await phone.locator('[data-article]').first().waitFor();
  await page.getByLabel('Keep me in').click();
  await page.getByText('or until you lock').waitFor();
  const tell = async () =>
    [site.log(), await sent(), await kept(page), await said(), ...(await historyOf(page)), await page.title()]
      .map(secretsIn)
      .flat();
  expect(site.log()).toContain('GET /preview/manifest.json');
  expect(site.log()).toContain('GET /sw.js');
  expect(await tell()).toEqual([]);
  await page.getByRole('button', { name: 'Lock' }).click();
  await locked(page);
  expect(await tell()).toEqual([]);
  expect(secretsIn(await page.content())).toEqual([]);
  expect(complaints).toEqual([]);
});
