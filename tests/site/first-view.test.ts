import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltSite, builtSite, launchBrowser } from './built-site.ts';

/** kB are 1,000 bytes, brotli at its best, as a host that compresses ahead sends them. */
const SCRIPT_LIMIT = 105_000;
const DATA_LIMIT = 12_000;

let site: BuiltSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([builtSite('content'), launchBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  site.close();
});

/** Everything that is loaded before the reader acts, by kind, compressed. */
async function firstView(width: number): Promise<Record<'script' | 'data', number>> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const sizes = { script: 0, data: 0 };
  const bodies: Promise<void>[] = [];
  page.on('response', (response) => {
    // At a first visit the worker is handed what was loaded before, out of the browser's own cache.
    const kind = response.fromServiceWorker() ? undefined : kindOf(response.url());
    if (kind) bodies.push(response.body().then((body) => void (sizes[kind] += brotliCompressSync(body).length)));
  });
  await page.goto(site.url);
  // What the page loads ahead by itself counts too, and comes a little after the first rest.
  await page.getByRole('feed').waitFor();
  await page.waitForTimeout(1500);
  await page.waitForLoadState('networkidle');
  page.removeAllListeners('response');
  await Promise.all(bodies);
  await page.close();
  return sizes;
}

function kindOf(url: string): 'script' | 'data' | undefined {
  if (url.endsWith('.js')) return 'script';
  return url.endsWith('.json') ? 'data' : undefined;
}

test.each([390, 1280])('the first view of the feed stays within its script and data, %i pixels wide', async (width) => {
  const sizes = await firstView(width);
  console.log(
    `first view, ${width} px: script ${sizes.script} bytes of ${SCRIPT_LIMIT}, data ${sizes.data} bytes of ${DATA_LIMIT}`,
  );
  expect(sizes.script).toBeGreaterThan(50_000);
  expect(sizes.script).toBeLessThanOrEqual(SCRIPT_LIMIT);
  expect(sizes.data).toBeGreaterThan(500);
  expect(sizes.data).toBeLessThanOrEqual(DATA_LIMIT);
});
