import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBuildRecord } from '../../src/compiler/node/build-record.ts';
import { inlineParts } from '../../src/compiler/node/csp.ts';
import { type BuiltSite, builtSite, launchBrowser, started, visit } from './built-site.ts';

/** Bytes, brotli: what a page carries before its text. */
const STYLE_LIMIT = 4000;
const SEED = 'news/2022-10-07-an-ai-model-reveals-how-the-bodys-defense-system-recognizes-skin-cancer/';
const PAGES = ['', 'topic/', 'provider/', 'topic/oceans/', 'day/', 'day/2022/', '2022/10/03/', 'news/', 'saved/', SEED];

let site: BuiltSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([builtSite('content', ['--site-url', 'https://news.example/']), launchBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  site.close();
});

const htmlOf = (path: string): string => readFileSync(join(site.out, path, 'index.html'), 'utf8');

async function withoutScript<T>(act: (page: Page) => Promise<T>, options: BrowserContextOptions = {}): Promise<T> {
  const { page, complaints, close } = await visit(browser, site, { javaScriptEnabled: false, ...options });
  const result = await act(page);
  expect(complaints).toEqual([]);
  await close();
  return result;
}

test('without script one reads the feed, opens an article, goes on to a topic and back to all news', async () => {
  await withoutScript(async (page) => {
    await page.goto(site.url);
    expect(await page.locator('[role=feed] article').count()).toBeGreaterThan(9);
    await page.locator('[role=feed] article h2 a').first().click();
    await page.getByRole('heading', { level: 1, name: /night ferry/i }).waitFor();
    await page.getByRole('list', { name: 'Topics' }).getByRole('link').first().click();
    await page.locator('[role=feed] article').first().waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'All news' }).click();
    await page.waitForURL(({ pathname }) => pathname === '/');
  });
});

