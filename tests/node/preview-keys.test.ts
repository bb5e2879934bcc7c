import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPreviewKeys } from '../../src/compiler/node/preview-keys.ts';
import { readReviewers, writeReviewers } from '../../src/compiler/node/reviewers-file.ts';
import { randomBytes } from '../../src/seal/derive.ts';
import { makeLinkKey, readLinkKey } from '../../src/seal/preview-link.ts';
import { cli, temporaryFolder, writeFiles } from './run-cli.ts';

describe('the keys of a preview', () => {
  const keysOf = (env: Record<string, string>, content = temporaryFolder()) => readPreviewKeys(content, env);
  const KEY = makeLinkKey(randomBytes);

  test('come from the environment as the file has them, or one by one', () => {
    const content = temporaryFolder();
    writeReviewers(content, [{ name: 'Ada', key: KEY }]);
    const text = readFileSync(join(content, '.tearsheet/reviewers.json'), 'utf8');
    for (const given of [text, `Ada=${KEY}`, ` ${KEY}\n`, `Ada=${KEY}, Bela=${KEY}`]) {
      expect(keysOf({ TEARSHEET_PREVIEW_REVIEWERS: given })?.links).toEqual([readLinkKey(KEY)]);
    }
    expect(keysOf({}, content)?.links).toEqual([readLinkKey(KEY)]);
    expect(keysOf({})).toBeUndefined();
    expect(keysOf({ TEARSHEET_PREVIEW_PASSPHRASE: '', TEARSHEET_PREVIEW_REVIEWERS: ' ' })).toBeUndefined();
  });

  test('may be a passphrase in a file', () => {
    const file = join(writeFiles(temporaryFolder(), { secret: 'tide kelp lamp brick sonnet owl\n' }), 'secret');
    expect(keysOf({ TEARSHEET_PREVIEW_PASSPHRASE_FILE: file })).toMatchObject({ rounds: 1_000_000, links: [] });
  });

  test.each([
    [{ TEARSHEET_PREVIEW_PASSPHRASE: 'harbour2022' }, /too weak: it has about \d+ of the 60 bits.*six words.*: \w+( \w+){5}$/],
    [{ TEARSHEET_PREVIEW_PASSPHRASE_FILE: 'not/there' }, /cannot be read/],
    [{ TEARSHEET_PREVIEW_PASSPHRASE: 'a', TEARSHEET_PREVIEW_PASSPHRASE_FILE: 'b' }, /Set one of them/],
    [{ TEARSHEET_PREVIEW_REVIEWERS: 'Ada=abc' }, /neither the text of the reviewers' file/],
    [{ TEARSHEET_PREVIEW_REVIEWERS: '{"format":1' }, /neither the text of the reviewers' file/],
    [{ TEARSHEET_PREVIEW_REVIEWERS: Array.from({ length: 33 }, () => makeLinkKey(randomBytes)).join() }, /room for 32 holders/],
    [{ TEARSHEET_PREVIEW_REVIEWERS: KEY, TEARSHEET_PREVIEW_ROUNDS: '599999' }, /600000 to 10000000/],
    [{ TEARSHEET_PREVIEW_REVIEWERS: KEY, TEARSHEET_PREVIEW_ROUNDS: '1e6' }, /600000 to 10000000/],
  ])('are refused with a reason that does not say them: %#', (env, reason) => {
    expect(() => keysOf(env as Record<string, string>)).toThrow(reason);
    expect(() => keysOf(env as Record<string, string>)).not.toThrow(/harbour2022/);
  });

  test('are refused when their file is damaged', () => {
    const content = writeFiles(temporaryFolder(), {
      '.tearsheet/reviewers.json': '{"format":1,"reviewers":[{"name":"Ada","key":"x"}]}',
    });
    expect(() => keysOf({}, content)).toThrow(/damaged/);
  });

  test('lie in a file that nobody else may read and git does not take', () => {
    const content = writeFiles(temporaryFolder(), { '.tearsheet/reviewers.json': '{"format":1,"reviewers":[]}' });
    writeReviewers(content, [{ name: 'Ada', key: KEY }]);
    expect(statSync(join(content, '.tearsheet/reviewers.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(content, '.tearsheet')).mode & 0o777).toBe(0o700);
    expect(readFileSync(join(content, '.tearsheet/.gitignore'), 'utf8')).toBe('*\n');
    expect(readReviewers(content)).toEqual([{ name: 'Ada', key: KEY }]);
    expect(existsSync(join(content, 'reviewers.json'))).toBe(false);
  });
});

describe('npm run seal', () => {
  const seal = (content: string, ...words: string[]) => cli(['seal', ...words, '--content', content]);

  test('adds reviewers, each with a link of their own, lists them by name and removes them', () => {
    const content = writeFiles(temporaryFolder(), { 'tearsheet.yaml': 'url: "https://news.example/papers/"\n' });
    const [ada, bela] = [seal(content, 'add', 'Ada'), seal(content, 'add', 'Béla B.')];
    const links = [ada, bela].map(({ stdout }) => /https:\/\/news\.example\/papers\/preview\/#([\w-]{43})\n/.exec(stdout)?.[1]);
    expect(readReviewers(content)).toEqual([
      { name: 'Ada', key: links[0] },
      { name: 'Béla B.', key: links[1] },
    ]);
    expect(seal(content, 'list')).toMatchObject({ code: 0, stdout: 'Ada\nBéla B.\n' });
    expect(seal(content, 'remove', 'Ada')).toMatchObject({ code: 0, stdout: expect.stringContaining('nobody can call back') });
    expect(readReviewers(content).map(({ name }) => name)).toEqual(['Béla B.']);
  });

  test.each([
    [['add', 'Ada'], 1, /There is a reviewer Ada/],
    [['remove', 'Bela'], 1, /There is no reviewer Bela/],
    [['add'], 2, /add NAME, remove NAME, list/],
    [['invite', 'Ada'], 2, /add NAME, remove NAME, list/],
    [['add', 'a\u0007'], 2, /1 to 60 characters/],
    [['add', 'Ada', 'Bela'], 2, /do not know what to do with "Bela"/],
    [[], 2, /npm run seal -- add Ada/],
  ])('says what is wrong with %j', (words, code, message) => {
    const content = temporaryFolder();
    writeReviewers(content, [{ name: 'Ada', key: makeLinkKey(randomBytes) }]);
    expect(seal(content, ...words)).toMatchObject({ code, stderr: expect.stringMatching(message) });
  });
});
