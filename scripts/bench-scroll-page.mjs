// What `bench-scale.mjs` measures of scrolling: the feed from its top to its very end, and beside it a plain page of cards scrolled in the
// same way. Chromium without a graphics card paints slowly on any machine: the plain page's frames are what the machine gives. The tasks
// of the page's own thread do not wait for paint: what they take is what the reader costs.

/** How many times slower the processor is made. */
const SLOWER = 4;
/** Pixels a second: a phone's screen ten times over, as hard as a finger flicks. */
const SPEED = 8400;
/** A table of contents and some shards: what a plain page can hold at once. */
const PLAIN_CARDS = 120;
/** The way is cut in so many stretches; each begins with so many seconds of trace and ends with the heap, for which the feed is left alone. */
const STRETCHES = 5;
const TRACED_S = 8;
/** Pixels a second between the stretches that are measured, the processor at its own speed. */
const HURRY = 60_000;
/** Nothing moves for so long (s): that is the end, or the end of what comes. */
const STILL_S = 6;
const VIEWPORT = { width: 390, height: 844 };

/**
 * Scrolls the feed at an address until it ends, or `seconds` are over. Frames and tasks in ms, heaps in MB after a collection, elements at
 * their most. whole: frames are measured all the way, which takes half an hour at 25,000 articles; else where each stretch begins, and what
 * lies between is scrolled in a hurry.
 */
export async function scrollFeed(browser, url, { seconds, whole }) {
  const { page, session } = await openSlowed(browser, url);
  const total = await page.evaluate(() => Number(document.querySelector('[data-article]')?.getAttribute('aria-setsize')));
  const watched = { frames: [], tasks: [], long: [], elements: 0, heaps: [{ at: 1, heap: await heapOf(session) }] };
  const until = Date.now() + seconds * 1000;
  let leg = { reached: 1, ended: false };
  for (let part = 1; part <= STRETCHES && Date.now() < until && !leg.ended; part++) {
    const target = part === STRETCHES ? Number.POSITIVE_INFINITY : Math.round((total * part) / STRETCHES);
    leg = await stretch(page, session, watched, { target, until, whole });
    watched.heaps.push({ at: leg.reached, heap: await heapOf(session) });
  }
  const back = await goBack(page, session);
  const html = await page.evaluate(plainPage, PLAIN_CARDS);
  await page.close();
  const plain = await scrollPlain(browser, url, html);
  return { ...summed(watched), total, reached: leg.reached, ended: leg.ended, heaps: watched.heaps, back, plain };
}

async function openSlowed(browser, url) {
  const page = await browser.newPage({ viewport: VIEWPORT });
  const session = await page.context().newCDPSession(page);
  await page.goto(url);
  await page.waitForFunction(() =>
    Object.keys(document.getElementById('root') ?? {}).some((key) => key.startsWith('__reactContainer')),
  );
  await page.waitForLoadState('networkidle');
  return { page, session };
}

/** Scrolls on to an article, its first seconds under a trace. */
async function stretch(page, session, watched, { target, until, whole }) {
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  let leg;
  const run = async (ms, speed = SPEED) => {
    leg = await page.evaluate(scroll, { speed, target, ms, still: STILL_S * 1000 });
    if (speed === SPEED) {
      watched.frames.push(...leg.frames);
      watched.long.push(...leg.long);
    }
    watched.elements = Math.max(watched.elements, leg.elements);
  };
  watched.tasks.push(...(await traced(session, () => run(TRACED_S * 1000))));
  if (!whole) await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  while (leg.reached < target && !leg.ended && Date.now() < until)
    await run(Math.min(60_000, until - Date.now()), whole ? SPEED : HURRY);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return leg;
}

