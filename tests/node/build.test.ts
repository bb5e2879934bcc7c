import {
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { article, articles, cli, temporaryFolder, tree, writeFiles } from './run-cli.ts';

const NOW = ['--now', '2026-01-01T00:00:00Z'];

function made(count = 3) {
  const folder = temporaryFolder();
  return { content: writeFiles(join(folder, 'content'), articles(count)), out: join(folder, 'site'), folder };
}

const build = (content: string, out: string, ...more: string[]) =>
  cli(['build', '--content', content, '--out', out, ...NOW, ...more]);

test('a build is whole: pages, data, assets, headers, and a record of how it was made', () => {
  const { content, out } = made();
  expect(build(content, out)).toMatchObject({ code: 0, stderr: '', stdout: `3 articles built into ${out}\n` });
  const files = [...tree(out).keys()];
  expect(files).toEqual(expect.arrayContaining(['index.html', '404.html', '_headers', 'build.json', 'data/manifest.json']));
  expect(files).toContain('science/a-1/index.html');
  expect(files.filter((path) => path.startsWith('assets/')).length).toBeGreaterThan(3);
  expect(files.filter((path) => path.endsWith('.map'))).toEqual([]);
});

test('the same folder and time give the same bytes, in another time zone and language, from another place', () => {
  const { content, out, folder } = made(30);
  const other = join(folder, 'other');
  const [first, second] = [
    cli(['build', '--content', content, '--out', out, ...NOW], {
      env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    }),
    cli(['build', '--content', 'content', '--out', 'other', ...NOW], { cwd: folder, env: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' } }),
  ];
  expect([first.code, second.code]).toEqual([0, 0]);
  expect([...tree(out)]).toEqual([...tree(other)]);
});

test('a build for a path below a host names its files there', () => {
  const { content, out } = made();
  expect(build(content, out, '--base', '/papers/daily/', '--site-url', 'https://host.example/papers/daily').code).toBe(0);
  const files = tree(out);
  for (const page of ['index.html', 'science/a-1/index.html', '404.html']) {
    const links = [...(files.get(page) ?? '').matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, url = '']) => url);
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((url) => !url.startsWith('/papers/daily/'))).toEqual([]);
  }
  expect(files.get('_headers')).toContain('/papers/daily/assets/*');
  expect(JSON.parse(files.get('build.json') ?? '')).toMatchObject({
    base: '/papers/daily/',
    siteUrl: 'https://host.example/papers/daily/',
  });
});

test('a new build takes the place of the old one, and the one before that goes', () => {
  const { content, out, folder } = made();
  const targets = [1, 2, 3].map((i) => {
    writeFiles(content, { [`more-${i}.md`]: article(`more-${i}`) });
    expect(build(content, out).code).toBe(0);
    return readlinkSync(out);
  });
  expect(new Set(targets).size).toBe(3);
  expect(readdirSync(join(folder, '.site.builds')).sort()).toEqual(
    [...targets.slice(1).map((path) => path.split('/')[1]), 'pages', 'rests', 'state'].sort(),
  );
});

test('what killed builds left is cleared away', () => {
  const { content, out, folder } = made();
  writeFiles(join(folder, '.site.builds'), { 'new-abc/half.html': '', 'link-abc': '', lock: '999999999 1' });
  expect(build(content, out).code).toBe(0);
  expect(readdirSync(join(folder, '.site.builds')).sort()).toEqual(
    [readlinkSync(out).split('/')[1], 'pages', 'rests', 'state'].sort(),
  );
});

test('two builds into one place do not mix', () => {
  const { content, out, folder } = made();
  writeFiles(join(folder, '.site.builds'), { lock: ownLock() });
  expect(build(content, out)).toMatchObject({ code: 1, stderr: expect.stringContaining(`Another process (${process.pid})`) });
});

test('a build that was copied as a plain folder is replaced, an empty folder too', () => {
  const { content, out, folder } = made();
  expect(build(content, out).code).toBe(0);
  const copy = join(folder, 'copy');
  cpSync(out, copy, { recursive: true, dereference: true });
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  for (const place of [copy, empty]) {
    expect(build(content, place)).toMatchObject({ code: 0, stderr: '' });
    expect(lstatSync(place).isSymbolicLink()).toBe(true);
    expect([...tree(place)]).toEqual([...tree(out)]);
  }
});

test('a plain folder that was moved aside by a killed build comes back', () => {
  const { content, out, folder } = made();
  expect(build(content, out).code).toBe(0);
  const copy = join(folder, 'copy');
  mkdirSync(join(folder, '.copy.builds'));
  cpSync(out, join(folder, '.copy.builds/aside-1'), { recursive: true, dereference: true });
  writeFiles(content, { 'broken.md': 'no front matter' });
  expect(build(content, copy).code).toBe(1);
  expect(tree(copy).has('index.html')).toBe(true);
});

test('nothing of anybody else is overwritten', () => {
  const { content, folder } = made();
  const photos = writeFiles(join(folder, 'photos'), { 'a.jpg': 'x' });
  const file = join(folder, 'file');
  writeFileSync(file, 'x');
  const link = join(folder, 'link');
  symlinkSync('photos', link);
  for (const place of [photos, file, link]) {
    const { code, stderr } = build(content, place);
    expect(stderr).toContain('--out');
    expect(code).toBe(2);
  }
  expect([...tree(photos).keys()]).toEqual(['a.jpg']);
  expect(build(content, join(content, '../content')).code).toBe(2);
});

test('a build can be moved with what it links to', () => {
  const { content, folder } = made();
  const place = join(folder, 'here/site');
  mkdirSync(dirname(place));
  expect(build(content, place).code).toBe(0);
  renameSync(join(folder, 'here'), join(folder, 'there'));
  expect(tree(join(folder, 'there/site')).has('index.html')).toBe(true);
});

/** As a process that runs writes it: its number and when it started. */
function ownLock(): string {
  const stat = readFileSync('/proc/self/stat', 'latin1');
  return `${process.pid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[20]}`;
}
