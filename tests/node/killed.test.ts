import { join } from 'node:path';
import { expect, test } from 'vitest';
import { brokenReferences } from './broken-references.ts';
import { type CountedRun, moments, runCounted } from './dying.ts';
import { article, articles, cli, temporaryFolder, tree, writeFiles } from './run-cli.ts';

const MOMENTS = 50;
const NOW = ['--now', '2026-01-01T00:00:00Z'];

/** Two states of a publication: articles come, go, change their words and their place. So few that one thread draws all pages, in the same order each time. */
function twoContents(folder: string) {
  const before = articles(40);
  const after: Record<string, string> = { ...articles(60, { excerpt: 'Told anew.' }) };
  for (let i = 1; i <= 60; i += 3) delete after[`a-${i}.md`];
  for (let i = 1; i <= 15; i++) after[`b-${i}.md`] = article(`b-${i}`, { category: 'arts', at: '2022-02-03T10:00:00Z' });
  return [writeFiles(join(folder, 'before'), before), writeFiles(join(folder, 'after'), after)] as const;
}

const run = (command: string, content: string, out: string) => cli([command, '--content', content, '--out', out, ...NOW]);

const textOf = (site: string): string => JSON.stringify([...tree(site)]);

/** What a run with each content leaves, and the changes of the disk that it makes; the first of all makes others. */
function eachOf(contents: readonly string[], work: (content: string) => CountedRun, site: string) {
  const runs = [1, 0, 1].map((which) => {
    const counted = work(contents[which] ?? '');
    expect(counted.code).toBe(0);
    return { counted, whole: textOf(site) };
  });
  const [, first, second] = runs as [(typeof runs)[0], (typeof runs)[0], (typeof runs)[0]];
  return { whole: [first.whole, second.whole], counted: [first.counted, second.counted] as const };
}

test(`build, killed at ${MOMENTS} of its changes of the disk, leaves the old or the new output, whole`, {
  timeout: 120_000,
}, () => {
  const folder = temporaryFolder();
  const contents = twoContents(folder);
  const site = join(folder, 'site');
  const build = (content: string, at = 0) => runCounted(folder, ['build', '--content', content, '--out', site, ...NOW], at);
  const { whole, counted } = eachOf(contents, build, site);
  const deaths = counted.map(({ changes, link }) => moments(MOMENTS / 2, changes, link));
  const seen = new Set<string>();
  for (let i = 0; i < MOMENTS; i++) {
    const at = deaths[i % 2]?.[i >> 1] ?? 0;
    expect(build(contents[i % 2] ?? '', at).code, `${at}`).toBeNull();
    const left = textOf(site);
    expect(whole, `${at} of ${counted[i % 2]?.changes}`).toContain(left);
    seen.add(left);
  }
  expect(seen.size).toBe(2);
  expect(build(contents[1]).code).toBe(0);
  expect(textOf(site)).toBe(whole[1]);
});

test(`compile, killed at ${MOMENTS} of its changes of the disk, never names a missing file, and the next run completes it`, {
  timeout: 120_000,
}, () => {
  const folder = temporaryFolder();
  const contents = twoContents(folder);
  const site = join(folder, 'site');
  expect(run('build', contents[1], site).code).toBe(0);
  const compile = (content: string, at = 0) => runCounted(folder, ['compile', '--content', content, '--out', site, ...NOW], at);
  const { whole, counted } = eachOf(contents, compile, site);
  expect(brokenReferences(tree(site))).toEqual([]);
  let killed = 0;
  for (const [i, at] of moments(MOMENTS, Math.min(...counted.map(({ changes }) => changes))).entries()) {
    // After a killed one there may be less to do.
    if (compile(contents[i % 2] ?? '', at).code === null) killed++;
    expect(brokenReferences(tree(site)), `${at}`).toEqual([]);
  }
  expect(killed).toBeGreaterThan(MOMENTS / 2);
  expect(run('compile', contents[1], site).code).toBe(0);
  expect(textOf(site)).toBe(whole[1]);
});

test('a build that lacks a named file is noticed', () => {
  const folder = temporaryFolder();
  const out = join(folder, 'site');
  run('build', writeFiles(join(folder, 'content'), articles(30)), out);
  const files = tree(out);
  const isNamed = (path: string) =>
    path.startsWith('data/') || new RegExp(`[" ]/${path}[" ]`).test(files.get('index.html') ?? '');
  const named = [...files.keys()].filter(isNamed);
  expect(named.length).toBeGreaterThan(60);
  // Only code names these.
  const unnamed = ['data/topics.json', 'data/providers.json', 'data/search/manifest.json'];
  for (const path of named.filter((one) => !unnamed.includes(one))) {
    const without = new Map(files);
    without.delete(path);
    expect(brokenReferences(without), path).not.toEqual([]);
  }
});
