import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { started } from './built-site.ts';
import {
  copies,
  expectReadable,
  FERRY,
  FERRY_TITLE,
  isArticle,
  isFeed,
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

/** Nothing is kept that is an error, of somebody else or cut off. */
async function expectSound(tab: Tab): Promise<void> {
  const all = await copies(tab);
  expect(all.length).toBeGreaterThan(10);
  for (const { path, type, status, text } of all) {
    expect([path, status, type === 'opaque' || type === 'opaqueredirect' || type === 'error']).toEqual([path, 200, false]);
    if (path.endsWith('.json')) expect(() => JSON.parse(text), path).not.toThrow();
    expect(text.includes('Welcome to the hotel') || text.includes('"login"'), path).toBe(false);
  }
}

describe('what is not the publication is never kept', () => {
  test('a captive portal that answers HTML for everything is shown, and gone without a trace when it is over', async () => {
    const [tab, site] = await visited(bench, FERRY);
    site.faults(() => 'portal');
    // What is on the page goes on from what was kept.
    await tab.page.getByRole('link', { name: 'All news' }).first().click();
    await tab.page
      .getByRole('link', { name: FERRY_TITLE })
      .first()
      .waitFor({ timeout: 5000 })
      .catch(() => undefined);
    await expectReadable(tab);
    await tab.go(FERRY);
    await tab.page.getByText('Welcome to the hotel').waitFor();
    await expectSound(tab);
    site.well();
    await tab.go(FERRY);
    await isArticle(tab, FERRY_TITLE);
    await expectSound(tab);
    await site.kill();
    await tab.go(FERRY);
    await isArticle(tab, FERRY_TITLE);
    expect(tab.own()).toBe(0);
  });

  test('articles whose files are answered with JSON of others, half of it, pages and errors', async () => {
    const [tab, site] = await visited(bench);
    const cases = [
      ['json', /front door/, '2022-10-07-why'],
      ['cut', /Lobster pots/, '2022-10-07-lobster'],
      ['portal', /Town clock/, '2022-10-07-town-clock'],
      [500, /A thumb misses/, '2022-10-06-a-thumb'],
      [404, /Counting swifts/, '2022-10-06-counting'],
    ] as const;
    const keptOf = async (slug: string) => (await tab.kept()).filter((path) => path.startsWith(`/data/article/${slug}`)).length;
    // From the start: a card that the pointer happens to rest on is loaded ahead.
    site.faults((path) => cases.find(([, , slug]) => path.startsWith(`/data/article/${slug}`))?.[0]);
    for (const [, title, slug] of cases) {
      await tab.page.getByRole('article', { name: title }).getByRole('link', { name: title }).click();
      await tab.page.locator('main').getByRole('alert').or(tab.page.getByText('never printed')).first().waitFor();
      await expectReadable(tab);
      expect(await keptOf(slug)).toBe(0);
      await tab.page.goBack();
      await isFeed(tab);
    }
    await expectSound(tab);
    site.well();
    for (const [, title, slug] of cases.slice(0, 1)) {
      await tab.go();
      // Before that a link is a plain one, and opens a page of its own.
      await started(tab.page);
      await tab.page.getByRole('article', { name: title }).getByRole('link', { name: title }).click();
      await isArticle(tab, title);
      await expect.poll(() => keptOf(slug)).toBeGreaterThan(1);
    }
    expect(tab.own()).toBe(0);
  });

  test('a picture that is a page is not kept, and the card does without', async () => {
    const site = await bench.serve();
    site.faults((path) => (path.startsWith('/img/') ? 'portal' : undefined));
    const tab = await bench.open(site);
    await settled(tab);
    expect((await tab.kept()).filter((path) => path.startsWith('/img/'))).toEqual([]);
    await expectReadable(tab);
  });
});

describe('a host in a bad way', () => {
  test('that answers 500 or 503 for everything is as good as none: what was kept is shown', async () => {
    const [tab, site] = await visited(bench, FERRY);
    for (const status of [500, 503]) {
      site.faults(() => status);
      await tab.go(FERRY);
      await isArticle(tab, FERRY_TITLE);
      await expectReadable(tab);
    }
    await expectSound(tab);
  });

  test('that takes its time does not keep a reader from what is here', async () => {
    const [tab, site] = await visited(bench, FERRY);
    site.faults(() => ({ late: 40_000 }));
    const before = Date.now();
    await tab.go(FERRY);
    await isArticle(tab, FERRY_TITLE);
    expect(Date.now() - before).toBeLessThan(25_000);
    await expectReadable(tab);
  });

  test('that has lost everything makes nobody lose anything', async () => {
    const [tab, site] = await visited(bench, FERRY);
    const before = await tab.kept();
    site.faults((path) => (path.startsWith('/assets/') ? undefined : 404));
    await tab.go(FERRY);
    await tab.page.getByText('Welcome to the hotel').waitFor();
    site.faults((path) => (path.startsWith('/data/') ? 404 : undefined));
    await tab.go();
    await expectReadable(tab);
    await tab.page.waitForTimeout(600);
    expect(before.filter((path) => path.startsWith('/data/')).length).toBeGreaterThan(2);
    const after = await tab.kept();
    expect(before.filter((path) => !after.includes(path))).toEqual([]);
    await site.kill();
    await tab.go(FERRY);
    await isArticle(tab, FERRY_TITLE);
  });
});

describe('a browser that keeps nothing', () => {
  test('because workers are denied: the reader works as before', async () => {
    const site = await bench.serve();
    const tab = await bench.open(site, '', (context) =>
      context.addInitScript(() => {
        ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('Denied', 'SecurityError'));
      }),
    );
    await isFeed(tab);
    await tab.page.getByRole('link', { name: FERRY_TITLE }).first().click();
    await isArticle(tab, FERRY_TITLE);
    await tab.page.waitForTimeout(500);
    await expectReadable(tab);
  });

  test('because there are no workers and no caches at all, nor a database', async () => {
    const site = await bench.serve();
    const tab = await bench.open(site, '', (context) =>
      context.addInitScript(() => {
        Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
        Reflect.deleteProperty(window, 'caches');
        Reflect.deleteProperty(window, 'indexedDB');
      }),
    );
    await started(tab.page);
    await tab.page
      .getByRole('article', { name: FERRY_TITLE })
      .getByRole('button', { name: /Save for later/ })
      .click();
    await tab.page.getByText('Saved.').waitFor();
    await tab.go('saved/');
    await tab.page.getByRole('link', { name: FERRY_TITLE }).waitFor();
    await tab.page.waitForTimeout(500);
    await expectReadable(tab);
  });

  test('because its disk is full before the first visit: no worker, and no harm', async () => {
    const site = await bench.serve();
    const tab = await bench.open(site, 'robots.txt');
    const session = await tab.context.newCDPSession(tab.page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin, quotaSize: 20_000 });
    await tab.go();
    await isFeed(tab);
    await tab.page.waitForTimeout(800);
    expect(await tab.page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    await expectReadable(tab);
  });

  test('because its disk is full later: what is new is not kept, what was kept and saved stays', async () => {
    const [tab, site] = await visited(bench, FERRY);
    await tab.page.locator('[data-article-page] [data-save]').click();
    await tab.page.getByText('Saved.').waitFor();
    const session = await tab.context.newCDPSession(tab.page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin, quotaSize: 10_000 });
    await tab.go('news/2022-10-07-why-the-new-library-has-no-front-door/');
    await isArticle(tab, /front door/);
    await expectReadable(tab);
    await site.kill();
    await tab.go('saved/');
    await tab.page.getByRole('link', { name: FERRY_TITLE }).click();
    await isArticle(tab, FERRY_TITLE);
    expect(tab.own()).toBe(0);
  });
});
