import { spawnSync } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startDev } from './dev-client.ts';
import { article, articles, root, temporaryFolder, writeFiles } from './run-cli.ts';

test('development serves pages, data and drafts, on this machine alone', async () => {
  const content = writeFiles(temporaryFolder(), {
    ...articles(2),
    'held.md': article('held', { published: false, title: 'Not yet' }),
  });
  const { get, statusAs } = await startDev(content);
  const page = await get('/science/a-1/');
  expect(page.status).toBe(200);
  expect(page.text).toContain('/src/main.tsx');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'; script-src 'self' 'nonce-");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect((await get('/?mock=slow')).headers.get('content-security-policy')).toContain('trusted-types tearsheet default');
  expect((await get('/no/such/')).status).toBe(404);
  expect((await get('/data/none.json')).status).toBe(404);
  expect((await get('/data/manifest.json')).text).toContain('"total":2');
  expect((await get('/__drafts/data/manifest.json')).text).toContain('"total":3');
  expect((await get('/data/article/held.json')).status).toBe(404);
  expect((await get('/__drafts/data/article/held.json')).status).toBe(200);
  expect((await get('/news/held/')).status).toBe(200);
  expect(await Promise.all(['localhost', 'attacker.example'].map(statusAs))).toEqual([200, 403]);
  const worker = await get('/mockServiceWorker.js');
  expect(worker).toMatchObject({ status: 200, text: expect.stringContaining('Mock Service Worker') });
});

test('a change of content is told to the page, and a broken article leaves the last good state', async () => {
  const content = writeFiles(temporaryFolder(), articles(2));
  const { get, listen } = await startDev(content);
  const path = join(content, 'a-1.md');
  const titleOf = async (slug: string) => (await get(`/science/${slug}/`)).text;
  expect(await titleOf('a-1')).toContain('a-1');
  const page = await listen();

  writeFileSync(path, article('a-1', { category: 'science', title: 'Said otherwise' }));
  expect(await page.next()).toMatchObject({ event: 'tearsheet:content' });
  expect(await titleOf('a-1')).toContain('Said otherwise');

  writeFileSync(path, '---\ntitle: [\n---\n');
  expect(await page.next()).toMatchObject({ event: 'tearsheet:faults', data: { issues: [{ path: 'a-1.md' }] } });
  expect(await titleOf('a-1')).toContain('Said otherwise');
  const late = await listen();
  expect(await late.next()).toMatchObject({ event: 'tearsheet:faults', data: { issues: [{ path: 'a-1.md' }] } });

  writeFileSync(path, article('a-1', { category: 'science', title: 'Mended' }));
  expect(await page.next()).toMatchObject({ event: 'tearsheet:content' });
  expect(await titleOf('a-1')).toContain('Mended');

  writeFiles(content, { 'deep/new.md': article('new', { category: 'science' }) });
  expect(await page.next()).toMatchObject({ event: 'tearsheet:content' });
  expect((await get('/science/new/')).status).toBe(200);

  renameSync(path, join(content, 'renamed.md'));
  while ((await get('/science/renamed/')).status !== 200) await page.next();
  expect((await get('/science/a-1/')).status).toBe(404);

  rmSync(join(content, 'renamed.md'));
  while ((await get('/science/renamed/')).status !== 404) await page.next();
});

test('a folder that is broken from the start shows its faults, and the reader once it is mended', async () => {
  const content = writeFiles(temporaryFolder(), { 'a.md': 'no front matter' });
  const { get, listen } = await startDev(content);
  expect((await get('/')).status).toBe(200);
  const page = await listen();
  expect(await page.next()).toMatchObject({ event: 'tearsheet:faults', data: { issues: [{ path: 'a.md' }] } });
  writeFileSync(join(content, 'a.md'), article('a'));
  expect(await page.next()).toMatchObject({ event: 'tearsheet:content' });
  expect((await get('/news/a/')).status).toBe(200);
});

test('a content folder that is moved away and back is followed on', async () => {
  const folder = temporaryFolder();
  const content = writeFiles(join(folder, 'content'), articles(2));
  const { get, listen } = await startDev(content);
  expect((await get('/science/a-1/')).status).toBe(200);
  const page = await listen();
  renameSync(content, join(folder, 'away'));
  expect(await page.next()).toMatchObject({ event: 'tearsheet:faults', data: { issues: [{ path: '.' }] } });
  expect((await get('/science/a-1/')).status).toBe(200);
  renameSync(join(folder, 'away'), content);
  expect(await page.next()).toMatchObject({ event: 'tearsheet:content' });
  writeFiles(content, { 'new.md': article('new', { category: 'science' }) });
  expect(await page.next()).toMatchObject({ event: 'tearsheet:content' });
  expect((await get('/science/new/')).status).toBe(200);
});

test.each([
  ['--help', 0, /^Usage: npm run dev/],
  ['--prot=3', 2, /prot/],
  ['--port=many', 2, /--port must be a number/],
  ['extra', 2, /extra/],
])('its arguments are read before anything starts: %s', (argument, code, said) => {
  const run = spawnSync(process.execPath, ['scripts/dev.mjs', argument], { cwd: root, encoding: 'utf8' });
  expect(run.status).toBe(code);
  expect(run.stdout + run.stderr).toMatch(said);
});
