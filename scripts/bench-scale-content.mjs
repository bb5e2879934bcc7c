// Folders of made articles, what a command costs over them, and a server for what it made: for `bench-scale.mjs`.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** How often a process is asked for its memory. */
const LOOK_MS = 50;

/** The maker of articles belongs to the tests: it is bundled when it is wanted. */
export async function loadMaker(home) {
  const { build } = await import('vite');
  const outDir = join(home, 'maker');
  const rolldownOptions = { output: { entryFileNames: 'make.mjs' } };
  const ssr = 'tests/fixtures/make-articles.ts';
  await build({ root, configFile: false, publicDir: false, logLevel: 'warn', build: { ssr, outDir, rolldownOptions } });
  return (await import(pathToFileURL(join(outDir, 'make.mjs')).href)).makeArticles;
}

export function write(folder, { path, text }) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Runs a program in a process of its own. seconds: of the clock. memory: the most that it held, MB; undefined where the system does not tell. */
export async function measured(program, args) {
  const start = performance.now();
  const child = spawn(program, args, { cwd: root });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part));
  let memory;
  const timer = setInterval(() => (memory = memoryOf(child.pid) ?? memory), LOOK_MS);
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  return { code, seconds, memory, text };
}

/** As the script of `package.json` runs it. */
export const runTearsheet = (command, ...args) =>
  measured(process.execPath, [`--max-semi-space-size=${command === 'build' ? 8 : 64}`, 'scripts/run.mjs', command, ...args]);

function memoryOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return undefined;
  }
}

/** Every file of a folder by its path, with what tells whether it was written anew. */
export function stateOf(folder) {
  const state = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { mtimeMs, size, ino } = statSync(path);
    state.set(path, `${mtimeMs} ${size} ${ino}`);
  }
  return state;
}

/** How many other articles' pages link to an article. path: of its source. */
export function namingPages(out, path) {
  const own = `/${basename(path, '.md')}/`;
  const pages = readdirSync(out, { recursive: true }).filter((name) => name.endsWith('/index.html') && !LISTS.test(name));
  return pages.filter((page) => !`/${page}`.includes(own) && readFileSync(join(out, page), 'utf8').includes(own)).length;
}
/** Pages that are no article's. */
const LISTS = /^(?:\d{4}|day|preview|provider|saved|search|topic)\//;

/** The build's own record is not uploaded. */
const OWN = /[/\\]build\.json$/;

/** What somebody who uploads the change has to do: files to send, files to delete, and bytes to send, compressed. */
export function changeBetween(before, after) {
  const written = [...after].filter(([path, mark]) => before.get(path) !== mark && !OWN.test(path)).map(([path]) => path);
  const gone = [...before.keys()].filter((path) => !after.has(path));
  return { written: written.length, gone: gone.length, bytes: written.reduce((sum, path) => sum + compressedSize(path), 0) };
}

/** As hosts compress on the fly. */
export const compressedSize = (path) =>
  brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length;

/** Serves a build on a port of its own. */
export async function serveBuild(out) {
  const server = spawn(process.execPath, ['scripts/run.mjs', 'serve', out, '--port', '0'], { cwd: root });
  let text = '';
  for await (const part of server.stdout) {
    text += String(part);
    const url = /http:\/\/[^\s]+/.exec(text)?.[0];
    if (url) return { url, close: () => server.kill() };
  }
  throw new Error(`The server ended without an address: ${text}`);
}
