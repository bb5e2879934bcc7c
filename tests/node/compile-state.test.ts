import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCompileState } from '../../src/compiler/node/compile-state.ts';
import { Random } from '../fixtures/random.ts';
import { built, compile, difference, edit, first, kept, made, retitle, wasWhole } from './changing-site.ts';
import { article, cli, tree, writeFiles } from './run-cli.ts';

test('a compile that knows nothing makes all of it, and the next one does not', () => {
  const site = built(made(30));
  edit(site, `_news/${first(site)}`, retitle);
  rmSync(site.state);
  expect(wasWhole(compile(site))).toBe(true);
  edit(site, `_news/${first(site)}`, retitle);
  expect(wasWhole(compile(site))).toBe(false);
  expect(difference(site)).toEqual([]);
});

/** Of one bit each: all of the head, which says where what lies, and many of the rest. Then what a full disk leaves. */
function* damages(state: Buffer): Generator<[place: string, bytes: Buffer]> {
  const random = new Random(3);
  const flipped = (at: number, bit: number): [string, Buffer] => {
    const damaged = Buffer.from(state);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
    return [`bit ${bit} of ${at}`, damaged];
  };
  const head = state.indexOf(10);
  for (let at = 0; at <= head; at++) for (let bit = 0; bit < 8; bit++) yield flipped(at, bit);
  for (let i = 0; i < 400; i++) yield flipped(random.between(head, state.length - 1), random.between(0, 7));
  yield flipped(state.length - 1, 0);
  for (const at of [0, 1, head, head + 1, state.length - 1]) yield [`cut at ${at}`, state.subarray(0, at)];
  for (let i = 0; i < 100; i++) yield [`cut ${i}`, state.subarray(0, random.between(0, state.length - 1))];
  for (let at = head; at < state.length; at += 512) {
    const damaged = Buffer.from(state);
    damaged.subarray(at, at + 512).fill(0);
    if (!damaged.equals(state)) yield [`nothing from ${at}`, damaged];
  }
  yield ['longer', Buffer.concat([state, Buffer.alloc(8)])];
}

test('a state with any bit of it damaged, cut off anywhere, or with a hole in it is none', () => {
  const site = built(made(30));
  const state = readFileSync(site.state);
  expect(readCompileState(site)).toBeDefined();
  const taken: string[] = [];
  let tried = 0;
  for (const [place, bytes] of damages(state)) {
    tried++;
    writeFileSync(site.state, bytes);
    if (readCompileState(site)) taken.push(place);
  }
  expect(taken).toEqual([]);
  expect(tried).toBeGreaterThan(2000);
});

test('a state that was cut off or damaged costs a whole compile and nothing else', () => {
  const site = built(made(30));
  const random = new Random(3);
  const somewhere = (state: Buffer): number => random.between(0, state.length - 1);
  const places: Record<string, (state: Buffer) => Buffer> = {
    'a bit': (state) => {
      const damaged = Buffer.from(state);
      const at = somewhere(state);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << random.between(0, 7));
      return damaged;
    },
    cut: (state) => state.subarray(0, somewhere(state)),
    'cut to nothing': () => Buffer.alloc(0),
    'other version': (state) => {
      const damaged = Buffer.from(state);
      damaged.set(Buffer.from('{"format":"tearsheet compile 0"'));
      return damaged;
    },
    nonsense: () => Buffer.from('nonsense'),
  };
  for (const [place, damage] of Object.entries(places)) {
    writeFileSync(site.state, damage(readFileSync(site.state)));
    edit(site, `_news/${first(site)}`, retitle);
    const run = compile(site);
    expect(run.code, run.stderr).toBe(0);
    expect(wasWhole(run), place).toBe(true);
    expect(difference(site), place).toEqual([]);
  }
}, 120_000);

test('articles that were kept and are cut off, damaged or gone never make a wrong page', () => {
  const site = built(made(30));
  const harms: ((bytes: Buffer) => Buffer)[] = [
    (bytes) => Buffer.alloc(bytes.length),
    (bytes) => bytes.subarray(0, bytes.length - 1),
    () => Buffer.alloc(0),
    (bytes) => Buffer.from(bytes.map((byte, at) => (at % 97 === 0 ? byte ^ 1 : byte))),
    (bytes) => Buffer.concat([bytes, Buffer.from('left by a compile that was killed')]),
  ];
  for (const [at, harm] of harms.entries()) {
    writeFileSync(site.rests, harm(readFileSync(site.rests)));
    edit(site, `_news/${first(site)}`, retitle);
    const run = compile(site);
    expect(run.code, run.stderr).toBe(0);
    expect(wasWhole(run), `damage ${at}`).toBe(at < 4);
    expect(difference(site), `damage ${at}`).toEqual([]);
  }
  rmSync(site.rests);
  edit(site, `_news/${first(site)}`, retitle);
  expect(compile(site).code).toBe(0);
  expect(difference(site)).toEqual([]);
}, 120_000);

