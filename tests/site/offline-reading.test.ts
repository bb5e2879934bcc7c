import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  expectReadable,
  FERRY,
  FERRY_TITLE,
  isArticle,
  isFeed,
  isOfflineNote,
  openTab,
  settled,
  type Tab,
  visited,
  type Workbench,
  workbench,
} from './offline-visit.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench();
}, 180_000);
afterAll(() => bench.end());

const card = ({ page }: Tab, title: RegExp) => page.getByRole('article', { name: title });

/** Whether the first picture that matches is drawn. */
const isDrawn = ({ page }: Tab, selector: string) =>
  expect
    .poll(() =>
      page
        .locator(selector)
        .first()
        .evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth),
    )
    .toBeGreaterThan(0);

describe('with the server gone', () => {
  test('a reload after one visit shows the feed with its pictures', async () => {
    const [tab, site] = await visited(bench);
    await site.kill();
    await tab.go();
    await isFeed(tab);
    await isDrawn(tab, '[role=feed] article img');
    await expectReadable(tab);
    expect(tab.own()).toBe(0);
    await tab.page.locator('[data-note=away]').waitFor();
  });

  test('a cold start opens the feed, and by its address an article that was read, with its picture', async () => {
    const [tab, site] = await visited(bench);
    await card(tab, FERRY_TITLE).getByRole('link', { name: FERRY_TITLE }).click();
    await isArticle(tab, FERRY_TITLE);
    await isDrawn(tab, '[data-article-page] article img');
    await tab.page.waitForLoadState('networkidle');
    await site.kill();
    await tab.page.close();
    const cold = await openTab(tab.context, site, FERRY);
    await isArticle(cold, FERRY_TITLE);
    await isDrawn(cold, '[data-article-page] article img');
    await cold.go();
    await isFeed(cold);
    await expectReadable(cold);
    expect(cold.own()).toBe(0);
  });

  test('an article that was not read says so once, and what was read is offered and opens', async () => {
    const [tab, site] = await visited(bench, FERRY);
    await site.kill();
    await tab.go('news/2022-10-06-salt-debt/');
    await isOfflineNote(tab);
    expect(await tab.page.getByRole('alert').count()).toBe(1);
    await tab.page.getByRole('heading', { name: 'What is kept here' }).waitFor();
    await tab.page.getByRole('link', { name: FERRY_TITLE }).click();
    await isArticle(tab, FERRY_TITLE);
    await expectReadable(tab);
  });

  test('a topic, a list and an address of nothing that were never opened say that they are offline, without a skeleton', async () => {
    const [tab, site] = await visited(bench, FERRY);
    await site.kill();
    for (const path of ['topic/oceans/', 'topic/', 'no/such-page/']) {
      await tab.go(path);
      await isOfflineNote(tab);
      await expectReadable(tab);
      expect(await tab.page.getByText('Loading').count()).toBe(0);
    }
    expect(tab.own()).toBe(0);
  });

  test('when it is back, what could not be had comes by itself', async () => {
    const [tab, site] = await visited(bench);
    await site.kill();
    await tab.go('topic/oceans/');
    await isOfflineNote(tab);
    await site.revive();
    await tab.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await isFeed(tab);
  });

  test('an article that was saved from its card and never opened opens whole', async () => {
    const [tab, site] = await visited(bench);
    await card(tab, /front door/)
      .getByRole('button', { name: /Save for later/ })
      .click();
    const saved = () => tab.page.evaluate(async () => (await (await caches.open('tearsheet:/:saved:1')).keys()).length);
    await expect.poll(saved).toBeGreaterThan(2);
    await site.kill();
    await tab.go('saved/');
    await tab.page.getByRole('link', { name: /front door/ }).click();
    await isArticle(tab, /front door/);
    await isDrawn(tab, '[data-article-page] article img');
    await expectReadable(tab);
    await tab.go('saved/');
    await tab.page.getByRole('button', { name: /Save for later/ }).click();
    await expect.poll(saved).toBe(0);
  });

  test('marking as read by the tick of a card is remembered, and Undo takes it back', async () => {
    const [tab, site] = await visited(bench);
    await site.kill();
    const tick = card(tab, /front door/).getByRole('button', { name: /Mark as read/ });
    const box = await tick.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await tick.click();
    await tab.page.getByText('Marked as read.').waitFor();
    await tab.go();
    await expect.poll(() => tick.getAttribute('aria-pressed'), { timeout: 10_000 }).toBe('true');
    await tick.click();
    await tab.page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => tick.getAttribute('aria-pressed')).toBe('true');
  });

  test('a worker that the browser ended starts again', async () => {
    const [tab, site] = await visited(bench);
    const session = await tab.context.newCDPSession(tab.page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await site.kill();
    await session.send('ServiceWorker.stopAllWorkers');
    await tab.go();
    await isFeed(tab);
    await expectReadable(tab);
  });
});

test('previews are none of the worker’s business, and who opened none finds none without a network', async () => {
  const [tab, site] = await visited(bench);
  await tab.go('preview/');
  expect(site.asked.filter((path) => path === '/preview/')).toHaveLength(1);
  await tab.page.evaluate(() => fetch('/preview/bundle.json'));
  expect(site.asked).toContain('/preview/bundle.json');
  expect((await tab.kept()).filter((path) => path.startsWith('/preview'))).toEqual([]);
  await site.kill();
  await expect(tab.go('preview/')).rejects.toThrow('ERR_FAILED');
});

test('below a path of its own it keeps to that path, and what others keep on the same origin stays', async () => {
  const other = await workbench(['--base', '/papers/']);
  try {
    const site = await other.serve();
    const below = { ...site, url: `${site.url}papers/` };
    const tab = await other.open(below, '', (context) =>
      context.addInitScript(() => void caches.open('tearsheet:/:saved:1').then((cache) => cache.put('/x', new Response('x')))),
    );
    await settled(tab);
    const scopes = () =>
      tab.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope));
    expect(await scopes()).toEqual([below.url]);
    await site.kill();
    await tab.go();
    await isFeed(tab);
    const names = await tab.page.evaluate(() => caches.keys());
    expect(names).toContain('tearsheet:/:saved:1');
    expect(names.filter((name) => !/^tearsheet:\/(papers\/)?:/.test(name))).toEqual([]);
    const manifest = await (await fetchAgain(site, `${below.url}manifest.webmanifest`)).json();
    expect(manifest).toMatchObject({ id: '/papers/', start_url: '/papers/', scope: '/papers/', lang: 'en' });
  } finally {
    await other.end();
  }
});

async function fetchAgain(site: { revive: () => Promise<void> }, url: string): Promise<Response> {
  await site.revive();
  return fetch(url);
}

test('it can be installed: a manifest, and icons of the sizes that it names', async () => {
  const site = await bench.serve();
  const tab = await bench.open(site);
  const href = await tab.page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = (await (await fetch(new URL(href ?? '', site.url))).json()) as {
    name: string;
    icons: { src: string; sizes: string; purpose: string }[];
    shortcuts: { url: string }[];
  };
  expect(manifest.name).toBe('The Tidewater Sheet');
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
  for (const { src, sizes } of manifest.icons) {
    const width = await tab.page.evaluate(async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      return image.naturalWidth;
    }, src);
    if (sizes !== 'any') expect(sizes).toBe(`${width}x${width}`);
  }
  for (const { url } of manifest.shortcuts) expect((await fetch(new URL(url, site.url))).status).toBe(200);
  const session = await tab.context.newCDPSession(tab.page);
  const { errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
});
