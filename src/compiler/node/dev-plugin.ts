import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { join, resolve, sep } from 'node:path';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import { openPolicy } from './csp.ts';
import type { DevContent } from './dev-content.ts';
import { DRAFTS } from './dev-paths.ts';
import { developmentPolicy, withMockWorker } from './dev-policy.ts';
import { type LiveContent, watchContent } from './dev-watch.ts';
import { mediaType } from './media-type.ts';

const WORKER = 'mockServiceWorker.js';
const NOT_FOUND = '404.html';

/** `npm run dev`: pages, data and pictures from memory, compiled from the content folder and kept up to date. */
export function tearsheetDev(): Plugin {
  const nonce = randomBytes(16).toString('base64url');
  return {
    name: 'tearsheet-dev',
    apply: 'serve',
    config: ({ root = process.cwd() }) => ({
      html: { cspNonce: nonce },
      server: { watch: { ignored: ['**/.cache/**', '**/dist/**', '**/.*.builds/**', isIn(contentFolder(root), root)] } },
    }),
    configureServer(server) {
      const { root, base } = server.config;
      const content = contentFolder(root);
      const live = watchContent(server, { root, content, base });
      server.middlewares.use(serveFiles(live, base));
      return () => server.middlewares.use(servePages(server, live, nonce));
    },
  };
}

const contentFolder = (root: string): string => resolve(process.env['TEARSHEET_CONTENT'] || join(root, 'content'));

/** Of the content folder's files Vite need not know; a folder that the project itself lies in it has to watch. */
const isIn =
  (folder: string, root: string) =>
  (path: string): boolean =>
    !`${root}${sep}`.startsWith(`${folder}${sep}`) && resolve(path).startsWith(`${folder}${sep}`);

/** Before Vite's own: what a build has below data/, img/ and api/, and the mock worker out of its package. */
function serveFiles(live: LiveContent, base: string): Connect.NextHandleFunction {
  return async (request, response, next) => {
    const path = pathOf(request.url, base);
    if (path === WORKER) {
      const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
      return send(response, 200, 'text/javascript', readFileSync(worker));
    }
    if (path === undefined || !/^((__drafts\/)?(data|img|api)\/|manifest\.webmanifest$)/.test(path)) return next();
    const body = await made(() => fileAt(live, path), next);
    if (body === FAILED) return undefined;
    if (body === undefined) return send(response, 404, 'text/plain', 'Not found\n');
    return send(response, 200, mediaType(path), body);
  };
}

async function fileAt(live: LiveContent, path: string): Promise<string | Uint8Array | undefined> {
  const content = await live.current();
  return content?.text(path) ?? content?.picture(path.replace(DRAFTS, ''))?.read();
}

const FAILED = Symbol('failed');

/** What of a site nobody asked for before is made when somebody does: a fault of the compiler is told by Vite then. */
async function made<T>(make: () => Promise<T>, next: Connect.NextFunction): Promise<T | typeof FAILED> {
  try {
    return await make();
  } catch (error) {
    next(error);
    return FAILED;
  }
}

/** After Vite's own, with its base taken away: any other address is a page. */
function servePages(server: ViteDevServer, live: LiveContent, nonce: string): Connect.NextHandleFunction {
  return async (request, response, next) => {
    if (!request.headers.accept?.includes('text/html')) return next();
    const content = await live.current();
    const url = request.originalUrl ?? request.url ?? '/';
    const template = join(server.config.root, 'index.html');
    const page = await made(async () => pageFor(content, pathOf(request.url, '/') ?? '', template), next);
    if (page === FAILED) return undefined;
    const { status, html } = page;
    const policy = openPolicy(developmentPolicy(nonce), content?.engine);
    const mock = /[?&]mock=/.test(url);
    response.setHeader('Content-Security-Policy', mock ? withMockWorker(policy) : policy);
    send(response, status, 'text/html', await server.transformIndexHtml(url, mock ? withoutPreloads(html) : html));
  };
}

/** What the page would load ahead is the real site's, and would be taken for the pretend one's. */
const withoutPreloads = (html: string): string => html.replace(/<link rel="preload" as="fetch"[^>]*>/g, '');

/** While no content has ever been good there is still the reader, to show the faults. */
function pageFor(content: DevContent | undefined, path: string, template: string): { status: number; html: string } {
  const page = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const html = content?.text(page) ?? content?.text(DRAFTS + page);
  if (html !== undefined) return { status: 200, html };
  const missing = content?.text(NOT_FOUND) ?? readFileSync(template, 'utf8').replace('tearsheet:lang', 'en');
  return { status: content ? 404 : 200, html: missing };
}

/** Below the base, decoded, without query. Undefined when it lies elsewhere or is no proper path. */
function pathOf(url: string | undefined, base: string): string | undefined {
  const path = (url ?? '').replace(/[?#].*$/s, '');
  if (!path.startsWith(base)) return undefined;
  try {
    return decodeURIComponent(path.slice(base.length));
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, {
    'Content-Type': type.includes('charset') || type.startsWith('image') ? type : `${type}; charset=utf-8`,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(body);
}
