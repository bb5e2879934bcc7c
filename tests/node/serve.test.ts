import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSiteServer } from '../../src/compiler/node/site-server.ts';
import { openSite } from '../../src/compiler/node/static-site.ts';
import { articles, cli, startCli, tree, writeFiles } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'tearsheet-serve-'));
const [atRoot, below] = [join(folder, 'root'), join(folder, 'below')];
const servers = { atRoot: createSiteServer(() => openSite(atRoot)), below: createSiteServer(() => openSite(below)) };

beforeAll(async () => {
  const content = writeFiles(join(folder, 'content'), articles(3));
  cli(['build', '--content', content, '--out', atRoot]);
  cli(['build', '--content', content, '--out', below, '--base', '/papers/']);
  for (const server of Object.values(servers)) await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => {
  for (const server of Object.values(servers)) server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** The path goes out as it stands: fetch would tidy it. */
async function get(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  site: keyof typeof servers = 'atRoot',
): Promise<Answer> {
  const { port } = servers[site].address() as AddressInfo;
  const sent = request({ host: '127.0.0.1', port, path, method, headers }).end();
  const [response] = await once(sent, 'response');
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) };
}

const fileNamed = (pattern: RegExp): string => `/${[...tree(atRoot).keys()].find((path) => pattern.test(path))}`;

test('a page is its folder, and a folder without its slash leads to it', async () => {
  expect((await get('/science/a-1/')).body.toString()).toContain('<title>');
  expect(await get('/science/a-1')).toMatchObject({ status: 301, headers: { location: '/science/a-1/' } });
  expect(await get('/science?from=mail')).toMatchObject({ status: 301, headers: { location: '/science/?from=mail' } });
});

test('what is not there gets the page that says so, with 404', async () => {
  for (const path of ['/nothing', '/science/none/', '/assets/', '/data/none.json', '/index.html/', `/${'x'.repeat(300)}`]) {
    const { status, body, headers } = await get(path);
    expect([path, status]).toEqual([path, 404]);
    expect(body.toString()).toContain('<!doctype html>');
    expect(headers['cache-control']).toContain('no-cache');
  }
});

test('what only the build itself needs is not served', async () => {
  expect((await get('/build.json')).status).toBe(404);
  expect((await get('/_headers')).status).toBe(404);
});

test('below a base, the root leads there and nothing else is answered', async () => {
  expect(await get('/', {}, 'GET', 'below')).toMatchObject({ status: 301, headers: { location: '/papers/' } });
  expect(await get('/papers', {}, 'GET', 'below')).toMatchObject({ status: 301, headers: { location: '/papers/' } });
  expect((await get('/papers/science/a-1/', {}, 'GET', 'below')).status).toBe(200);
  expect((await get('/science/a-1/', {}, 'GET', 'below')).status).toBe(404);
  const { headers } = await get(`/papers${fileNamed(/^assets\/.*\.woff2$/)}`, {}, 'GET', 'below');
  expect(headers['cache-control']).toContain('immutable');
});

describe('paths that try to leave the folder are refused', () => {
  test.each([
    '/../content/a-1.md',
    '/..%2fcontent/a-1.md',
    '/%2e%2e/content/a-1.md',
    '/%252e%252e/content/a-1.md',
    '/science/%5c..%5c..',
    '/science%00/',
    '/%ff',
    '//science/',
    '/science//a-1/',
    '/./science/',
    'science/',
  ])('%s', async (path) => {
    expect((await get(path)).status).toBe(400);
  });
});

test('every answer has the headers that keep the page safe', async () => {
  for (const path of ['/', '/science/a-1/', '/none', '/data/manifest.json', fileNamed(/^assets\/.*\.js$/)]) {
    const { headers } = await get(path);
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self' 'sha256-");
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'; trusted-types tearsheet");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
  }
});

test('what is named by its hash is kept for good, all else is asked for again', async () => {
  for (const pattern of [/^assets\//, /^data\/article\/a-1\..+\.json$/, /^data\/feed\/.*\/[0-9a-z]{14}\.json$/]) {
    if (![...tree(atRoot).keys()].some((path) => pattern.test(path))) continue;
    expect((await get(fileNamed(pattern))).headers['cache-control']).toContain('immutable');
  }
  for (const path of ['/', '/404.html', '/data/manifest.json', '/data/article/a-1.json', '/icon.svg']) {
    expect((await get(path)).headers['cache-control']).toContain('no-cache');
  }
});

test('text comes compressed as the client takes it', async () => {
  const path = fileNamed(/^assets\/vendor.*\.js$/);
  const plain = await get(path);
  expect(plain.headers['content-encoding']).toBeUndefined();
  const brotli = await get(path, { 'accept-encoding': 'gzip, deflate, br' });
  expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
  expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
  const gzip = await get(path, { 'accept-encoding': 'gzip, br;q=0' });
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzip.body)).toEqual(plain.body);
  const font = await get(fileNamed(/\.woff2$/), { 'accept-encoding': 'br' });
  expect(font.headers).toMatchObject({ 'content-type': 'font/woff2' });
  expect(font.headers['content-encoding']).toBeUndefined();
});

test('a client that has the file already is told so', async () => {
  const { headers } = await get('/', { 'accept-encoding': 'br' });
  const etag = String(headers['etag']);
  const again = await get('/', { 'accept-encoding': 'br', 'if-none-match': `"other", ${etag}` });
  expect(again).toMatchObject({ status: 304, headers: { etag } });
  expect(again.body.length).toBe(0);
  expect((await get('/', { 'if-none-match': etag })).status).toBe(200);
});

test('HEAD gives the headers alone, and nothing can be sent', async () => {
  const head = await get('/', {}, 'HEAD');
  expect(head.status).toBe(200);
  expect(Number(head.headers['content-length'])).toBeGreaterThan(500);
  expect(head.body.length).toBe(0);
  expect(await get('/', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});

test('types are told', async () => {
  const types = {
    '/': 'text/html',
    '/data/manifest.json': 'application/json',
    '/icon.svg': 'image/svg+xml',
    '/robots.txt': 'text/plain',
  };
  for (const [path, type] of Object.entries(types)) expect((await get(path)).headers['content-type']).toContain(type);
});

test('a new build is served without starting anew', async () => {
  const content = writeFiles(join(folder, 'later'), articles(5));
  expect((await get('/science/a-5/')).status).toBe(404);
  cli(['build', '--content', content, '--out', atRoot]);
  expect((await get('/science/a-5/')).status).toBe(200);
  expect((await get('/data/manifest.json')).body.toString()).toContain('"total":5');
});

test('the command says where it serves, and of a busy port what to do', async () => {
  const child = startCli(['serve', atRoot, '--port', '0']);
  const [text] = await once(child.stdout, 'data');
  expect(String(text)).toMatch(/http:\/\/localhost:\d+\//);
  child.kill();
  await once(child, 'exit');
  const busy = createServer().listen(0, '127.0.0.1');
  await once(busy, 'listening');
  const { port } = busy.address() as AddressInfo;
  const { code, stderr } = cli(['serve', atRoot, '--port', String(port)]);
  busy.close();
  expect(stderr).toContain(`Port ${port} is in use. End what uses it, or take another: --port ${port + 1}`);
  expect(code).toBe(1);
});
