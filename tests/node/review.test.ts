import { chmodSync, lstatSync, mkdirSync, readdirSync, statSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/compiler/node/load-corpus.ts';
import { draftId } from '../../src/seal/draft-id.ts';
import { reviewed } from './reviewed-content.ts';
import { article, cli, temporaryFolder, tree, writeFiles } from './run-cli.ts';
import { draft } from './sealed-content.ts';

const REASONS = {
  'below.md': draft('below', '', { quality: 20 }),
  'follower.md': draft('follower', '', { quality: 19, heat: -1 }),
  'held.md': draft('held').replaceAll('\n', '\r\n'),
  'later.md': article('later', { at: '2999-05-01T00:00:00Z' }),
  'unmarked.md': article('unmarked').replace(/published: .*\n/, ''),
  'gone.md': draft('gone', '\nremoved: true'),
  'removed-public.md': article('removed-public').replace('published: true', 'published: true\nremoved: true'),
};

describe('review apply', () => {
  test('changes the asked lines of the asked files and nothing else', async () => {
    const { content, verdicts, apply, text } = await reviewed(REASONS);
    const before = tree(content);
    const file = verdicts({
      'below.md': 'publish',
      'follower.md': 'publish',
      'held.md': 'publish',
      'later.md': 'hold',
      'unmarked.md': 'remove',
      'gone.md': 'publish',
      'removed-public.md': 'hold',
    });
    const dry = apply(file, '--dry-run');
    expect(dry).toMatchObject({ code: 0, stderr: '' });
    expect(dry.stdout).toContain('To be changed (7):');
    expect(tree(content)).toEqual(before);
    const { code, stdout } = apply(file);
    expect(stdout).toContain('  follower.md: published: false → true\n');
    expect(stdout).toContain('  gone.md: published: false → true, removed: true taken away\n');
    expect(code).toBe(0);
    const was = (path: string) => before.get(path) ?? '';
    for (const path of ['below.md', 'follower.md', 'held.md'])
      expect(text(path)).toBe(was(path).replace('published: false', 'published: true'));
    expect(text('later.md')).toBe(was('later.md').replace('published: true', 'published: false'));
    expect(text('unmarked.md')).toBe(was('unmarked.md').replace('heat: 80\n', 'heat: 80\nremoved: true\n'));
    expect(text('gone.md')).toBe(was('gone.md').replace('published: false\nremoved: true\n', 'published: true\n'));
    expect(text('removed-public.md')).toBe(
      was('removed-public.md').replace('published: true\nremoved: true\n', 'published: false\n'),
    );
    expect([...tree(content).keys()]).toEqual([...before.keys()]);
    const { corpus } = loadCorpus(content, Date.now());
    expect(corpus.articles.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['below', 'follower', 'held', 'gone']));
    expect(corpus.drafts.map(({ article: { slug }, reason }) => `${slug} ${reason}`).sort()).toEqual([
      'later held',
      'removed-public held',
      'unmarked removed',
    ]);
    const again = apply(file);
    expect(again.stdout).toMatch(/^Said so already \(7\):/);
    expect(again.code).toBe(0);
  });

  test('publishes what has a date ahead on that date', async () => {
    const { verdicts, apply, text } = await reviewed({ 'later.md': draft('later', '', { at: '2999-05-01T00:00:00Z' }) });
    const { code, stdout } = apply(verdicts({ 'later.md': 'publish' }));
    expect(stdout).toContain('later.md: published: false → true (public from 2999-05-01T00:00:00Z on)');
    expect(code).toBe(0);
    expect(text('later.md')).toContain('publishedDateTime: 2999-05-01T00:00:00Z');
  });

  test('takes several reviewers together, and leaves what they contradict each other in', async () => {
    const { verdicts, apply, text } = await reviewed(REASONS);
    const ada = verdicts(
      { 'below.md': 'publish', 'held.md': { verdict: 'publish', note: 'fine by\nme\u001b[31m' } },
      { reviewer: 'Ada' },
    );
    const bela = verdicts({ 'below.md': 'hold', 'held.md': 'publish', 'follower.md': 'remove' });
    const { code, stdout } = apply(ada, bela);
    expect(stdout).toContain('below.md: reviewers contradict each other (publish, hold)');
    expect(stdout).toContain('Changed (2):');
    expect(stdout).toContain('held.md: Ada: fine by me [31m');
    expect(code).toBe(1);
    expect(text('below.md')).toBe(REASONS['below.md']);
    expect(text('held.md')).toContain('published: true');
  });

  test('takes the later one of two files of one browser', async () => {
    const { verdicts, apply, text } = await reviewed(REASONS);
    const from = 'abcdef0123456789';
    const later = verdicts({ 'below.md': { verdict: 'remove', at: '2026-01-05T00:00:00Z' } }, { from });
    const earlier = verdicts({ 'below.md': { verdict: 'publish', at: '2026-01-04T00:00:00Z' } }, { from });
    expect(apply(later, earlier).code).toBe(0);
    expect(text('below.md')).toContain('published: false\nremoved: true\n');
  });

  test('leaves a file that changed since, but not for its line ends', async () => {
    const { content, verdicts, apply, text } = await reviewed(REASONS);
    const file = verdicts({ 'below.md': 'publish', 'held.md': 'publish' });
    const [below, held] = [text('below.md').replace('excerpt: "', 'excerpt: "Not '), text('held.md').replaceAll('\r\n', '\n')];
    writeFiles(content, { 'below.md': below, 'held.md': held });
    const { code, stdout } = apply(file);
    expect(stdout).toContain('below.md: the file changed since it was judged');
    expect(code).toBe(1);
    expect(text('below.md')).toBe(below);
    expect(text('held.md')).toBe(held.replace('published: false', 'published: true'));
  });

  test('leaves what it cannot change safely, what has errors, and what would take an address that is taken', async () => {
    const flow =
      '---\n{category: news, title: "a", publishedDateTime: 2022-05-01T00:00:00Z, provider: {name: A}, published: false}\n---\n';
    const files = {
      'flow.md': flow,
      'faulty.md': draft('faulty', '\nheat: 3')
        .replace(/^heat: .*$/m, 'heat: "x"')
        .replace('\nheat: 3', ''),
      'deep/a-1.md': draft('a-1'),
      'deep/twin.md': draft('twin'),
      'twin.md': draft('twin'),
    };
    const { content, verdicts, apply } = await reviewed(files);
    const before = tree(content);
    const paths = Object.keys(files);
    const { code, stdout } = apply(verdicts(Object.fromEntries(paths.map((path) => [path, 'publish' as const]))));
    expect(stdout).toContain('flow.md: its front matter has a form in which one line alone cannot be changed safely');
    expect(stdout).toContain('faulty.md: it has errors');
    expect(stdout).toContain('deep/a-1.md: ');
    expect(stdout).toContain('deep/twin.md: ');
    expect(stdout).toContain('Left as they are (5):');
    expect(code).toBe(1);
    expect(tree(content)).toEqual(before);
    expect(apply(verdicts({ 'faulty.md': 'remove' })).code).toBe(0);
  });

  test('finds files by their id alone, among those that the compiler read', async () => {
    const { content, root, verdicts, apply } = await reviewed({
      ...REASONS,
      'README.md': draft('README'),
      '.hidden/secret.md': draft('secret'),
    });
    writeFileSync(join(root, 'outside.md'), draft('outside'));
    symlinkSync(join(root, 'outside.md'), join(content, 'outside.md'));
    const before = tree(content);
    const ids = await Promise.all(['README', 'secret', 'outside', '../outside', 'nobody'].map(draftId));
    const judged = '0'.repeat(32);
    const at = '2026-01-01T00:00:00Z';
    const file = verdicts({}, { verdicts: ids.map((id) => ({ draft: id, judged, verdict: 'publish' as const, at })) });
    const { code, stdout } = apply(file);
    expect(stdout).toContain('Left as they are (5):');
    for (const id of ids) expect(stdout).toContain(`${id}: no file of this folder has this id`);
    expect(code).toBe(1);
    expect(tree(content)).toEqual(before);
    for (const name of ['../outside', 'held.md', ids[0]?.toUpperCase()]) {
      const bad = verdicts({}, { verdicts: [{ draft: name as string, judged, verdict: 'publish', at }] });
      expect(apply(bad)).toMatchObject({ code: 1, stdout: '' });
    }
  });

  test('never touches a public article, whose text nobody judged', async () => {
    const { content, verdicts, apply } = await reviewed(REASONS);
    const before = tree(content);
    const one = { draft: await draftId('a-1'), judged: '0'.repeat(32), at: '2026-01-01T00:00:00Z' };
    const { stdout } = apply(verdicts({}, { verdicts: [{ ...one, verdict: 'remove' }] }));
    expect(stdout).toContain('a-1.md: the file changed since it was judged');
    expect(tree(content)).toEqual(before);
  });

  test('keeps rights, and writes where a link leads', async () => {
    const { content, verdicts, apply, text } = await reviewed(REASONS);
    const file = verdicts({ 'below.md': 'publish', 'held.md': 'publish' });
    mkdirSync(join(content, 'assets'));
    writeFileSync(join(content, 'assets/kept.txt'), text('below.md'), 'latin1');
    chmodSync(join(content, 'held.md'), 0o640);
    unlinkSync(join(content, 'below.md'));
    symlinkSync('assets/kept.txt', join(content, 'below.md'));
    expect(apply(file).code).toBe(0);
    expect(lstatSync(join(content, 'below.md')).isSymbolicLink()).toBe(true);
    expect(text('assets/kept.txt')).toContain('published: true');
    expect(statSync(join(content, 'held.md')).mode & 0o777).toBe(0o640);
    expect(readdirSync(content).filter((name) => name.startsWith('.unfinished'))).toEqual([]);
  });
});

describe('review', () => {
  test.each([
    ['not there', undefined, /cannot be read \(ENOENT\)/],
    ['cut off', '{"format":"tearsheet-ver', /is no JSON, or was cut off/],
    ['another one', '{"format":"tearsheet-saved","version":1}', /is no file of verdicts/],
    ['newer', '{"format":"tearsheet-verdicts","version":2}', /is of a newer version/],
    ['damaged', '{"format":"tearsheet-verdicts","version":1,"exportedAt":"x","from":"","verdicts":[]}', /damaged at exportedAt/],
  ])('refuses a file that is %s, and says why', (_, content, words) => {
    const folder = writeFiles(temporaryFolder(), { 'content/a.md': article('a'), ...(content && { 'v.json': content }) });
    const { code, stderr } = cli(['review', 'apply', join(folder, 'v.json'), '--content', join(folder, 'content')]);
    expect(stderr).toMatch(words);
    expect(code).toBe(1);
  });

  test.each([[['review']], [['review', 'apply']], [['review', 'undo', 'a.json']]])('%j is bad usage', (args) => {
    expect(cli(args)).toMatchObject({ code: 2, stdout: '' });
  });
});