test('without script an article has its text, its coverage, its way out and what is related', async () => {
  await withoutScript(async (page) => {
    await page.goto(site.url + SEED);
    expect(await page.getByRole('link', { name: /Read at Medical Xpress/ }).getAttribute('href')).toMatch(/^https:\/\//);
    expect(await page.getByRole('heading', { level: 2, name: /Coverage/ }).count()).toBe(1);
    expect(await page.getByRole('heading', { level: 2, name: 'Related' }).count()).toBe(1);
    expect(await page.getByRole('link', { name: /unnecessary biopsies/ }).count()).toBe(1);
  });
});

test('what is typed into search before the script is there is searched for when it has come', async () => {
  const { page, complaints, close } = await visit(browser, site);
  let arrive: () => void = () => undefined;
  const late = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/*.js', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(`${site.url}search/`, { waitUntil: 'commit' });
  const field = page.getByRole('combobox');
  await field.pressSequentially('fer');
  arrive();
  await page.locator('[data-hit]').first().waitFor();
  await field.pressSequentially('ry');
  await page.waitForURL(({ search }) => search === '?q=ferry');
  expect(await field.inputValue()).toBe('ferry');
  expect(complaints).toEqual([]);
  await close();
});

test('without script nothing is offered that only a script can do', async () => {
  await withoutScript(async (page) => {
    for (const path of PAGES) {
      await page.goto(site.url + path);
      await page.waitForLoadState('networkidle');
      expect(await page.locator('button, input, label').filter({ visible: true }).count(), path).toBe(0);
    }
  });
});

test.each([390, 1280])(
  'the script takes every page over as it stands, %i pixels wide: nothing is drawn anew, nothing moves',
  async (width) => {
    for (const path of PAGES) {
      const { page, complaints, close } = await visit(browser, site, { viewport: { width, height: 900 } });
      await page.addInitScript(() => {
        const moved: number[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) moved.push((entry as PerformanceEntry & { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
        document.addEventListener('DOMContentLoaded', () =>
          Object.assign(window, { moved, heading: document.querySelector('main h1') }),
        );
      });
      await page.goto(site.url + path);
      await started(page);
      await page.waitForLoadState('networkidle');
      const { moved, same } = await page.evaluate(() => {
        const { moved: all, heading } = window as unknown as { moved: number[]; heading: Element };
        return { moved: all.reduce((sum, value) => sum + value, 0), same: heading.isConnected };
      });
      expect(same, `${path}: its heading is still the one that came with the page`).toBe(true);
      expect(moved, path).toBeLessThan(0.001);
      expect(complaints).toEqual([]);
      await close();
    }
  },
);

test('typefaces never come into a page that is being read: they are there with the next one, and at the next visit from the start', async () => {
  const { page, close } = await visit(browser, site);
  const fonts: string[] = [];
  page.on('requestfinished', (request) => request.url().endsWith('.woff2') && fonts.push(request.url()));
  const sheets = () => page.locator('link[rel=stylesheet][href*=typefaces]').count();
  await page.goto(site.url);
  await started(page);
  await expect.poll(() => fonts.length).toBe(2);
  expect(await sheets()).toBe(0);
  await page.waitForFunction(() => localStorage.getItem('tearsheet:/:typefaces') !== null);
  await page.locator('[role=feed] article h2 a').first().click();
  await page.locator('[data-article-page]').waitFor();
  await expect.poll(sheets).toBe(1);
  await page.goto(`${site.url}topic/`);
  expect(await page.locator('link[href*=typefaces][blocking=render]').count()).toBe(1);
  await close();
});

test('a click before the script is there opens the page all the same', async () => {
  const { page, close } = await visit(browser, site);
  await page.route('**/*.js', () => undefined);
  await page.goto(site.url, { waitUntil: 'domcontentloaded' });
  await page.locator('[role=feed] article h2 a').first().click();
  await page.getByRole('heading', { level: 1, name: /night ferry/i }).waitFor();
  await close();
});

test('a page that is older than its data shows the newer of the two, without a complaint', async () => {
  const { page, complaints, close } = await visit(browser, site);
  // What a worker asks for is not the page's to answer.
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('none'));
  });
  await page.route('**/data/feed/topic/oceans/manifest.json', async (route) => {
    const answer = await route.fetch();
    const feed = (await answer.json()) as { name: string; total: number };
    await route.fulfill({ json: { ...feed, name: 'Oceans, since then', total: feed.total + 1 } });
  });
  await page.goto(`${site.url}topic/oceans/`);
  await page.getByRole('heading', { level: 1, name: 'Oceans, since then' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('while its data does not come a page can be read, and when it comes the script takes over', async () => {
  const { page, close } = await visit(browser, site);
  await page.route('**/data/**', (route) => route.abort());
  await page.goto(site.url);
  await page.waitForRequest(/\/data\/manifest\.json/);
  await page.waitForTimeout(1500);
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await page.locator('[role=feed] article').count()).toBeGreaterThan(9);
  await page.unroute('**/data/**');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await started(page);
  expect(await page.locator('[role=feed] article').count()).toBeGreaterThan(9);
  await close();
});

test('the styles that a page is painted with stay small, and its data is not in it a second time', () => {
  for (const path of PAGES) {
    const html = htmlOf(path);
    const { scripts } = inlineParts(html);
    const styles = [...html.matchAll(/<style data-page="\w+">([^<]*)</g)].map(([, text = '']) => text);
    expect(styles).toHaveLength(1);
    expect(brotliCompressSync(styles[0] ?? '').length, path).toBeLessThanOrEqual(STYLE_LIMIT);
    expect(scripts.join('').length).toBeLessThan(3000);
    expect(html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/, '')).not.toContain('"publishedDateTime"');
  }
});

test('what does not depend on the reader’s clock, sections or heat stands in the page; the rest comes with the script', async () => {
  expect(htmlOf('')).toContain('>7 Oct 2022<');
  expect(htmlOf('')).toContain('>Oceans<');
  // One more article may put the sections in another order: only the page of all news, which changes with each, holds them.
  expect(htmlOf('provider')).not.toContain('href="/topic/oceans/"');
  for (const path of PAGES) expect(htmlOf(path)).not.toMatch(/>(Warm|Hot|Front page)</);
});

test('what draws pages holds neither React nor the libraries around it: they take five times as long', () => {
  const folder = join('.cache/shell', `${readBuildRecord(site.out)?.shell}+`, 'renderer');
  const code = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(code.some((text) => text.includes('renderToString'))).toBe(true);
  const foreign = ['jsxDEV', 'process.env.NODE_ENV', '__CLIENT_INTERNALS', 'QueryObserver', 'UNSAFE_'];
  expect(foreign.filter((sign) => code.some((text) => text.includes(sign)))).toEqual([]);
});
