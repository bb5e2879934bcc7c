// `npm run bench:preview`: how long a passphrase takes to open a preview with the default rounds, and how a thousand drafts with pictures
// behave, through the real page in Chromium, at this machine's speed and four times slower. All lies below .cache/bench-preview.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { findBrowser, unpackBrowser } from './browser.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const home = join(root, '.cache/bench-preview');
const PASSPHRASE = 'rabbit violin copper thunder walnut mosaic';

const { values } = parseArgs({ options: { drafts: { type: 'string', default: '1000' } } });

async function main() {
  rmSync(home, { recursive: true, force: true });
  unpackBrowser();
  const out = buildWith(Number(values.drafts));
  const server = spawn(process.execPath, ['scripts/run.mjs', 'serve', out, '--port', '0'], { cwd: root });
  const browser = await chromium.launch({ headless: true, ...findBrowser() });
  try {
    const url = await addressIn(server.stdout);
    for (const rate of [1, 4]) print(rate, await openWith(browser, `${url}preview/`, rate));
  } finally {
    await browser.close();
    server.kill();
    rmSync(home, { recursive: true, force: true });
  }
}

/** The sample with drafts in it, each with a picture and a provider. */
function buildWith(count) {
  const content = join(home, 'content');
  mkdirSync(home, { recursive: true });
  cpSync(join(root, 'content'), content, { recursive: true });
  const pictures = readdirSync(join(content, 'assets/pictures'));
  for (let number = 0; number < count; number++) {
    const slug = `2022-09-01-draft-${number}`;
    writeFileSync(join(content, '_news', `${slug}.md`), draftText(slug, number, pictures[number % pictures.length]));
  }
  const out = join(home, 'site');
  const env = { ...process.env, TEARSHEET_PREVIEW_PASSPHRASE: PASSPHRASE };
  const options = { cwd: root, env, encoding: 'utf8', maxBuffer: 2 ** 28 };
  const built = spawnSync(process.execPath, ['scripts/run.mjs', 'build', '--content', content, '--out', out], options);
  if (!existsSync(join(out, 'index.html'))) throw new Error(`The build failed: ${`${built.stdout}${built.stderr}`.slice(-2000)}`);
  return out;
}

const draftText = (slug, number, picture) => `---
category: news
title: "Draft ${number}, about what was counted in harbour ${number % 97}"
excerpt: "What happened there, in a sentence or two, as it stands in the file that nobody has published yet."
publishedDateTime: ${new Date(Date.UTC(2022, 8, 1) - number * 3_600_000).toISOString()}
originalUrl: "https://harbourpost.example/${slug}"
webUrl: "https://harbourpost.example/${slug}"
type: article
quality: ${20 + (number % 40)}
heat: ${20 + (number % 40)}
published: false

provider:
  name: Harbour Post
  domain: harbourpost.example

topics:
  - Oceans

images:
  - url: /assets/pictures/${picture}
    width: 1600
    height: 900
---
`;

async function addressIn(stream) {
  let text = '';
  for await (const part of stream) {
    text += String(part);
    const address = /http:\/\/[^\s]+/.exec(text)?.[0];
    if (address) return address;
  }
  throw new Error(`The server ended without an address: ${text}`);
}

async function openWith(browser, url, rate) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await page.goto(url);
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  await page.evaluate(watch);
  await page.getByLabel('Passphrase').press('Enter');
  await page.waitForFunction(() => window.bench.drafts > 0);
  await page.waitForTimeout(1000);
  const opened = await page.evaluate(() => ({ ...window.bench }));
  await page.evaluate(() => (window.bench.longest = 0));
  const frames = await page.evaluate(scrollThrough);
  const { longest } = await page.evaluate(() => window.bench);
  const counts = await page.evaluate(() => ({
    drafts: [...document.querySelectorAll('main section h2 small')].reduce(
      (sum, count) => sum + Number(count.textContent.replace(/\D/g, '')),
      0,
    ),
    drawn: document.querySelectorAll('[data-draft]').length,
    pictures: [...document.images].filter(({ src, naturalWidth }) => src.startsWith('blob:') && naturalWidth > 0).length,
  }));
  await page.close();
  return { opened, frames, longest, ...counts };
}

/** From the key that opens to the frame that shows that it is working, and to the one that shows drafts. In the page. */
function watch() {
  window.bench = { start: 0, sign: 0, drafts: 0, longest: 0 };
  addEventListener('keydown', () => (window.bench.start ||= performance.now()), { capture: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.bench.longest = Math.max(window.bench.longest, duration);
  }).observe({ type: 'longtask' });
  const look = () => {
    const { bench } = window;
    const since = performance.now() - bench.start;
    if (bench.start && !bench.sign && document.querySelector('form[aria-busy=true]')) bench.sign = since;
    if (bench.start && !bench.drafts && document.querySelector('[data-draft]')) bench.drafts = since;
    requestAnimationFrame(look);
  };
  look();
}

/** To the end and as fast as a wheel turns. Returns the time between frames, ascending. In the page. */
async function scrollThrough() {
  const times = [];
  let before = performance.now();
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  while (scrollY + innerHeight < document.documentElement.scrollHeight - 10) {
    scrollBy(0, 240);
    await frame();
    times.push(performance.now() - before);
    before = performance.now();
  }
  return times.sort((a, b) => a - b);
}

function print(rate, { opened, frames, longest, drafts, drawn, pictures }) {
  const ms = (time) => `${Math.round(time)} ms`;
  const at = (share) => ms(frames[Math.floor(frames.length * share)] ?? 0);
  console.log(rate === 1 ? '\nThis machine' : `\n${rate} times slower`);
  console.log(`  unlock with the passphrase: a sign after ${ms(opened.sign)}, ${drafts} drafts after ${ms(opened.drafts)}`);
  console.log(`  longest task while opening: ${ms(opened.longest)}`);
  console.log(
    `  scrolling through them: p50 ${at(0.5)}, p95 ${at(0.95)} a frame, longest task ${ms(longest)}; at the end ${drawn} are drawn, ${pictures} pictures open`,
  );
}

await main();
