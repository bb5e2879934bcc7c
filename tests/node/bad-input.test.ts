import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/compiler/node/load-corpus.ts';
import { article, articles, cli, temporaryFolder, writeFiles } from './run-cli.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const SECRET = 'Unseen words of a draft';

/** What is said about a folder: `path message`. */
function said(folder: string): string[] {
  return loadCorpus(folder, NOW)
    .issues.filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => `${path} ${message}`);
}

const folderWith = (files: Record<string, string | Uint8Array>): string =>
  writeFiles(temporaryFolder(), { ...articles(1), ...files });

describe('each bad input has its sentence', () => {
  test('two files with one slug', () => {
    const folder = folderWith({ 'one/same.md': article('same'), 'two/same.md': article('same') });
    expect(said(folder).join('\n')).toMatch(/(one|two)\/same\.md .*(one|two)\/same\.md/);
  });

  test('a file that cannot be read', () => {
    const folder = folderWith({});
    symlinkSync('nowhere.md', join(folder, 'dangling.md'));
    expect(said(folder)).toEqual(['dangling.md The link cannot be followed (ENOENT). Remove or mend it.']);
  });

  test('a file that is no UTF-8', () => {
    const folder = folderWith({ 'latin.md': Buffer.from(article('latin', { title: 'Caf\xe9' }), 'latin1') });
    expect(said(folder)).toEqual([expect.stringMatching(/^latin\.md .*UTF-8/)]);
  });

  test('a file over 1 MiB', () => {
    const folder = folderWith({ 'long.md': article('long', { body: 'word '.repeat(220_000) }) });
    expect(said(folder)).toEqual(['long.md The file is over 1 MiB, too large for an article. Shorten it or keep it elsewhere.']);
  });

  test('aliases that would grow to fill the memory', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++)
      lines.push(
        `k${i}: &k${i} [${Array(9)
          .fill(i === 1 ? '*a' : `*k${i - 1}`)
          .join(', ')}]`,
      );
    const folder = folderWith({ 'bomb.md': article('bomb').replace('---\n', `---\n${lines.join('\n')}\n`) });
    expect(said(folder).join('\n')).toMatch(/^bomb\.md .*alias/im);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('a key named %s changes no object and is spoken of', (key) => {
    const folder = folderWith({ 'odd.md': article('odd').replace('---\n', `---\n${key}:\n  polluted: true\n`) });
    const { issues } = loadCorpus(folder, NOW);
    expect(issues.filter(({ path }) => path === 'odd.md')).not.toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('a name of 255 bytes', () => {
    const folder = folderWith({ [`${'x'.repeat(252)}.md`]: article('x') });
    expect(said(folder)).toEqual([expect.stringMatching(/^x+\.md .*(name|slug).*(short|long|bytes)/i)]);
  });

  test('a name that is no UTF-8', () => {
    const folder = folderWith({});
    const name = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.md')]);
    writeFileSync(name, article('cafe'));
    expect(said(folder)).toEqual(['caf\uFFFD.md The name is not UTF-8. Rename it.']);
  });

  test('links that lead in a circle', () => {
    const folder = folderWith({ 'deep/er/a.md': article('a') });
    symlinkSync('..', join(folder, 'deep/er/up'));
    symlinkSync('self.md', join(folder, 'self.md'));
    expect(said(folder)).toEqual([
      'deep/er/up This link leads back to a folder that it lies in. Remove the link.',
      'self.md The link cannot be followed (ELOOP). Remove or mend it.',
    ]);
  });

  test('a link that leads out of the folder', () => {
    const outside = writeFiles(temporaryFolder(), { 'secret.md': article('secret') });
    const folder = folderWith({});
    symlinkSync(join(outside, 'secret.md'), join(folder, 'secret.md'));
    symlinkSync(outside, join(folder, 'all'));
    const message = 'This link leads out of the content folder and is not followed. Copy what it names to here.';
    expect(said(folder)).toEqual([`all ${message}`, `secret.md ${message}`]);
  });

  test('an empty folder', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'drawer'));
    expect(said(folder)).toEqual([expect.stringContaining('There are no articles in this folder.')]);
  });

  test('a folder that is not there', () => {
    const folder = join(temporaryFolder(), 'none');
    expect(said(folder)).toEqual([expect.stringContaining('The content folder is not there.')]);
  });

  test('a folder that is a file', () => {
    const folder = folderWith({});
    expect(said(join(folder, 'a-1.md'))).toEqual([expect.stringContaining('The content folder is a file.')]);
  });
});

