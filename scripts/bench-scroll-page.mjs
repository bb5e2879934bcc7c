// What `bench-scale.mjs` measures of scrolling: the feed, and beside it a plain page of cards scrolled in the same way. Chromium without a
// graphics card paints slowly on any machine: the plain page's frames are what the machine gives, the ratio is what the reader costs.

/** How many times slower the processor is made. */
const SLOWER = 4;
/** Pixels a frame: a hard flick of the finger. */
const STEP = 60;
/** A table of contents and some shards: what a plain page can hold at once. */
const PLAIN_CARDS = 120;

/** Scrolls the feed at an address until it ends, or `seconds` are over. */
export async function scrollFeed(browser, url, seconds) {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const session = await page.context().newCDPSession(page);
  await page.goto(url);
  await page.waitForFunction(() =>
    Object.keys(document.getElementById('root') ?? {}).some((key) => key.startsWith('__reactContainer')),
  );
  await page.waitForLoadState('networkidle');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const feed = await page.evaluate(scroll, { step: STEP, ms: seconds * 1000 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const html = await page.evaluate(plainPage, PLAIN_CARDS);
  await page.close();
  const plain = await scrollPlain(browser, url, html, Math.min(seconds, 20));
  return { ...feed, heap: usedSize / 1e6, plain };
}

/** The same cards and styles, and no script at all. */
async function scrollPlain(browser, url, html, seconds) {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const session = await page.context().newCDPSession(page);
  await page.route(`${url}plain`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(`${url}plain`);
  await page.waitForLoadState('networkidle');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const result = await page.evaluate(scroll, { step: STEP, ms: seconds * 1000 });
  await page.close();
  return result;
}

/** In the page. Frames in ms; positions: how far down the last card stands in its feed. */
async function scroll({ step, ms }) {
  const frames = [];
  const longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  });
  let most = 0;
  let last;
  let still = 0;
  const start = performance.now();
  await new Promise((resolve) => {
    const frame = (now) => {
      if (last !== undefined) frames.push(now - last);
      last = now;
      const before = window.scrollY;
      window.scrollBy(0, step);
      if (frames.length % 30 === 0) most = Math.max(most, document.querySelectorAll('*').length);
      still = window.scrollY === before ? still + 1 : 0;
      if (now - start > ms || still > 120) resolve();
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const sorted = frames.slice(0, frames.length - still).sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const positions = [...document.querySelectorAll('[data-article]')].map((card) => Number(card.getAttribute('aria-posinset')));
  return {
    frames: sorted.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: sorted.at(-1) ?? 0,
    over50: sorted.filter((frame) => frame > 50).length,
    longTasks: longTasks.length,
    longest: Math.max(0, ...longTasks),
    elements: most,
    reached: Math.max(0, ...positions),
  };
}

/** In the page: its cards and styles as HTML that does nothing. */
function plainPage(count) {
  const styles = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join('\n');
  const parts = [...document.querySelectorAll('[data-part]')].filter((part) => part.querySelector('article'));
  const cards = parts.map((part) => part.innerHTML).join('');
  const times = Math.max(1, Math.ceil(count / document.querySelectorAll('[data-part] article').length));
  const main = document.querySelector('main');
  return `<!doctype html><html class="${document.documentElement.className}"><meta charset=utf-8><meta name=viewport content="width=device-width"><style>${styles}</style><body><main class="${main?.className ?? ''}"><div>${cards.repeat(times)}</div></main>`;
}