/** The same cards and styles, and no script at all. */
async function scrollPlain(browser, url, html) {
  const page = await browser.newPage({ viewport: VIEWPORT });
  const session = await page.context().newCDPSession(page);
  await page.route(`${url}plain`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(`${url}plain`);
  await page.waitForLoadState('networkidle');
  const watched = { frames: [], tasks: [], long: [], elements: 0 };
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const tasks = await traced(session, async () => {
    // A page that can be scrolled for long, of so few cards: up and down.
    for (let times = 0; times < 4; times++) {
      const leg = await page.evaluate(scroll, { speed: SPEED, target: Number.POSITIVE_INFINITY, ms: 20_000, still: 300 });
      watched.frames.push(...leg.frames);
      watched.long.push(...leg.long);
      await page.evaluate(() => window.scrollTo(0, 0));
    }
  });
  await page.close();
  return summed({ ...watched, tasks });
}

async function heapOf(session) {
  // What the first one finalizes, the second one lets go.
  for (let times = 0; times < 2; times++) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
}

/** Opens the article in sight and comes back: how far (px) the page then is from where it was, undefined: another article. */
async function goBack(page) {
  const before = await page.evaluate(firstInSight);
  const address = page.url();
  await page.evaluate((slug) => document.querySelector(`[data-article="${CSS.escape(slug)}"] h2 a`).click(), before.slug);
  await page.waitForURL((now) => String(now) !== address);
  await page.waitForTimeout(1500);
  await page.goBack();
  await page.waitForTimeout(2500);
  const after = await page.evaluate(firstInSight);
  return after?.slug === before.slug ? Math.abs(after.top - before.top) : undefined;
}

/** In the page. */
function firstInSight() {
  const article = [...document.querySelectorAll('[data-article]')].find((one) => one.getBoundingClientRect().bottom > 0);
  return article && { slug: article.dataset.article, top: article.getBoundingClientRect().top };
}

/** How long (ms) each task of the page's own thread kept a core while `act` ran. */
async function traced(session, act) {
  const events = [];
  const collect = ({ value }) => events.push(...value.filter(({ name }) => name.endsWith('RunTask') || name === 'thread_name'));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', '__metadata'] },
  });
  await act();
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  session.off('Tracing.dataCollected', collect);
  const mains = new Set(events.filter(({ args }) => args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
  return events
    .filter(({ pid, tid, ph, name }) => ph === 'X' && name.endsWith('RunTask') && mains.has(`${pid} ${tid}`))
    .map(({ tdur, dur }) => (tdur ?? dur) / 1000);
}

function summed({ frames, tasks, long, elements }) {
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const most = (all) => all.reduce((highest, one) => Math.max(highest, one), 0);
  return {
    frames: sorted.length,
    p50: at(0.5),
    p95: at(0.95),
    max: sorted.at(-1) ?? 0,
    over50: sorted.filter((frame) => frame > 50).length,
    traced: tasks.length,
    tracedMost: most(tasks),
    traced50: tasks.filter((task) => task > 50).length,
    long: long.length,
    longMost: most(long),
    elements,
  };
}

/**
 * In the page. Scrolls until an article is on the page, nothing moves any more, or the time is over. Frames: ms between two. long: tasks that
 * took more than 50 ms by the clock. reached: how far down the last article in the page stands in its feed.
 */
async function scroll({ speed, target, ms, still }) {
  const frames = [];
  const long = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  const start = performance.now();
  let [elements, reached, moved, last] = [0, 0, start, undefined];
  let ended = false;
  await new Promise((resolve) => {
    const frame = (now) => {
      const passed = last === undefined ? 16 : now - last;
      // Frames that waited for nothing but more articles are no frames of scrolling.
      if (last !== undefined && now - moved < 500) frames.push(passed);
      last = now;
      const before = window.scrollY;
      window.scrollBy(0, speed * (Math.min(passed, 50) / 1000));
      if (window.scrollY !== before) moved = now;
      if (frames.length % 30 === 0) {
        elements = Math.max(elements, document.getElementsByTagName('*').length);
        const articles = document.querySelectorAll('[data-article]');
        reached = Number(articles[articles.length - 1]?.getAttribute('aria-posinset') ?? 0);
      }
      ended = now - moved > still;
      if (ended || reached >= target || now - start > ms) resolve();
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  observer.disconnect();
  return { frames, long, elements, reached, ended };
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
