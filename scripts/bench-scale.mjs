// `npm run bench:scale`: what a publication costs to publish, to read and to search as it grows, through the real commands and the real
// page in Chromium, beside the numbers asked for. Everything lies below .cache/bench-scale and is removed afterwards.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import {
  changeBetween,
  compressedSize,
  loadMaker,
  namingPages,
  runTearsheet,
  serveBuild,
  stateOf,
  write,
} from './bench-scale-content.mjs';
import { scrollFeed } from './bench-scroll-page.mjs';
import { findBrowser, unpackBrowser } from './browser.mjs';

const HELP = `npm run bench:scale -- [--sizes 1000,25000,100000] [--parts compile,change,view,scroll,search] [--seconds 600] [--whole]
                        [--site DIR]

Makes articles (seeded, with clusters and several scripts, as long as real ones) and prints, as it is measured: a full compile, one
article published, edited and withdrawn, the first view, scrolling and search. --seconds: how long the feed is scrolled at most; --whole:
frames are measured all the way down, not at five places of it. --site: the first view and scrolling of a build that is there already.
At 100,000 articles this takes long. Where Hugo is installed, part compile runs it over the same articles.
`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const home = join(root, '.cache/bench-scale');
/** Later than every made article: of many, some have a time that is yet to come. */
const NOW = ['--now', '2100-01-01T00:00:00Z'];
/** How many articles are published, edited and withdrawn, one after the other. */
const TIMES = 5;
const PARTS = ['compile', 'change', 'view', 'scroll', 'search'];

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,25000,100000' },
    parts: { type: 'string', default: PARTS.join(',') },
    seconds: { type: 'string', default: '600' },
    whole: { type: 'boolean', default: false },
    site: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const ms = (time) => `${time.toFixed(0)} ms`;
const say = (what, measured, asked) => console.log(`  ${what.padEnd(22)} ${measured}${asked ? `   (asked: ${asked})` : ''}`);

async function main() {
  const parts = new Set(values.parts.split(','));
  const unknown = [...parts].filter((part) => !PARTS.includes(part));
  if (values.help || unknown.length > 0) {
    console.log(unknown.length > 0 ? `There is no part ${unknown.join(', ')}.\n\n${HELP}` : HELP);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  unpackBrowser();
  if (values.site) return benchReading(values.site, parts);
  const make = await loadMaker(home);
  for (const size of values.sizes.split(',').map(Number)) await benchOne(size, make, parts);
  rmSync(home, { recursive: true, force: true });
}

async function benchOne(size, make, parts) {
  console.log(`\n${size.toLocaleString('en')} articles`);
  const [content, out] = [join(home, 'content'), join(home, 'site')];
  // The last ones are the newest: they are published later.
  const articles = make({ count: size + TIMES, drafts: 0 });
  for (const article of articles.slice(0, size)) write(content, article);
  await fullCompile(size, content, out);
  if (parts.has('compile')) hugoRatio(size);
  if (parts.has('change')) await changes(articles, size, content, out);
  await benchReading(out, parts);
  rmSync(content, { recursive: true, force: true });
  rmSync(out, { recursive: true, force: true });
  if (parts.has('search')) run('scripts/bench-search.mjs', '--sizes', String(size));
}

async function benchReading(out, parts) {
  const { url, close } = await serveBuild(out);
  const browser = await chromium.launch({ headless: true, ...findBrowser() });
  try {
    if (parts.has('view')) await firstViews(browser, url, out);
    if (parts.has('scroll')) await scrolling(browser, url);
  } finally {
    await browser.close();
    close();
  }
}

const run = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });

async function fullCompile(size, content, out) {
  const { code, seconds, memory, text } = await runTearsheet('build', '--content', content, '--out', out, '--keep-going', ...NOW);
  if (code !== 0) throw new Error(`The build failed: ${text.slice(-2000)}`);
  const held = memory === undefined ? 'memory unknown' : `${memory.toFixed(0)} MB`;
  say(
    'full build',
    `${seconds.toFixed(1)} s, ${held}, ${(size / seconds).toFixed(0)} articles/s`,
    'a straight line, under 1 GB at 100,000',
  );
}

function hugoRatio(size) {
  run('--max-semi-space-size=16', 'scripts/run.mjs', 'bench-compile', '--sizes', String(size));
}

