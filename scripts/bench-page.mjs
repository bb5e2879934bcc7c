// npm run bench:page: what a phone's first visit sees, by Lighthouse's mobile preset, beside Hugo's page of the same articles and pictures
// where Hugo is installed. Lighthouse is fetched by npx when it is wanted: nobody else needs its hundred packages.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { hugoSite } from './bench-page-hugo.mjs';
import { findBrowser } from './browser.mjs';
import { root } from './bundle-cli.mjs';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const home = join(root, '.cache/bench-page');
const { values: options } = parseArgs({ options: { runs: { type: 'string', default: '3' }, lighthouse: { type: 'string' } } });

/** What is measured, and the most that was asked for: of Hugo's, or as such. */
const METRICS = [
  { name: 'first paint ms', id: 'first-contentful-paint', ofHugo: 1.05 },
  { name: 'largest paint ms', id: 'largest-contentful-paint', ofHugo: 0.8 },
  { name: 'blocking ms', id: 'total-blocking-time', most: 50 },
  { name: 'layout shift', id: 'cumulative-layout-shift', most: 0 },
];
const SCORES = ['performance', 'accessibility', 'best-practices', 'seo'];

rmSync(home, { recursive: true, force: true });
mkdirSync(home, { recursive: true });
const site = join(home, 'site');
run(process.execPath, ['scripts/run.mjs', 'build', '--out', site, '--site-url', 'https://news.example/']);
const hugo = hugoSite(root, site, join(home, 'hugo'));
const article = hugo?.article ?? '';
const pages = [
  { name: 'feed', path: '/' },
  { name: 'article', path: `/${article || firstArticle()}` },
];
const rows = [];
for (const { name, path } of pages) {
  const ours = await measure(`tearsheet ${name}`, ['scripts/run.mjs', 'serve', site, '--port', '0'], path);
  const theirs = hugo && (await measureFolder(`hugo ${name}`, hugo.folder, name === 'feed' ? '/' : `/${hugo.path}`));
  rows.push(ours, ...(theirs ? [theirs] : []));
  for (const metric of METRICS) tell(name, metric, ours, theirs);
}
table(rows);
if (!hugo) console.log('Hugo was not run: it is not installed.');
rmSync(home, { recursive: true, force: true });

function tell(page, { name, id, ofHugo, most }, ours, theirs) {
  const wanted = ofHugo === undefined ? most : theirs && theirs[id] * ofHugo;
  if (wanted === undefined) return;
  const ratio = theirs && theirs[id] > 0 ? `, ${(ours[id] / theirs[id]).toFixed(2)} of Hugo's` : '';
  console.log(
    `${page}, ${name}: ${round(ours[id])} of at most ${round(wanted)}${ratio}${ours[id] <= wanted ? '' : '  MORE THAN ASKED FOR'}`,
  );
}

async function measure(name, command, path) {
  const server = spawn(process.execPath, command, { cwd: root });
  const url = await new Promise((found) => {
    server.stdout.on('data', (data) => {
      const address = /http:\/\/[^\s]+/.exec(String(data))?.[0];
      if (address) found(address);
    });
  });
  try {
    return { name, ...(await median(new URL(path.slice(1), url).href)) };
  } finally {
    server.kill();
  }
}

/** A folder as a plain host serves it: compressed text, pictures kept. */
async function measureFolder(name, folder, path) {
  const types = {
    '.html': 'text/html',
    '.css': 'text/css',
    '.jpg': 'image/jpeg',
    '.png': 'image/png',
    '.svg': 'image/svg+xml',
    '.webp': 'image/webp',
  };
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const file = asked.endsWith('/') ? `${asked}index.html` : asked;
    try {
      const bytes = readFileSync(join(folder, file));
      const type = types[extname(file)] ?? 'application/octet-stream';
      const text = /^text|svg/.test(type);
      response.writeHead(200, { 'Content-Type': type, ...(text && { 'Content-Encoding': 'gzip' }) });
      response.end(text ? gzipSync(bytes) : bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready()));
  try {
    return { name, ...(await median(`http://127.0.0.1:${server.address().port}${path}`)) };
  } finally {
    server.close();
  }
}

async function median(url) {
  const runs = [];
  for (let turn = 0; turn < Number(options.runs); turn++) runs.push(await lighthouse(url));
  const keys = [...METRICS.map(({ id }) => id), ...SCORES, 'bytes', 'largest'];
  const middle = (list) => list.sort((a, b) => (a > b ? 1 : -1))[Math.floor(list.length / 2)];
  return Object.fromEntries(keys.map((key) => [key, middle(runs.map((each) => each[key]))]));
}

async function lighthouse(url) {
  const { executablePath, env, args } = findBrowser();
  const own = options.lighthouse;
  const [program, first] = own ? [process.execPath, [own]] : ['npx', ['--yes', LIGHTHOUSE]];
  const flags = ['--headless', '--no-sandbox', ...args].join(' ');
  const asked = [url, '--quiet', '--output=json', '--output-path=stdout', `--chrome-flags=${flags}`];
  const child = spawn(program, [...first, ...asked], {
    cwd: home,
    env: { ...process.env, ...env, ...(executablePath && { CHROME_PATH: executablePath }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (data) => (text += data));
  await new Promise((done) => child.on('close', done));
  const { audits, categories } = JSON.parse(text);
  const values = METRICS.map(({ id }) => [id, audits[id].numericValue]);
  const scores = SCORES.map((id) => [id, Math.round((categories[id]?.score ?? 0) * 100)]);
  const failed = SCORES.flatMap((id) =>
    categories[id].auditRefs
      .filter((ref) => ref.weight > 0 && audits[ref.id].score !== null && audits[ref.id].score < 1)
      .map((ref) => ref.id),
  );
  if (failed.length > 0) console.log(`  ${url}: below 100 for ${failed.join(', ')}`);
  const largest = audits['largest-contentful-paint-element']?.details?.items?.[0]?.items?.[0]?.node?.nodeLabel ?? '';
  return {
    ...Object.fromEntries([...values, ...scores]),
    bytes: audits['total-byte-weight'].numericValue,
    largest: String(largest).slice(0, 30),
  };
}

function table(entries) {
  const head = ['page', ...METRICS.map(({ name }) => name), ...SCORES, 'kB', 'largest is'];
  const lines = entries.map((entry) => [
    entry.name,
    ...METRICS.map(({ id }) => round(entry[id])),
    ...SCORES.map((id) => String(entry[id])),
    (entry.bytes / 1000).toFixed(0),
    entry.largest,
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at].length)));
  console.log(`\n${[head, ...lines].map((line) => line.map((cell, at) => cell.padStart(widths[at])).join('  ')).join('\n')}\n`);
}

function round(value) {
  return value < 10 ? value.toFixed(3).replace(/\.?0+$/, '') || '0' : value.toFixed(0);
}

function run(program, args) {
  const { status, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

function firstArticle() {
  const { cards } = JSON.parse(readFileSync(join(site, 'data/feed/all/manifest.json'), 'utf8'));
  return `${cards[0].category}/${cards[0].slug}/`;
}
