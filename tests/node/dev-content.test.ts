import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emitTexts } from '../../src/compiler/emit-texts.ts';
import type { Corpus } from '../../src/compiler/model.ts';
import { DevContent } from '../../src/compiler/node/dev-content.ts';
import { loadCorpus } from '../../src/compiler/node/load-corpus.ts';
import { showDrafts } from '../../src/compiler/show-drafts.ts';
import { makeArticles } from '../fixtures/make-articles.ts';
import { Random } from '../fixtures/random.ts';
import { article, articles, root, temporaryFolder, writeFiles } from './run-cli.ts';

const template = readFileSync(join(root, 'index.html'), 'utf8');

/** What a compile of the whole folder gives, with drafts below their own path. */
function whole(content: string): Map<string, string> {
  const { corpus } = loadCorpus(content, Date.now());
  const texts = (from: Corpus, prefix: string): [string, string][] =>
    emitTexts(from, { pictures: new Map(), base: '/', originApi: true, template }).map(({ path, text }) => [prefix + path, text]);
  return new Map([...texts(corpus, ''), ...texts(showDrafts(corpus), '__drafts/')]);
}

const dev = (content: string) => new DevContent({ root, content, base: '/' });

/** Paths of which development says something else than a compile of the whole folder. */
function difference(content: DevContent, wanted: ReadonlyMap<string, string>, known: Set<string>, drafts: boolean): string[] {
  for (const path of wanted.keys()) known.add(path);
  const asked = [...known].filter((path) => drafts || !path.startsWith('__drafts/'));
  return asked.filter((path) => content.text(path) !== wanted.get(path));
}

const OPERATIONS: Record<string, (folder: string, random: Random) => string[]> = {
  remove: (folder, random) => {
    const name = any(folder, random);
    rmSync(join(folder, name));
    return [name];
  },
  rename: (folder, random) => {
    const name = any(folder, random);
    renameSync(join(folder, name), join(folder, `re-${name}`));
    return [name, `re-${name}`];
  },
  retitle: (folder, random) => edit(folder, random, /^title: "/m, 'title: "Anew '),
  hold: (folder, random) => edit(folder, random, 'published: true', 'published: false'),
  publish: (folder, random) => edit(folder, random, 'published: false', 'published: true'),
  withdraw: (folder, random) => edit(folder, random, 'published: true', 'published: true\nremoved: true'),
  'no longer withdrawn': (folder, random) => edit(folder, random, 'removed: true\n', ''),
  date: (folder, random) => edit(folder, random, /^(publishedDateTime: )\d{4}-\d\d/m, `$12019-0${random.between(1, 9)}`),
  topics: (folder, random) => edit(folder, random, /^topics:\n/m, 'topics:\n  - Lamps\n'),
};

const any = (folder: string, random: Random): string =>
  random.pick(
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .toSorted(),
  );

function edit(folder: string, random: Random, from: string | RegExp, to: string): string[] {
  const name = any(folder, random);
  writeFileSync(join(folder, name), readFileSync(join(folder, name), 'utf8').replace(from, to));
  return [name];
}

test('after any change development says what a compile of the whole folder says, drafts too', async () => {
  const random = new Random(11);
  const files = makeArticles({ count: 160, seed: 3 });
  const folder = temporaryFolder();
  const spare = files.splice(140);
  for (const { path, text } of files) writeFiles(folder, { [path.replace('_news/', '')]: text });
  const content = dev(folder);
  const known = new Set<string>();
  expect((await content.update(undefined)).errors).toEqual([]);
  expect(difference(content, whole(folder), known, true)).toEqual([]);
  for (let round = 0; round < 40; round++) {
    const paths: string[] = [];
    for (let many = random.chance(0.2) ? 4 : 1; many > 0; many--) {
      const come = random.chance(0.3) ? spare.pop() : undefined;
      const path = come?.path.replace('_news/', '') ?? '';
      if (come) writeFiles(folder, { [path]: come.text });
      paths.push(...(come ? [path] : (OPERATIONS[random.pick(Object.keys(OPERATIONS))]?.(folder, random) ?? [])));
    }
    const { errors } = await content.update(random.chance(0.8) ? paths : undefined);
    expect(errors).toEqual([]);
    expect(difference(content, whole(folder), known, random.chance(0.6)), `round ${round}: ${paths.join(', ')}`).toEqual([]);
  }
}, 120_000);

test('settings and folders are taken up too; a file that was only touched is nothing new', async () => {
  const folder = writeFiles(temporaryFolder(), articles(5));
  const content = dev(folder);
  const known = new Set<string>();
  await content.update(undefined);
  writeFiles(folder, { 'tearsheet.yaml': 'title: Another name\ntopics: [Ships]\n' });
  expect(await content.update(['tearsheet.yaml'])).toMatchObject({ isChanged: true });
  expect(content.text('data/manifest.json')).toContain('Another name');
  writeFiles(folder, { 'deep/one.md': article('one'), 'deep/two.md': article('two') });
  await content.update(['deep']);
  expect(difference(content, whole(folder), known, true)).toEqual([]);
  writeFiles(folder, { 'a-1.md': readFileSync(join(folder, 'a-1.md')) });
  expect(await content.update(['a-1.md'])).toMatchObject({ isChanged: false });
  expect(await content.update(undefined)).toMatchObject({ isChanged: false });
});

test('what is wrong is told until it is mended, and until then the last good state stays', async () => {
  const folder = writeFiles(temporaryFolder(), articles(3));
  const content = dev(folder);
  await content.update(undefined);
  const before = content.text('data/manifest.json');
  writeFiles(folder, { 'bad.md': 'none', 'deep/a-1.md': article('a-1') });
  const { errors } = await content.update(undefined);
  expect(errors.map(({ path }) => path).toSorted()).toEqual(['a-1.md', 'bad.md', 'deep/a-1.md']);
  expect(content.text('data/manifest.json')).toBe(before);
  rmSync(join(folder, 'bad.md'));
  expect((await content.update(['bad.md'])).errors).toHaveLength(2);
  renameSync(join(folder, 'deep'), join(folder, '.deep'));
  expect((await content.update(undefined)).errors).toEqual([]);
  expect(difference(content, whole(folder), new Set(), true)).toEqual([]);
});
