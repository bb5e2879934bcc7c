import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Random } from '../fixtures/random.ts';
import { brokenReferences } from './broken-references.ts';
import { buildWarm, built, compile, difference, edit, first, made, NOW, retitle, type Site, wasWhole } from './changing-site.ts';
import { article, cli, temporaryFolder, tree, writeFiles } from './run-cli.ts';

const OPERATIONS: Record<string, (site: Site, random: Random, spare: [string, string][]) => void> = {
  add: ({ content }, _, spare) => {
    const [path, text] = spare.pop() ?? ['_news/one.md', article('one')];
    writeFiles(content, { [path]: text });
  },
  remove: (site, random) => rmSync(join(site.content, '_news', any(site, random))),
  retitle: (site, random) => edit(site, `_news/${any(site, random)}`, retitle),
  rename: (site, random) => {
    const name = any(site, random);
    renameSync(join(site.content, '_news', name), join(site.content, '_news', `re-${name}`));
  },
  publish: (site, random) =>
    edit(site, `_news/${any(site, random)}`, (text) => text.replace('published: false', 'published: true')),
  hold: (site, random) => edit(site, `_news/${any(site, random)}`, (text) => text.replace('published: true', 'published: false')),
  withdraw: (site, random) =>
    edit(site, `_news/${any(site, random)}`, (text) => text.replace('published: true', 'published: true\nremoved: true')),
  date: (site, random) =>
    edit(site, `_news/${any(site, random)}`, (text) =>
      text.replace(
        /^publishedDateTime: .*$/m,
        `publishedDateTime: 2019-0${random.between(1, 7)}-1${random.between(0, 9)}T08:00:00Z`,
      ),
    ),
  topics: (site, random) =>
    edit(site, `_news/${any(site, random)}`, (text) => text.replace(/^topics:\n/m, 'topics:\n  - Lamps\n')),
  section: (site, random) =>
    edit(site, `_news/${any(site, random)}`, (text) => text.replace(/^category: .*$/m, 'category: science')),
};

const any = ({ content }: Site, random: Random): string => random.pick(readdirSync(join(content, '_news')).toSorted());

test('after any change of the folder a compile leaves what a build makes', () => {
  const random = new Random(7);
  const files = Object.entries(made(230));
  const spare = files.splice(200);
  const site = built(Object.fromEntries(files));
  let whole = 0;
  for (let round = 0; round < 12; round++) {
    const names = Array.from({ length: random.chance(0.3) ? 3 : 1 }, () => random.pick(Object.keys(OPERATIONS)));
    for (const name of names) OPERATIONS[name]?.(site, random, spare);
    const run = compile(site);
    expect(run.code, run.stderr).toBe(0);
    if (wasWhole(run)) whole++;
    expect(difference(site), `round ${round}: ${names.join(', ')}`).toEqual([]);
  }
  expect(whole).toBeLessThan(4);
}, 300_000);

test('replaying what a compile tells onto a copy of the old build gives the new one, with nothing missing on the way', () => {
  const site = built(made(60));
  const [copy, list] = [tree(site.out), join(site.folder, 'changes.json')];
  const files = Object.entries(made(62)).slice(-2);
  for (const change of [
    () => writeFiles(site.content, Object.fromEntries(files)),
    () => edit(site, `_news/${first(site)}`, retitle),
    () => rmSync(join(site.content, '_news', first(site))),
  ]) {
    change();
    expect(compile(site, '--changes', list).code).toBe(0);
    const { format, all, upload, remove } = JSON.parse(readFileSync(list, 'utf8'));
    expect({ format, all }).toEqual({ format: 1, all: false });
    expect(upload.at(-1)).toBe(upload.includes('data/manifest.json') ? 'data/manifest.json' : upload.at(-1));
    const after = tree(site.out);
    expect(upload.filter((path: string) => copy.get(path) === after.get(path))).toEqual([]);
    for (const path of upload) {
      const text = after.get(path);
      if (text === undefined) throw new Error(`${path} is to be uploaded and is not there`);
      copy.set(path, text);
      expect(brokenReferences(copy), path).toEqual([]);
    }
    for (const path of remove) {
      expect(copy.delete(path), path).toBe(true);
      expect(brokenReferences(copy), path).toEqual([]);
    }
    expect(copy).toEqual(after);
  }
});

