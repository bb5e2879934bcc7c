// What `bench-search.mjs` measures in a page.
import { brotliCompressSync } from 'node:zlib';

/** How many times slower the processor is made. */
export const SLOWER = 4;
/** About as fast as people type. */
const KEY_MS = 150;

const answered = (query) => document.querySelector('[data-query][aria-busy="false"]')?.getAttribute('data-query') === query;

/** Compressed bytes of search's files until the first hit is on the page, and until all is answered. */
export async function bytesFor(browser, url, query) {
  if (typeof query !== 'string') return undefined;
  // What the worker fetches would be told twice, or not at all, by when it takes over.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const bodies = [];
  page.on('response', (response) => {
    if (response.url().includes('/data/search/')) bodies.push(response.body().then((body) => brotliCompressSync(body).length));
  });
  const sum = async () => (await Promise.all(bodies)).reduce((all, size) => all + size, 0);
  await page.goto(`${url}search/?q=${encodeURIComponent(query)}`);
  await page.waitForFunction(() => document.querySelector('[data-hit], [data-query][aria-busy="false"]'));
  const first = await sum();
  await page.waitForFunction(answered, query);
  await page.waitForTimeout(300);
  const all = await sum();
  const hits = await page.evaluate(
    () => document.querySelector('[data-query] [role="status"]')?.previousElementSibling?.textContent,
  );
  await context.close();
  return { query, first, all, hits };
}

/** Types every query, key by key, and measures each from the key to the frame that shows its answer. */
export async function keysFor(browser, url, queries) {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await page.goto(`${url}search/`);
  await page.getByRole('combobox').waitFor();
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.evaluate(watchKeys);
  const cold = [];
  const warm = [];
  for (const times of [cold, warm]) {
    for (const query of queries) {
      if (typeof query !== 'string') continue;
      await page.getByRole('combobox').fill('');
      await page.evaluate(() => (window.keyTimes = []));
      await page.getByRole('combobox').pressSequentially(query, { delay: KEY_MS });
      await page.waitForFunction(answered, query);
      await page.waitForTimeout(KEY_MS);
      times.push(...(await page.evaluate(() => window.keyTimes)));
    }
  }
  const blocked = await page.evaluate(() => window.longest);
  await page.close();
  return { cold, warm, blocked };
}

function watchKeys() {
  Object.assign(window, { keyTimes: [], longest: 0 });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: 'longtask' });
  document.addEventListener(
    'input',
    ({ target, timeStamp }) => {
      const { value } = target;
      const look = () => {
        if (target.value !== value) return;
        const shown = document.querySelector('[data-query]')?.getAttribute('data-query');
        if (shown === value) window.keyTimes.push(performance.now() - timeStamp);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    true,
  );
}
