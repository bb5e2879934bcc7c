import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { brokenReferences } from './broken-references.ts';
import { article, articles, cli, startCli, temporaryFolder, tree, writeFiles } from './run-cli.ts';

const MOMENTS = 50;
const NOW = ['--now', '2026-01-01T00:00:00Z'];

/** Two states of a publication: articles come, go, change their words and their place. */
function twoContents(folder: string) {
  const before = articles(100);
  const after: Record<string, string> = { ...articles(150, { excerpt: 'Told anew.' }) };
  for (let i = 1; i <= 150; i += 3) delete after[`a-${i}.md`];
  for (let i = 1; i <= 40; i++) after[`b-${i}.md`] = article(`b-${i}`, { category: 'arts', at: '2022-02-03T10:00:00Z' });
  return [writeFiles(join(folder, 'before'), before), writeFiles(join(folder, 'after'), after)] as const;
}

const run = (command: string, content: string, out: string) => cli([command, '--content', content, '--out', out, ...NOW]);

/** How long one run takes, in ms, from its start to its end. */
function durationOf(work: () => { code: number | null }): number {
  const started = performance.now();
  expect(work().code).toBe(0);
  return performance.now() - started;
}

/** Starts a command and kills it after a while. Tells whether it was still running. */
async function killedAfter(delay: number, args: string[]): Promise<boolean> {
  const child = startCli(args);
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), delay);
  const [, signal] = await ended;
  clearTimeout(timer);
  return signal === 'SIGKILL';
}

/** Moments all over a run, more of them where it writes than where it starts. */
const moment = (i: number, duration: number): number => duration * (0.25 + (0.8 * (i + 0.5)) / MOMENTS);

test(`build, killed at ${MOMENTS} moments, leaves the old or the new output, whole`, { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  const [before, after] = twoContents(folder);
  const outs = { before: join(folder, 'b'), after: join(folder, 'a'), site: join(folder, 'site') };
  run('build', before, outs.before);
  run('build', after, outs.after);
  const whole = [tree(outs.before), tree(outs.after)].map((files) => JSON.stringify([...files]));
  const duration = durationOf(() => run('build', before, outs.site));
  let killed = 0;
  for (let i = 0; i < MOMENTS; i++) {
    const content = i % 2 ? before : after;
    if (await killedAfter(moment(i, duration), ['build', '--content', content, '--out', outs.site, ...NOW])) killed++;
    expect(whole).toContain(JSON.stringify([...tree(outs.site)]));
  }
  expect(killed).toBeGreaterThan(MOMENTS / 5);
  expect(run('build', after, outs.site).code).toBe(0);
  expect(JSON.stringify([...tree(outs.site)])).toBe(whole[1]);
});

test(`compile, killed at ${MOMENTS} moments, never names a missing file, and the next run completes it`, {
  timeout: 120_000,
}, async () => {
  const folder = temporaryFolder();
  const [before, after] = twoContents(folder);
  const [site, fresh] = [join(folder, 'site'), join(folder, 'fresh')];
  run('build', before, site);
  run('build', after, fresh);
  expect(brokenReferences(tree(fresh))).toEqual([]);
  const duration = durationOf(() => run('compile', after, site));
  expect([...tree(site)]).toEqual([...tree(fresh)]);
  let killed = 0;
  for (let i = 0; i < MOMENTS; i++) {
    const content = i % 2 ? after : before;
    if (await killedAfter(moment(i, duration), ['compile', '--content', content, '--out', site, ...NOW])) killed++;
    expect(brokenReferences(tree(site))).toEqual([]);
  }
  expect(killed).toBeGreaterThan(MOMENTS / 5);
  expect(run('compile', after, site).code).toBe(0);
  expect([...tree(site)]).toEqual([...tree(fresh)]);
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
