import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { article, articles, cli, temporaryFolder, tree, writeFiles } from './run-cli.ts';

const NOW = ['--now', '2026-01-01T00:00:00Z'];

function built(options: string[] = []) {
  const folder = temporaryFolder();
  const content = writeFiles(join(folder, 'content'), articles(6));
  const out = join(folder, 'site');
  expect(cli(['build', '--content', content, '--out', out, ...NOW, ...options]).code).toBe(0);
  return { content, out, folder };
}

const compile = (content: string, out: string, ...more: string[]) =>
  cli(['compile', '--content', content, '--out', out, ...NOW, ...more]);

test('nothing is written when nothing changed', () => {
  const { content, out } = built();
  const written = () => statSync(join(out, 'data/manifest.json'), { bigint: true }).mtimeNs;
  const before = written();
  expect(compile(content, out)).toMatchObject({ code: 0, stdout: expect.stringContaining('0 files written, 0 removed') });
  expect(written()).toBe(before);
});

test('compiling gives what a build gives', () => {
  const { content, out, folder } = built();
  writeFiles(content, { 'new.md': article('new'), 'a-2.md': article('a-2', { title: 'Said otherwise' }) });
  rmSync(join(content, 'a-3.md'));
  expect(compile(content, out).code).toBe(0);
  const fresh = join(folder, 'fresh');
  cli(['build', '--content', content, '--out', fresh, ...NOW]);
  expect([...tree(out)]).toEqual([...tree(fresh)]);
});

test.each([
  ['is deleted', (path: string) => rmSync(path)],
  ['is no longer published', (path: string) => writeFileSync(path, article('a-3', { published: false }))],
  [
    'is removed',
    (path: string) => writeFileSync(path, article('a-3').replace('published: true', 'published: true\nremoved: true')),
  ],
  ['is scheduled', (path: string) => writeFileSync(path, article('a-3', { at: '2026-01-02T00:00:00Z' }))],
])('every file of an article that %s is gone, and nothing names it', (_, withdraw) => {
  const { content, out } = built(['--origin-api']);
  const hasTrace = () => [...tree(out)].filter(([path, text]) => /\ba-3\b/.test(path + text)).map(([path]) => path);
  expect(hasTrace().length).toBeGreaterThan(3);
  withdraw(join(content, 'a-3.md'));
  expect(compile(content, out).code).toBe(0);
  expect(hasTrace()).toEqual([]);
  expect(existsSync(join(out, 'science/a-3'))).toBe(false);
});

test('it keeps the base and the address that the build was made with', () => {
  const { content, out } = built(['--base', '/papers/', '--site-url', 'https://host.example/papers/']);
  writeFiles(content, { 'new.md': article('new') });
  expect(compile(content, out).code).toBe(0);
  const page = readFileSync(join(out, 'news/new/index.html'), 'utf8');
  expect(page).toContain('https://host.example/papers/news/new/');
  expect(page).toContain('data-style="/papers/assets/');
});

test('the API of a build stays; one that is asked for later comes', () => {
  const { content, out } = built();
  expect(existsSync(join(out, 'api/news/index.json'))).toBe(false);
  compile(content, out, '--origin-api');
  expect(existsSync(join(out, 'api/news/index.json'))).toBe(true);
  compile(content, out);
  expect(existsSync(join(out, 'api/news/index.json'))).toBe(true);
});

test('it refuses a folder without a build, and a build of another version of the reader', () => {
  const { content, out, folder } = built();
  const missing = compile(content, join(folder, 'none'));
  expect(missing).toMatchObject({ code: 1, stderr: expect.stringMatching(/no build.*npm run build/) });
  expect(existsSync(join(folder, '.none.builds'))).toBe(false);
  const record = join(out, 'build.json');
  writeFileSync(record, readFileSync(record, 'utf8').replace(/"shell": "\w+"/, '"shell": "another"'));
  const before = [...tree(out)];
  expect(compile(content, out)).toMatchObject({ code: 1, stderr: expect.stringMatching(/another version.*npm run build/) });
  writeFileSync(record, '{}');
  expect(compile(content, out)).toMatchObject({ code: 1, stderr: expect.stringContaining('no build') });
  writeFileSync(record, Buffer.from(before.find(([path]) => path === 'build.json')?.[1] ?? '', 'latin1'));
  expect([...tree(out)]).toEqual(before);
});

test('what does not belong into a build is taken out of it, and what was changed in it is mended', () => {
  const { content, out } = built();
  const before = [...tree(out)];
  writeFiles(out, {
    'data/.unfinished-1': 'half',
    'old/page/index.html': 'old',
    'index.html': 'changed',
    'data/topics.json': '',
  });
  expect(compile(content, out).code).toBe(0);
  expect([...tree(out)]).toEqual(before);
  expect(existsSync(join(out, 'old'))).toBe(false);
});