test('links inside the folder are followed, and dot folders are left alone', () => {
  const folder = folderWith({
    'real/a.md': article('a'),
    '.git/b.md': 'no article',
    '_data/c.md': 'no article',
    'README.md': 'no article',
  });
  symlinkSync('real/a.md', join(folder, 'linked.md'));
  expect(loadCorpus(folder, NOW).issues).toEqual([]);
  expect(
    loadCorpus(folder, NOW)
      .corpus.articles.map(({ slug }) => slug)
      .sort(),
  ).toEqual(['a', 'a-1', 'linked']);
});

test('every fault of every file comes in one run, as path:line:column, and the build before it stays', () => {
  const folder = folderWith({});
  const out = join(temporaryFolder(), 'site');
  expect(cli(['build', '--content', folder, '--out', out]).code).toBe(0);
  writeFiles(folder, {
    'b.md': article('b', { title: SECRET, published: false }).replace('published: false', 'published: maybe'),
    'c.md': article('c').replace('type: article', 'type: opera\nheat: hot'),
  });
  const { code, stderr } = cli(['build', '--content', folder, '--out', out]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^ {2}b\.md:\d+:\d+ {2}published: /m);
  expect(stderr).toMatch(/^ {2}c\.md:\d+:\d+ {2}heat: /m);
  expect(stderr).not.toContain(SECRET);
  expect(cli(['compile', '--content', folder, '--out', out]).code).toBe(1);
  expect(loadCorpus(folder, NOW).articleCount).toBe(3);
});

test('a build tells forty warnings and how many more there are; validate tells all', () => {
  const folder = folderWith({});
  for (let i = 0; i < 60; i++)
    writeFiles(folder, {
      [`w-${i}.md`]: article(`w-${i}`).replace('type: article', `type: article\nimages:\n  - url: /assets/nowhere-${i}.jpg`),
    });
  const { code, stderr } = cli(['build', '--content', folder, '--out', join(temporaryFolder(), 'site')]);
  expect(code).toBe(0);
  expect(stderr.match(/nowhere-\d+\.jpg/g)).toHaveLength(40);
  expect(stderr).toContain('and 20 more, which `npm run validate` shows.');
  expect(cli(['validate', '--content', folder]).stdout.match(/nowhere-\d+\.jpg/g)).toHaveLength(60);
});

describe('--keep-going', () => {
  const build = (folder: string) => cli(['build', '--keep-going', '--content', folder, '--out', join(temporaryFolder(), 'site')]);

  test('leaves bad files out and lists them', () => {
    const folder = writeFiles(temporaryFolder(), { ...articles(120), 'broken.md': '---\ntitle: [\n---\n' });
    const { code, stderr, stdout } = build(folder);
    expect(stderr).toMatch(/Left out: 1 of 121 files.\n {2}broken\.md\n/);
    expect(stdout).toContain('120 articles');
    expect(code).toBe(0);
  });

  test('fails all the same when more than 1 % would be missing', () => {
    const folder = writeFiles(temporaryFolder(), { ...articles(120), 'b.md': '---\ntitle: [\n---\n', 'c.md': 'no front matter' });
    expect(build(folder)).toMatchObject({ code: 1, stderr: expect.stringContaining('more than 1 %') });
  });

  test('fails when the settings are wrong, for they cannot be left out', () => {
    const folder = writeFiles(temporaryFolder(), { ...articles(120), 'tearsheet.yaml': 'timeZone: Moon/Base\n' });
    expect(build(folder)).toMatchObject({ code: 1, stderr: expect.stringContaining('tearsheet.yaml:1:') });
  });
});

test('--keep-going does not go on without settings that are there and cannot be read, nor without a whole folder', () => {
  const folder = writeFiles(temporaryFolder(), articles(120));
  symlinkSync('/', join(folder, 'elsewhere'));
  expect(loadCorpus(folder, NOW).skipped).toEqual([]);
  expect(cli(['build', '--keep-going', '--content', folder, '--out', join(temporaryFolder(), 'site')])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('not what these errors are about'),
  });
});

test('the same folder gives the same issues in whatever order its files were made', () => {
  const files = { 'x.md': 'no', 'b/y.md': 'no', 'a.md': 'no' };
  const one = writeFiles(temporaryFolder(), files);
  const two = writeFiles(temporaryFolder(), Object.fromEntries(Object.entries(files).reverse()));
  renameSync(join(two, 'a.md'), join(two, 'z.md'));
  renameSync(join(two, 'z.md'), join(two, 'a.md'));
  expect(loadCorpus(one, NOW).issues).toEqual(loadCorpus(two, NOW).issues);
});