async function changes(articles, size, content, out) {
  const old = Array.from({ length: TIMES }, (_, at) => articles[Math.floor((size * (at + 1)) / (TIMES + 1))]);
  const anew = ({ path, text }) => ({ path, text: text.replace(/^title: "/m, 'title: "Once more: ') });
  // Two more files for each page that names it.
  const named = old.map(({ path }) => namingPages(out, path));
  await changed('published', articles.slice(size), content, out, (article) => write(content, article));
  await changed('edited', old, content, out, (article) => write(content, anew(article)), named);
  const still = old.map(({ path }) => namingPages(out, path));
  await changed('withdrawn', old, content, out, ({ path }) => rmSync(join(content, path)), still);
}

/** Each of some articles by itself, in a fresh process. named: by how many other articles' pages each is. */
async function changed(what, articles, content, out, act, named) {
  const runs = [];
  for (const [at, article] of articles.entries()) {
    const before = stateOf(out);
    act(article);
    const { code, seconds, text } = await runTearsheet('compile', '--content', content, '--out', out, '--keep-going', ...NOW);
    if (code !== 0) throw new Error(`The compile failed: ${text.slice(-2000)}`);
    runs.push({ seconds, asked: 24 + 2 * (named?.[at] ?? 0), ...changeBetween(before, stateOf(out)) });
  }
  const seconds = runs.map((one) => one.seconds).sort((a, b) => a - b);
  const median = seconds[Math.floor(seconds.length / 2)];
  say(`one ${what}`, `${median.toFixed(2)} s (${seconds[0].toFixed(2)} to ${seconds.at(-1).toFixed(2)})`, '1 s');
  for (const { written, gone, bytes, asked } of runs)
    say('', `${written} files written, ${gone} removed, ${kB(bytes)}`, `${asked} files, 150 kB`);
}

/** Data that a view loads before the reader acts, and its page's HTML. */
async function firstViews(browser, url, out) {
  const year = JSON.parse(readFileSync(join(out, 'data/day/years.json'), 'utf8')).years[0].year;
  const { topics } = JSON.parse(readFileSync(join(out, 'data/manifest.json'), 'utf8'));
  const feed = JSON.parse(readFileSync(join(out, 'data/feed/all/manifest.json'), 'utf8'));
  const newest = (feed.cards[0]?.publishedDateTime ?? feed.references[0].newest).slice(0, 10).replaceAll('-', '/');
  for (const path of ['', `topic/${topics[0].id}/`, `${newest}/`, 'day/', `day/${year}/`, 'topic/', 'provider/']) {
    // What the worker fetches would be told twice, or not at all, by when it takes over.
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    let data = 0;
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (response.ok() && pathname.endsWith('.json')) data += compressedSize(join(out, decodeURIComponent(pathname)));
    });
    const answer = await page.goto(url + path);
    await page.waitForTimeout(1500);
    await page.waitForLoadState('networkidle');
    if (answer.ok())
      say(`view /${path}`, `${kB(data)} of data, page ${kB(compressedSize(join(out, path, 'index.html')))}`, '12 kB of data');
    await context.close();
  }
}

async function scrolling(browser, url) {
  const { plain, ...feed } = await scrollFeed(browser, url, { seconds: Number(values.seconds), whole: values.whole });
  const frames = ({ p50, p95, max, over50, frames: all }) =>
    `p50 ${ms(p50)}, p95 ${ms(p95)}, most ${ms(max)}, ${over50} of ${all} over 50 ms`;
  const tasks = ({ traced, traced50, tracedMost }) => `most ${ms(tracedMost)}, ${traced50} of ${traced} over 50 ms`;
  say('frames, 4x slower', frames(feed), 'p95 17 ms, most 50 ms');
  say('  a plain page', frames(plain));
  say('tasks, 4x slower', tasks(feed), 'most 50 ms');
  say('  a plain page', tasks(plain));
  say('scrolled', `to article ${feed.reached} of ${feed.total}${feed.ended ? ', the end' : ''}`, 'the end');
  say('elements', `${feed.elements}`, '2,000');
  say('heap', feed.heaps.map(({ at, heap }) => `${heap.toFixed(1)} MB at ${at}`).join(', '), '60 MB');
  say(
    'back from an article',
    feed.back === undefined ? 'another article' : `${feed.back.toFixed(0)} px away`,
    'the very same place',
  );
}

await main();
