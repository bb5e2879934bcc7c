import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page, type Request } from 'playwright';
import { findBrowser } from '../../scripts/browser.mjs';

const root = join(import.meta.dirname, '../..');

export interface BuiltSite {
  /** `http://localhost:<port>/`, with the base path. */
  url: string;
  out: string;
  close: () => void;
}

/** Builds a content folder as `npm run build` does and serves it as `npm run serve` does, on a port of its own. */
export async function builtSite(content: string, options: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), 'tearsheet-site-'));
  const out = join(folder, 'site');
  const build = spawnSync(process.execPath, ['scripts/run.mjs', 'build', '--content', content, '--out', out, ...options], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (build.status !== 0) throw new Error(`build failed:\n${build.stdout}\n${build.stderr}`);
  const server = spawn(process.execPath, ['scripts/run.mjs', 'serve', out, '--port', '0'], { cwd: root });
  const url = await addressIn(server.stdout);
  return {
    url,
    out,
    close: () => {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function addressIn(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const part of stream) {
    text += String(part);
    const address = /http:\/\/[^\s]+/.exec(text)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`The server ended without an address: ${text}`);
}

export const launchBrowser = (): Promise<Browser> => chromium.launch({ headless: true, ...findBrowser() });

/** What a visit left behind that a reader's browser should not see: console messages, page errors, requests to others. */
export interface Visit {
  page: Page;
  complaints: string[];
  requests: { url: string; bytes: number; type: string; at: number }[];
  close: () => Promise<void>;
}

export async function visit(browser: Browser, site: BuiltSite, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: Visit['requests'] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()} (${page.url()})`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message} (${page.url()})`));
  page.on('request', (request) => {
    if (
      !request
        .url()
        .replace(/^blob:/, '')
        .startsWith(new URL('/', site.url).href)
    )
      complaints.push(`request to another origin: ${request.url()}`);
  });
  page.on('requestfinished', (request) => void sizeOf(request).then((entry) => requests.push(entry)));
  return { page, complaints, requests, close: () => context.close() };
}

/** Waits until the script has taken the page over. */
export const started = (page: Page) =>
  page.waitForFunction(() =>
    Object.keys(document.getElementById('root') ?? {}).some((key) => key.startsWith('__reactContainer')),
  );

async function sizeOf(request: Request) {
  const { responseBodySize } = await request.sizes().catch(() => ({ responseBodySize: 0 }));
  return { url: request.url(), bytes: responseBodySize, type: request.resourceType(), at: Date.now() };
}
