import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeReviewers } from '../../src/compiler/node/reviewers-file.ts';
import { randomBytes } from '../../src/seal/derive.ts';
import { makeLinkKey } from '../../src/seal/preview-link.ts';
import { hostileServer } from '../fixtures/hostile-server.ts';
import { image, photo, place, settings, withImages } from './picture-place.ts';
import { article, startCli, tree, writeFiles } from './run-cli.ts';

const files = (out: string): string[] => [...tree(out).keys()].filter((path) => path.startsWith('img/'));

test('pictures that the publisher keeps are fetched once, and a build shows them from here alone', async () => {
  const { content, out, server, url, run } = await place();
  writeFiles(content, {
    'a-1.md': withImages('a-1', image(url('/red.jpg'))),
    'a-2.md': withImages('a-2', image(url('/other.jpg'), '')),
  });
  const before = await run('build', '--out', out);
  expect(before).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 of 1 pictures from elsewhere are not here yet. To fetch them: npm run pictures'),
  });
  expect([files(out), server.paths]).toEqual([[], []]);
  const fetched = await run('pictures');
  expect(fetched).toMatchObject({ code: 0, stdout: expect.stringContaining('Pictures: 1 fetched, 0 here already, 0 failed.') });
  const after = await run('compile', '--out', out);
  expect(after.stdout).not.toContain('not here yet');
  const sizes = files(out).map((path) => path.replace(/^.*-/, ''));
  expect(sizes.join(' ')).toBe('240.avif 240.webp 480.avif 480.webp 700.avif 700.webp');
  expect([...tree(out).values()].join('')).not.toContain('127.0.0.1');
  expect(await run('pictures')).toMatchObject({ stdout: expect.stringContaining('0 fetched, 1 here already') });
  expect(server.paths).toEqual(['/red.jpg']);
  const feed = JSON.parse(readFileSync(join(out, 'data/feed/all/manifest.json'), 'utf8'));
  const [{ image: shown }] = feed.cards.filter((card: { slug: string }) => card.slug === 'a-1');
  expect(shown).toMatchObject({ width: 700, height: 400, widths: [240, 480, 700], color: 'c33' });
  expect(shown.placeholder.length).toBeLessThanOrEqual(40);
});

test('a publisher logo and the pictures of covering stories are fetched too, those of drafts never', async () => {
  const { content, server, url, run } = await place();
  const related = `related:\n  - title: "Another"\n    webUrl: "https://other.example/a"\n    images:\n      - url: "${url('/related.jpg')}"\n        isCached: true\n`;
  const logo = `provider:\n  images:\n    - url: "${url('/logo.png')}"\n      width: 400\n      height: 400\n`;
  writeFiles(content, {
    'a-1.md': article('a-1').replace('provider:\n', `${related}\n${logo}`),
    'draft.md': withImages('draft', image(url('/red.jpg')), { published: false }),
    'later.md': withImages('later', image(url('/red.jpg')), { at: '2099-01-01T00:00:00Z' }),
  });
  expect(await run('pictures')).toMatchObject({ stdout: expect.stringContaining('2 fetched, 0 here already, 0 failed') });
  expect(server.paths.sort()).toEqual(['/logo.png', '/related.jpg']);
});

test('those of drafts are fetched when reviewers have keys, are in no public file, and their failures name nothing when asked to', async () => {
  const { content, out, server, url, run } = await place();
  writeReviewers(content, [{ name: 'Ada', key: makeLinkKey(randomBytes) }]);
  writeFiles(content, {
    'not-yet.md': withImages('not-yet', image(url('/red.jpg')), { published: false }),
    'not-ever.md': withImages('not-ever', image(url('/none.jpg')), { published: false }),
  });
  const fetched = await run('pictures', '--quiet-drafts');
  expect(fetched.stdout).toMatch(/\(a draft\) {2}\(a picture\): not told[^]*1 fetched, 0 here already, 1 failed/);
  expect(fetched.stdout + fetched.stderr).not.toMatch(/not-ever|none\.jpg/);
  expect(server.paths.sort()).toEqual(['/none.jpg', '/red.jpg']);
  expect(await run('build', '--out', out, '--quiet-drafts')).toMatchObject({ code: 0, stderr: '' });
  expect(files(out)).toEqual([]);
  expect([...tree(out)].filter(([path]) => path.endsWith('.sealed')).map(([, bytes]) => bytes.length)).toContain(262_144);
});

test('a picture that fails is a line, is tried at the next run, and then not until a day has gone', async () => {
  const { content, server, url, run } = await place();
  writeFiles(content, { 'a-1.md': withImages('a-1', image(url('/none.jpg'))) });
  const at = (time: string) => run('pictures', '--now', time);
  const failed = `a-1.md  ${url('/none.jpg')}: The host answers 404.`;
  expect(await at('2030-01-01T00:00:00Z')).toMatchObject({ code: 0, stdout: expect.stringContaining(failed) });
  expect(await at('2030-01-01T01:00:00Z')).toMatchObject({ stdout: expect.stringContaining('1 failed.') });
  expect(await at('2030-01-01T02:00:00Z')).toMatchObject({
    stdout: expect.stringContaining('1 failed before and are not tried yet'),
  });
  expect(await at('2030-01-02T03:00:00Z')).toMatchObject({ stdout: expect.stringContaining('1 failed.') });
  expect(await at('2030-01-03T04:00:00Z')).toMatchObject({ stdout: expect.stringContaining('not tried yet') });
  expect(server.paths).toHaveLength(3);
});

