import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { built, compile, difference, type Site } from './changing-site.ts';
import { article, articles, cli, temporaryFolder, writeFiles } from './run-cli.ts';
import { startWatching } from './watch-client.ts';

const NOW = ['--now', '2019-06-01T00:00:00Z'];
const past = { at: '2018-02-03T04:05:06Z' };
const old = (count: number) => articles(count, past);
const lock = ({ folder }: Site) => join(folder, '.site.builds/lock');
const page = ({ out }: Site, path: string) => join(out, path, 'index.html');

test('articles come, change and go while it watches, and a signal ends it', async () => {
  const site = built(old(8));
  const watching = startWatching(site, NOW);
  await watching.line(/^8 articles in .*: 0 files written/);
  await watching.line(/^Watching /);

  writeFiles(site.content, { 'new.md': article('new', past) });
  await watching.line(/^new\.md: [1-9]\d* files written, \d+ removed, 9 articles/);
  expect(existsSync(page(site, 'news/new'))).toBe(true);
  expect(difference(site)).toEqual([]);

  // As editors save: a new file in the place of the old one.
  writeFileSync(join(site.content, '.new.md.part'), article('new', { ...past, title: 'Said otherwise' }));
  renameSync(join(site.content, '.new.md.part'), join(site.content, 'new.md'));
  await watching.line(/^new\.md: [1-9]/);
  expect(readFileSync(page(site, 'news/new'), 'utf8')).toContain('Said otherwise');

  writeFiles(site.content, { 'deep/er/below.md': article('below', past) });
  await watching.line(/10 articles/);
  writeFiles(site.content, { 'deep/er/other.md': article('other', past) });
  await watching.line(/^other\.md: .* 11 articles/);

  rmSync(join(site.content, 'new.md'));
  await watching.line(/^new\.md: .* 10 articles/);
  expect(existsSync(page(site, 'news/new'))).toBe(false);
  expect(difference(site)).toEqual([]);
  expect(await watching.end()).toBe(0);
  expect(existsSync(lock(site))).toBe(false);
  expect(compile(site).stdout).toContain(': 0 files written, 0 removed\n');
});

test('what is broken is told, and mended by the next change', async () => {
  const site = built(old(3));
  writeFiles(site.content, { 'a-1.md': 'no front matter' });
  const watching = startWatching(site, NOW);
  await watching.line(/a-1\.md:1:1/);
  await watching.line(/^Watching /);
  writeFiles(site.content, { 'a-1.md': article('a-1', { ...past, title: 'Mended' }) });
  await watching.line(/^a-1\.md: [1-9]/);
  writeFiles(site.content, { 'a-2.md': '---\ntitle: [\n---\n' });
  await watching.line(/a-2\.md:\d/);
  await watching.line(/^Nothing was written/);
  rmSync(join(site.content, 'a-2.md'));
  await watching.line(/^a-2\.md: .* 2 articles/);

  renameSync(site.content, join(site.folder, 'away'));
  await watching.line(/content folder is not there/);
  renameSync(join(site.folder, 'away'), site.content);
  writeFiles(site.content, { 'back.md': article('back', past) });
  await watching.line(/ 3 articles/);
  writeFiles(site.content, { 'again.md': article('again', past) });
  await watching.line(/^again\.md: .* 4 articles/);

  writeFiles(site.content, { 'tearsheet.yaml': 'title: Another name\n' });
  await watching.line(/^tearsheet\.yaml: [1-9]/);
  expect(readFileSync(page(site, ''), 'utf8')).toContain('Another name');
  expect(difference(site)).toEqual([]);
  expect(await watching.end('SIGINT')).toBe(0);
});

test('a scheduled article comes when its time has come', async () => {
  const site = built(old(3));
  const at = new Date(Math.ceil(Date.now() / 1000) * 1000 + 6000).toISOString();
  const late = { 'soon.md': article('soon', { at }), 'later.md': article('later', { at: '2999-01-01T00:00:00Z' }) };
  writeFiles(site.content, late);
  const watching = startWatching(site);
  await watching.line(/^Watching /);
  expect(existsSync(page(site, 'news/soon'))).toBe(false);
  await watching.line(/^Due: .* 4 articles/);
  expect(existsSync(page(site, 'news/soon'))).toBe(true);
  expect(existsSync(page(site, 'news/later'))).toBe(false);
  expect(difference(site, ['--now', at])).toEqual([]);
  expect(await watching.end()).toBe(0);
});