test('with --keep-going a file that is left out is told of each time, and does not have all of it made', () => {
  const bad = '---\ntitle: [\n---\n';
  const site = built(made(230));
  const going = (...options: string[]) => compile(site, '--keep-going', ...options);
  writeFiles(site.content, { '_news/faulty.md': bad });
  expect(compile(site)).toMatchObject({ code: 1, stderr: expect.stringContaining('_news/faulty.md:3:') });
  for (const change of [
    () => undefined,
    () => edit(site, `_news/${first(site)}`, retitle),
    () => writeFiles(site.content, { [`_news/${first(site)}`]: bad }),
    () => rmSync(join(site.content, '_news', first(site))),
  ]) {
    change();
    const run = going();
    expect(run.stderr).toContain('_news/faulty.md\n');
    expect([run.code, wasWhole(run)]).toEqual([0, false]);
    expect(difference(site, [...NOW, '--keep-going'])).toEqual([]);
  }
  writeFiles(site.content, { '_news/other.md': bad, '_news/third.md': bad });
  expect(going()).toMatchObject({ code: 1, stderr: expect.stringContaining('more than 1 %') });
  writeFiles(site.content, {
    '_news/other.md': article('other'),
    '_news/third.md': article('third'),
    '_news/faulty.md': article('faulty'),
  });
  const mended = compile(site);
  expect([mended.code, wasWhole(mended), mended.stderr]).toEqual([0, false, '']);
  expect(difference(site)).toEqual([]);
});

test('a provider that comes into a long list, or leaves it, changes the parts of its letter', () => {
  const from = (i: number): [string, string] => {
    const provider = { name: `${'ABCDEFGHIJ'.charAt(i % 10)} Gazette ${i}`, domain: `p${i}.example` };
    return [`_news/of-${i}.md`, article(`of-${i}`, { at: new Date(Date.UTC(2019, 0, 1, i)).toISOString(), provider })];
  };
  const site = built(Object.fromEntries(Array.from({ length: 420 }, (_, i) => from(i))));
  const parts = () => [...tree(site.out)].filter(([path]) => path.startsWith('data/list/provider/'));
  expect(parts()).toHaveLength(10);
  for (const change of [
    () => writeFiles(site.content, Object.fromEntries([from(421)])),
    () => rmSync(join(site.content, '_news/of-421.md')),
    () => rmSync(join(site.content, '_news/of-0.md')),
  ]) {
    const before = new Map(parts());
    change();
    const run = compile(site);
    expect([run.code, wasWhole(run)]).toEqual([0, false]);
    expect(parts().filter(([path, text]) => before.get(path) !== text)).toHaveLength(1);
    expect(brokenReferences(tree(site.out))).toEqual([]);
    expect(difference(site)).toEqual([]);
  }
});

test('a compile after a killed one says that its list is not enough', () => {
  const site = built(made(20));
  rmSync(join(site.folder, '.site.builds/pages'));
  rmSync(site.state);
  const list = join(site.folder, 'changes.json');
  expect(compile(site, '--changes', list).code).toBe(0);
  expect(JSON.parse(readFileSync(list, 'utf8'))).toMatchObject({ all: true });
});

test.skipIf(!process.env['TEARSHEET_CORPUS'])(
  'real articles are told otherwise, go and come back',
  () => {
    const folder = temporaryFolder();
    const content = join(folder, 'content');
    cpSync(join(process.env['TEARSHEET_CORPUS'] ?? '', 'diablo4'), content, { recursive: true });
    const now = ['--now', '2030-01-01T00:00:00Z'];
    const builds = join(folder, '.site.builds');
    const site = { content, out: join(folder, 'site'), state: join(builds, 'state'), rests: join(builds, 'rests'), folder };
    expect(buildWarm(content, site.out, now).code).toBe(0);
    const files = [...tree(content).keys()].filter((path) => path.endsWith('.md')).toSorted();
    const [one = '', other = ''] = [files[Math.floor(files.length / 3)], files.at(-2)];
    const kept = readFileSync(join(content, other));
    for (const change of [
      () => edit(site, one, (text) => text.replace(/^title: (["']?)/m, 'title: $1Anew ')),
      () => rmSync(join(content, other)),
      () => writeFileSync(join(content, other), kept),
    ]) {
      change();
      expect(cli(['compile', '--content', content, '--out', site.out, ...now])).toMatchObject({ code: 0 });
      expect(difference(site, now)).toEqual([]);
    }
  },
  120_000,
);

test('a newest article with three topics changes 24 files at most', () => {
  const topics = ['Oceans', 'Rivers', 'Lakes'];
  const at = (hour: number): string => new Date(Date.UTC(2019, 0, 1, hour)).toISOString();
  const older = Array.from({ length: 130 }, (_, hour) => [`_news/a-${hour}.md`, article(`a-${hour}`, { at: at(hour), topics })]);
  const site = built(Object.fromEntries(older));
  const list = join(site.folder, 'changes.json');
  const counts = ['one', 'two', 'three', 'four'].map((slug, hour) => {
    writeFiles(site.content, { [`_news/${slug}.md`]: article(slug, { at: at(131 + hour), topics }) });
    const run = compile(site, '--changes', list);
    expect(wasWhole(run)).toBe(false);
    const { upload } = JSON.parse(readFileSync(list, 'utf8')) as { upload: string[] };
    return upload.length;
  });
  // The day's first changes the year too, and now and then a feed's part closes.
  expect(Math.max(...counts)).toBeLessThanOrEqual(24);
  expect(difference(site)).toEqual([]);
});