test('the state of another content folder is not taken', () => {
  const [one, other] = [built(made(20)), built(made(20, 2))];
  writeFileSync(one.state, readFileSync(other.state));
  edit(one, `_news/${first(one)}`, retitle);
  expect(wasWhole(compile(one))).toBe(true);
  expect(difference(one)).toEqual([]);
});

test('a change that leaves size and times as they were is seen', () => {
  const site = built(made(20));
  const path = join(site.content, '_news', first(site));
  const { atime, mtime, size } = statSync(path);
  edit(site, `_news/${first(site)}`, (text) => text.replace(/^(title: ".)[a-z]/m, '$1x'));
  utimesSync(path, atime, mtime);
  expect(statSync(path).size).toBe(size);
  expect(compile(site).code).toBe(0);
  expect(difference(site)).toEqual([]);
});

test('the state holds no word of a draft', () => {
  const site = built({
    ...made(20),
    '_news/quibbledraft.md': article('quibbledraft', { published: false, title: 'Zyxwvut Plomb' }),
    '_news/later.md': article('later', { at: '2019-07-01T00:00:00Z', title: 'Grimbold Vexnar' }),
    '_news/was.md': article('was', { title: 'Krumpel Hastnog', at: '2019-01-09T00:00:00Z' }),
  });
  expect(kept(site).includes('Krumpel Hastnog')).toBe(true);
  edit(site, '_news/was.md', (text) => text.replace('published: true', 'published: false'));
  expect(wasWhole(compile(site))).toBe(false);
  const state = kept(site).toLowerCase();
  for (const word of ['quibbledraft', 'zyxwvut', 'plomb', 'grimbold', 'vexnar', 'krumpel', 'hastnog', 'was.md'])
    expect(state.includes(word), word).toBe(false);
});

test('a scheduled article comes when its time has come', () => {
  const site = built({ ...made(20), '_news/later.md': article('later', { at: '2019-07-01T00:00:00Z' }) });
  const later = ['--now', '2019-07-02T00:00:00Z'];
  const run = cli(['compile', '--content', site.content, '--out', site.out, ...later]);
  expect(wasWhole(run)).toBe(false);
  expect([...tree(site.out)].some(([path]) => path.includes('later'))).toBe(true);
  expect(difference(site, later)).toEqual([]);
});

test('a broken file is told and leaves the site as it is; mended, it is compiled', () => {
  const site = built(made(20));
  const before = [...tree(site.out)];
  const path = `_news/${first(site)}`;
  const text = readFileSync(join(site.content, path), 'utf8');
  edit(site, path, (whole) => whole.replace(/^title: .*$/m, 'title: ["'));
  expect(compile(site)).toMatchObject({ code: 1, stderr: expect.stringContaining(path) });
  expect([...tree(site.out)]).toEqual(before);
  writeFileSync(join(site.content, path), retitle(text));
  expect(wasWhole(compile(site))).toBe(false);
  expect(difference(site)).toEqual([]);
});

test('settings, rules and what the build holds are looked at too', () => {
  const site = built(made(20));
  writeFiles(site.content, { 'tearsheet.yaml': 'title: Another\n' });
  expect(wasWhole(compile(site))).toBe(true);
  expect(wasWhole(compile(site))).toBe(false);
  rmSync(join(site.out, 'data/article', readdirSync(join(site.out, 'data/article'))[3] ?? ''));
  expect(wasWhole(compile(site))).toBe(true);
  expect(difference(site)).toEqual([]);
  expect(existsSync(site.state)).toBe(true);
});

test('a file of the build that is not what its name says is not read from, but made again', () => {
  const site = built(made(20));
  const folder = join(site.out, 'data/search');
  const period = readdirSync(folder).find((name) => name !== 'manifest.json') ?? '';
  writeFileSync(join(folder, period), '{"texts":{}}');
  edit(site, `_news/${first(site)}`, retitle);
  expect(wasWhole(compile(site))).toBe(true);
  expect(difference(site)).toEqual([]);
});