test('a folder that nobody tells of is looked through', async () => {
  const site = built(old(3));
  const watching = startWatching(site, NOW, { TEARSHEET_POLL: '0.3' });
  await watching.line(/^Watching .*by looking through it/);
  writeFiles(site.content, { 'one.md': article('one', past) });
  await watching.line(/^Found: .* 4 articles/);
  writeFiles(site.content, { 'two.md': article('two', past), 'three.md': article('three', past) });
  await watching.line(/ 6 articles/);
  expect(difference(site)).toEqual([]);
  expect(cli(['compile', '--watch'], { env: { TEARSHEET_POLL: 'often' } })).toMatchObject({ code: 2 });
});

test('while another process is at the build it waits, and goes on after it', async () => {
  const site = built(old(3));
  const watching = startWatching(site, NOW);
  await watching.line(/^Watching /);
  mkdirSync(join(site.folder, '.site.builds'), { recursive: true });
  const stat = readFileSync(`/proc/${process.pid}/stat`, 'latin1');
  writeFileSync(lock(site), `${process.pid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? ''}`);
  writeFiles(site.content, { 'one.md': article('one', past) });
  await watching.line(/^Another process/);
  rmSync(lock(site));
  await watching.line(/ 4 articles/);
  expect(watching.said().match(/Another process/g)).toHaveLength(1);
  expect(difference(site)).toEqual([]);
});

test('its list tells all that was done since the list was taken', async () => {
  const site = built(old(6));
  const list = join(site.folder, 'changes.json');
  const read = () => JSON.parse(readFileSync(list, 'utf8')) as { all: boolean; upload: string[]; remove: string[] };
  const watching = startWatching(site, [...NOW, '--changes', list]);
  await watching.line(/^Watching /);
  expect(existsSync(list)).toBe(false);
  writeFiles(site.content, { 'one.md': article('one', past) });
  await watching.line(/ 7 articles/);
  expect(read()).toMatchObject({ all: false });
  rmSync(join(site.content, 'one.md'));
  writeFiles(site.content, { 'two.md': article('two', past) });
  await watching.line(/7 articles/);
  const { upload, remove } = read();
  expect(upload.filter((path) => !existsSync(join(site.out, path)))).toEqual([]);
  expect(remove.filter((path) => existsSync(join(site.out, path)))).toEqual([]);
  expect(upload).toContain('news/two/index.html');
  expect(upload.at(-1)).toBe('data/manifest.json');
  rmSync(list);
  writeFiles(site.content, { 'three.md': article('three', past) });
  await watching.line(/8 articles/);
  expect(read().upload).toContain('news/three/index.html');
  const own = /^data\/article\/two\.\w+\.json$/;
  expect([upload, read().upload].map((paths) => paths.some((path) => own.test(path)))).toEqual([true, false]);

  rmSync(list);
  // What others did in between is in no list.
  expect(cli(['build', '--content', site.content, '--out', site.out, ...NOW]).code).toBe(0);
  writeFiles(site.content, { 'four.md': article('four', past) });
  await watching.line(/9 articles/);
  expect(read()).toMatchObject({ all: true });
});

test('without a reader of its output it goes on; without a build it does not begin', async () => {
  const site = built(old(3));
  const list = join(site.folder, 'changes.json');
  const watching = startWatching(site, [...NOW, '--changes', list]);
  await watching.line(/^Watching /);
  watching.deafen();
  for (const slug of ['one', 'two']) {
    writeFiles(site.content, { [`${slug}.md`]: article(slug, past) });
    await expect.poll(() => existsSync(list) && readFileSync(list, 'utf8'), { timeout: 30_000 }).toContain(`news/${slug}/`);
  }
  expect(await watching.end()).toBe(0);
  const none = cli(['compile', '--watch', '--content', site.content, '--out', join(temporaryFolder(), 'none')]);
  expect(none).toMatchObject({ code: 1, stderr: expect.stringMatching(/no build.*npm run build/) });
});