test('after a week it is asked whether a picture changed, and one that is gone there stays here', async () => {
  const { content, out, server, url, run } = await place();
  writeFiles(content, { 'a-1.md': withImages('a-1', image(url('/red.jpg'))) });
  await run('pictures', '--now', '2030-01-01T00:00:00Z');
  expect(await run('pictures', '--now', '2030-01-09T00:00:00Z')).toMatchObject({
    stdout: expect.stringContaining('1 not changed'),
  });
  server.close();
  expect(await run('pictures', '--now', '2030-01-20T00:00:00Z')).toMatchObject({
    stdout: expect.stringContaining('takes no connection'),
  });
  await run('build', '--out', out, '--now', '2030-01-20T00:00:00Z');
  expect(files(out)).toHaveLength(6);
});

test('an entry of the cache that was damaged counts as missing, and is fetched anew', async () => {
  const { content, cache, server, url, run } = await place();
  writeFiles(content, { 'a-1.md': withImages('a-1', image(url('/red.jpg'))) });
  await run('pictures');
  const damage = (entries: string[]) => {
    for (const path of entries) {
      const bytes = readFileSync(path);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 255;
      writeFileSync(path, bytes);
    }
  };
  const entries = () =>
    readdirSync(cache, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  expect(entries()).toHaveLength(2);
  damage(entries().filter((path) => !path.includes('/remote/')));
  expect(await run('pictures')).toMatchObject({ stdout: expect.stringContaining('1 fetched') });
  damage(entries());
  expect(await run('pictures')).toMatchObject({ stdout: expect.stringContaining('1 fetched') });
  expect(await run('pictures')).toMatchObject({ stdout: expect.stringContaining('0 fetched, 1 here already') });
  expect(server.paths).toHaveLength(3);
});

test('the pictures of a run that was killed are there at the next', async () => {
  const { content, cache, server, url, run } = await place();
  const hang = await hostileServer(new Map([['/hang.jpg', () => undefined]]));
  onTestFinished(hang.close);
  writeFiles(content, {
    'tearsheet.yaml': `images:\n  effort: 0\n  hosts: ["127.0.0.1:${server.port}", "127.0.0.1:${hang.port}"]\n`,
    'a-1.md': withImages('a-1', image(url('/red.jpg'))),
    'a-2.md': withImages('a-2', image(`http://127.0.0.1:${hang.port}/hang.jpg`)),
  });
  const child = startCli(['pictures', '--content', content], { env: { TEARSHEET_PICTURES: cache } });
  const records = (): number => {
    try {
      return readdirSync(join(cache, 'remote'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
    } catch {
      return 0;
    }
  };
  await expect.poll(records, { timeout: 15_000, interval: 20 }).toBe(1);
  child.kill('SIGKILL');
  await new Promise((done) => child.on('close', done));
  writeFiles(content, { 'a-2.md': article('a-2') });
  expect(await run('pictures')).toMatchObject({ stdout: expect.stringContaining('0 fetched, 1 here already') });
});

test('a mirror is asked in place of every host', async () => {
  const { content, server, run } = await place();
  const png = await photo('#06c');
  const mirror = await hostileServer(
    new Map([['/get/https%3A%2F%2Fpictures.example%2Fa.jpg%3Fw%3D1', (_, response) => void response.end(png)]]),
  );
  onTestFinished(mirror.close);
  writeFiles(content, {
    'tearsheet.yaml': settings({ ...server, port: mirror.port }, `  mirror: "http://127.0.0.1:${mirror.port}/get/{url}"\n`),
    'a-1.md': withImages('a-1', image('https://pictures.example/a.jpg?w=1')),
  });
  expect(await run('pictures')).toMatchObject({ stdout: expect.stringContaining('1 fetched') });
});

test('pictures that are not copied are linked to where the publication says so', async () => {
  const { content, out, url, run } = await place();
  const images = image(url('/red.jpg'), '') + image('https://pictures.example/b.jpg', '    isCached: false\n');
  writeFiles(content, { 'a-1.md': withImages('a-1', images) });
  const articleText = () => [...tree(out)].find(([path]) => /^data\/article\/a-1\.[0-9a-z]{14}\.json$/.test(path))?.[1] ?? '';
  await run('build', '--out', out);
  expect(articleText()).not.toContain('pictures.example');
  writeFileSync(join(content, 'tearsheet.yaml'), 'images:\n  remote: link\n');
  await run('compile', '--out', out);
  expect(JSON.parse(articleText()).pictureLinks).toEqual([url('/red.jpg'), 'https://pictures.example/b.jpg']);
});
