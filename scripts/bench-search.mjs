// `npm run bench:search`: what search costs, through the real page in Chromium, over made articles and, when TEARSHEET_CORPUS names
// a folder of real publications, over the largest of those. Everything lies below .cache/bench-search and is removed afterwards.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright';
import { bytesFor, keysFor, SLOWER } from './bench-search-page.mjs';
import { findBrowser, unpackBrowser } from './browser.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const home = join(root, '.cache/bench-search');

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '674,25000' } } });

async function main() {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  unpackBrowser();
  const make = await loadMaker();
  const rows = [];
  for (const size of values.sizes.split(',').map(Number)) rows.push(await benchOne(`made ${size}`, writeContent(make, size)));
  const real = largestCorpus();
  if (real) rows.push(await benchOne(`real (${real.split('/').at(-1)})`, real));
  rmSync(home, { recursive: true, force: true });
  printTable(rows);
}

/** The maker of articles belongs to the tests: it is bundled when it is wanted. */
async function loadMaker() {
  const { build } = await import('vite');
  const outDir = join(home, 'maker');
  const rolldownOptions = { output: { entryFileNames: 'make.mjs' } };
  const ssr = 'tests/fixtures/make-articles.ts';
  await build({ root, configFile: false, publicDir: false, logLevel: 'warn', build: { ssr, outDir, rolldownOptions } });
  return (await import(pathToFileURL(join(outDir, 'make.mjs')).href)).makeArticles;
}

/** About `size` of them are public. */
function writeContent(make, size) {
  const folder = join(home, `content-${size}`);
  for (const { path, text } of make({ count: size, drafts: 0 })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function largestCorpus() {
  const folder = process.env['TEARSHEET_CORPUS'];
  if (!folder || !existsSync(folder)) return undefined;
  const sizeOf = (path) => readdirSync(path, { recursive: true }).filter((name) => String(name).endsWith('.md')).length;
  const corpora = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return corpora.map(({ name }) => join(folder, name)).sort((a, b) => sizeOf(b) - sizeOf(a))[0];
}

async function benchOne(name, content) {
  console.error(`${name} ...`);
  const out = join(home, 'site');
  const run = (...args) =>
    spawnSync(process.execPath, ['--max-semi-space-size=64', 'scripts/run.mjs', ...args], {
      cwd: root,
      maxBuffer: 2 ** 28,
      encoding: 'utf8',
    });
  const built = run('build', '--content', content, '--out', out, '--keep-going');
  if (!existsSync(join(out, 'index.html'))) throw new Error(`The build failed: ${`${built.stdout}${built.stderr}`.slice(-2000)}`);
  const server = spawn(process.execPath, ['scripts/run.mjs', 'serve', out, '--port', '0'], { cwd: root });
  const browser = await chromium.launch({ headless: true, ...findBrowser() });
  try {
    const url = await addressIn(server.stdout);
    const queries = queriesFor(out);
    const bytes = {};
    for (const [kind, query] of Object.entries(queries)) bytes[kind] = await bytesFor(browser, url, query);
    return {
      name,
      articles: queries.total,
      index: indexOf(out),
      bytes,
      keys: await keysFor(browser, url, Object.values(queries)),
    };
  } finally {
    await browser.close();
    server.kill();
    rmSync(out, { recursive: true, force: true });
  }
}

async function addressIn(stream) {
  let text = '';
  for await (const part of stream) {
    text += String(part);
    const address = /http:\/\/[^\s]+/.exec(text)?.[0];
    if (address) return address;
  }
  throw new Error(`The server ended without an address: ${text}`);
}

const searchFiles = (out) => readdirSync(join(out, 'data/search')).map((name) => join(out, 'data/search', name));

function indexOf(out) {
  const sizes = searchFiles(out).map((path) => brotliCompressSync(readFileSync(path)).length);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Words of this corpus: in how many titles they stand says how frequent they are. */
function queriesFor(out) {
  const periods = searchFiles(out)
    .map((path) => JSON.parse(readFileSync(path, 'utf8')))
    .filter(({ titles }) => titles)
    .sort((a, b) => b.from - a.from);
  const titles = periods.flatMap((period) => period.titles.toReversed());
  const counts = new Map();
  for (const title of titles) {
    for (const word of new Set(title.toLowerCase().match(/[a-z]{5,}/g))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const once = [...counts].filter(([word, count]) => count === 1 && word.length > 7).map(([word]) => word);
  const plain = titles.filter((title) => /^[\x20-\x7e]{40,80}$/.test(title) && !title.includes('"'));
  const words = (title) => title.split(/[^A-Za-z]+/).filter((word) => word.length > 2);
  return {
    total: titles.length,
    frequent: byCount[2],
    'two words': `${byCount[4]} ${byCount[9]}`,
    rare: once.at(-1),
    nowhere: 'qwyjibozzle',
    typo: `${once[0].slice(0, 4)}${once[0][5]}${once[0][4]}${once[0].slice(6)}`,
    phrase: `"${words(plain[Math.floor(plain.length / 2)])
      .slice(0, 2)
      .join(' ')}"`,
  };
}

function printTable(rows) {
  const kB = (bytes) => (bytes / 1000).toFixed(1);
  for (const { name, articles, index, bytes, keys } of rows) {
    console.log(`\n${name}: ${articles} articles, index ${index.files} files, ${kB(index.bytes)} kB`);
    for (const [kind, one] of Object.entries(bytes)) {
      if (one)
        console.log(
          `  ${kind.padEnd(10)} ${kB(one.first).padStart(7)} kB first ${kB(one.all).padStart(7)} kB in all   ${one.hits} (${one.query})`,
        );
    }
    for (const [kind, times] of [
      ['first time', keys.cold],
      ['again', keys.warm],
    ]) {
      const sorted = times.toSorted((a, b) => a - b);
      const at = (share) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0);
      console.log(
        `  keys, ${kind}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(0.999)} ms (${sorted.length} keys, ${SLOWER} times slower)`,
      );
    }
    console.log(`  longest task ${keys.blocked.toFixed(0)} ms`);
  }
}

await main();
