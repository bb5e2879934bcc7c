import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleText } from '../../mocks/pretend-article.ts';
import { builtSite, launchBrowser, started, visit } from './built-site.ts';

let browser: Browser;
let folder: string;
let host: Server;
/** `http://127.0.0.1:<port>` of the host of pictures. */
let origin: string;
/** What it was asked for. */
const asked: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tearsheet-remote-'));
  // Builds and the command look for the cache there.
  process.env['TEARSHEET_PICTURES'] = join(folder, 'cache');
  const pictures = await Promise.all(SHAPES.map(([width, height], i) => photo(width, height, i)));
  host = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end(pictures[Number(/(\d+)\.jpg$/.exec(request.url ?? '')?.[1] ?? 0) % pictures.length]);
  });
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  host.close();
  host.closeAllConnections();
  delete process.env['TEARSHEET_PICTURES'];
  rmSync(folder, { recursive: true, force: true });
});

const SHAPES = [
  [1200, 675],
  [600, 900],
  [1000, 360],
  [900, 600],
] as const;

const photo = (width: number, height: number, hue: number) =>
  sharp({ create: { width, height, channels: 3, background: `hsl(${hue * 80}, 60%, 40%)` } })
    .jpeg()
    .toBuffer();

/** Articles with a picture each, one with a video, one that others cover. */
function contentFolder(name: string, settings: string): string {
  const content = join(folder, name);
  mkdirSync(content, { recursive: true });
  const other = { name: 'Meridian', domain: 'meridian.example' };
  for (let i = 0; i < 14; i++) {
    const [width, height] = SHAPES[i % SHAPES.length] ?? SHAPES[0];
    const text = articleText(`a-${i}`, {
      at: new Date(Date.UTC(2022, 9, 1, i)).toISOString(),
      related: [{ title: 'Told elsewhere', at: '2022-09-30T00:00:00Z', url: `https://meridian.example/${i}`, provider: other }],
      ...(i === 12 && { featuredContent: 'https://www.youtube.com/watch?v=abcdefghijk', type: 'video' }),
    });
    const image = `images:\n  - url: "${origin}/${i}.jpg"\n    width: ${width}\n    height: ${height}\n    isCached: true\n\nprovider:`;
    writeFileSync(join(content, `a-${i}.md`), text.replace('\nprovider:', `\n${image}`));
  }
  writeFileSync(join(content, 'tearsheet.yaml'), settings);
  return content;
}

const fetchPictures = (content: string): Promise<number | null> =>
  new Promise((done) => {
    spawn(process.execPath, ['scripts/run.mjs', 'pictures', '--content', content], { stdio: 'ignore' }).on('close', done);
  });

async function scrollThrough(page: Page): Promise<void> {
  for (let turn = 0; turn < 8; turn++) {
    await page.mouse.wheel(0, 700);
    await page.waitForTimeout(80);
  }
  await page.waitForLoadState('networkidle');
}

/** The pictures of cards and articles: where each came from, and whether it is there. */
const shownPictures = (page: Page): Promise<{ from: string; width: number }[]> =>
  page
    .locator('picture img')
    .evaluateAll((all) =>
      all.map((img) => ({ from: (img as HTMLImageElement).currentSrc, width: (img as HTMLImageElement).naturalWidth })),
    );

const settings = () => `images:\n  effort: 0\n  hosts:\n    - "${new URL(origin).host}"\n`;

test('of a whole site with pictures from elsewhere nothing is asked of anybody else, and nothing moves', async () => {
  const content = contentFolder('kept', settings());
  expect(await fetchPictures(content)).toBe(0);
  expect(asked).toHaveLength(14);
  const site = await builtSite(content);
  const { page, complaints, close } = await visit(browser, site);
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        document.documentElement.dataset['moved'] = String(Number(document.documentElement.dataset['moved'] ?? 0) + entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(site.url);
  await page.waitForLoadState('networkidle');
  const first = await shownPictures(page);
  expect(first.length).toBeGreaterThan(3);
  for (const { from } of first) expect(from).toMatch(/\/img\/[0-9a-f]{20}-\d+\.avif$/);
  await scrollThrough(page);
  expect(Number((await page.locator('html').getAttribute('data-moved')) ?? 0)).toBeLessThan(0.001);
  for (const slug of ['a-13', 'a-12', 'a-1']) {
    await page.goto(`${site.url}news/${slug}/`);
    await page.locator('article picture img').first().waitFor();
    await scrollThrough(page);
    expect((await shownPictures(page))[0]?.width).toBeGreaterThan(300);
  }
  expect(complaints).toEqual([]);
  expect(asked).toHaveLength(14);
  await close();
  site.close();
}, 60_000);

test('a card whose picture is gone is set as one that has none, once, and stays so', async () => {
  const site = await builtSite(contentFolder('kept', settings()));
  // What a worker asks for is not the page's to abort.
  const { page, close } = await visit(browser, site, { serviceWorkers: 'block' });
  const requests: string[] = [];
  await page.route('**/img/**', (route) => {
    requests.push(route.request().url());
    return route.abort();
  });
  await page.goto(site.url);
  await started(page);
  await page.waitForLoadState('networkidle');
  await scrollThrough(page);
  await expect.poll(() => page.locator('[role=feed] picture').count()).toBe(0);
  const before = new Set(requests);
  await page.locator('[role=feed] article h2 a').first().click();
  await page.locator('[data-article-page]').waitFor();
  const inFeed = requests.length;
  await page.goBack();
  await page.locator('[role=feed]').waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('[role=feed] picture').count()).toBe(0);
  expect(requests.length).toBeGreaterThan(3);
  // By the page as it came, and once more by the script that takes it over.
  expect(inFeed).toBeLessThanOrEqual(2 * before.size + 1);
  expect(requests.length).toBe(inFeed);
  await close();
  site.close();
}, 60_000);

test('with an image service its host is asked for pictures, the policy lets it, and nobody else is asked', async () => {
  const before = asked.length;
  const site = await builtSite(contentFolder('served', `images:\n  engine: "${origin}/w{width}/{url}"\n`));
  const { page, complaints, close } = await visit(browser, site);
  await page.goto(site.url);
  await scrollThrough(page);
  const shown = await shownPictures(page);
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.filter(({ from }) => !from.startsWith(`${origin}/w`))).toEqual([]);
  expect(shown.some(({ width }) => width > 300)).toBe(true);
  expect(complaints.filter((line) => !line.startsWith(`request to another origin: ${origin}/w`))).toEqual([]);
  expect(asked.length).toBeGreaterThan(before + 3);
  await close();
  site.close();
}, 60_000);
