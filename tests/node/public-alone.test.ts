import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeArticles } from '../fixtures/make-articles.ts';
import { article, articles, cli, temporaryFolder, tree, writeFiles } from './run-cli.ts';
import { draft } from './sealed-content.ts';

const NOW = ['--now', '2026-01-01T00:00:00Z'];
const JPEG = readFileSync('content/assets/pictures/ferry.jpg');
const KEY = 'pGJREEe00tDEJHM5Y9ob-82_Z9Yze1gGoYns7xBLKTo';
const reviewed = { env: { TEARSHEET_PREVIEW_REVIEWERS: KEY } };

/** What anybody may see of a build: all but what is sealed. */
const publicTree = (out: string): [string, string][] =>
  [...tree(out)].filter(([path]) => path === 'preview/index.html' || !path.startsWith('preview/'));

/** Articles that refer to each other's addresses, topics, providers and pictures. */
function publicFiles(): Record<string, string | Uint8Array> {
  const made = makeArticles({ count: 80, drafts: 0 }).map(({ path, text }) => [path, text]);
  return {
    ...articles(8),
    ...Object.fromEntries(made),
    'assets/a.jpg': JPEG,
    'tearsheet.yaml': 'title: Papers\nurl: https://p.example/\n',
  };
}

/** Drafts as the public articles, and some that try: newer, hotter, with the same title, address, name, topic, provider and picture. */
function drafts(count: number): Record<string, string> {
  const made = makeArticles({ count: 63, drafts: 1, seed: 5 }).map(({ text }, i) => [
    `_drafts/made-${i}.md`,
    text.replace(/^published: .*$/m, 'published: false'),
  ]);
  const own: [string, string][] = [
    ['a-1.md', draft('a-1', '\nimages:\n  - url: /assets/a.jpg\n    width: 800\n    height: 600')],
    [
      'hot.md',
      draft('hot', '', {
        heat: 3000,
        at: '2025-12-31T00:00:00Z',
        topics: ['Only here'],
        provider: { name: 'Only Here', domain: 'only.example' },
      }),
    ],
    ['same.md', draft('same', '', { title: 'a-2', originalUrl: 'https://harbourpost.example/a-2' })],
    ['later.md', article('later', { at: '2030-01-01T00:00:00Z' })],
    ['broken.md', draft('broken').replace('type: article', 'type: article\nimages: none')],
    ['category.md', draft('category', '', { category: 'arts' })],
    ['low.md', draft('low', '', { quality: 3 })],
  ];
  return Object.fromEntries(
    [...own.map(([path, text]): [string, string] => [`drafts/${path}`, text]), ...(made as [string, string][])].slice(0, count),
  );
}

test('the public output is the same to the byte with 0, 1, 7 or 63 drafts, with keys and without, and after deleting them', () => {
  const root = temporaryFolder();
  const content = writeFiles(join(root, 'content'), publicFiles());
  const out = join(root, 'site');
  const run = (command: string, more = {}) => cli([command, '--content', content, '--out', out, ...NOW, '--origin-api'], more);
  expect(run('build')).toMatchObject({ code: 0 });
  const alone = publicTree(out);
  expect(alone.length).toBeGreaterThan(300);
  for (const count of [1, 7, 63]) {
    writeFiles(content, drafts(count));
    expect(run('compile', count === 7 ? {} : reviewed).stdout).toContain('88 articles');
    expect(publicTree(out)).toEqual(alone);
    expect([...tree(out).keys()].some((path) => path.endsWith('.sealed'))).toBe(count !== 7);
  }
  expect(run('build', reviewed)).toMatchObject({ code: 0 });
  expect(publicTree(out)).toEqual(alone);
  for (const path of Object.keys(drafts(63))) rmSync(join(content, path));
  expect(run('compile')).toMatchObject({ code: 0, stdout: expect.stringMatching(/0 files written, \d+ removed/) });
  expect([...tree(out)]).toEqual(alone);
});

describe('faults in drafts', () => {
  const build = (files: Record<string, string>, ...options: string[]) => {
    const root = temporaryFolder();
    const content = writeFiles(join(root, 'content'), { ...articles(4), ...files });
    return cli(['build', '--content', content, '--out', join(root, 'site'), ...NOW, ...options]);
  };
  const broken = draft('not-yet-told').replace('type: article', 'type: article\nimages: none');

  test('do not fail a build, and are counted apart with their places', () => {
    const { code, stderr, stdout } = build({ 'not-yet-told.md': broken });
    expect(code).toBe(0);
    expect(stdout).toContain('4 articles');
    expect(stderr).toMatch(/^1 draft has faults, which stand in nothing's way:\n/);
    expect(stderr).toMatch(/not-yet-told\.md:9:1 {2}images: /);
  });

  test('name no file with --quiet-drafts', () => {
    const { code, stderr, stdout } = build({ 'not-yet-told.md': broken, 'b/not-yet-told.md': broken }, '--quiet-drafts');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^2 drafts have faults/);
    expect(stderr + stdout).not.toContain('not-yet');
  });

  test('nor does what may be a draft', () => {
    const unreadable = { 'secret/not-yet-told.md': '---\ntitle: [\n---\n', 'also-secret.md': 'no front matter' };
    const failed = build(unreadable, '--quiet-drafts');
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/\(a file that is not public\):3:1 /);
    const left = build({ ...articles(300), ...unreadable }, '--quiet-drafts', '--keep-going');
    expect(left.code).toBe(0);
    expect(failed.stderr + left.stderr + left.stdout).not.toMatch(/secret|not-yet/);
  });
});
