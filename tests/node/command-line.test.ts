import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articles, cli, temporaryFolder, writeFiles } from './run-cli.ts';

describe('a wrong command line ends with 2 and says what is wrong', () => {
  test.each([
    [['bulid'], 'no command bulid'],
    [['build', '--keep-gong'], 'Did you mean --keep-going?'],
    [['build', '--json'], 'build has no option --json'],
    [['validate', '--out', 'x'], 'validate has no option --out'],
    [['build', 'content'], 'options only'],
    [['serve', 'one', 'two'], 'one DIR'],
    [['build', '--out'], '--out needs a value'],
    [['build', '--out', '--json'], '--out needs a value'],
    [['build', '--keep-going=yes'], '--keep-going takes no value'],
    [['build', '--now', 'yesterday'], '--now must be a time with its zone'],
    [['build', '--now', '2026-01-31T12:00:00'], '--now must be a time with its zone'],
    [['build', '--base', 'news/'], '--base must start and end with a slash'],
    [['build', '--base', '/../'], '--base must start and end with a slash'],
    [['build', '--site-url', 'news.example'], '--site-url must be a whole address'],
    [['build', '--site-url', 'ftp://news.example'], '--site-url must be a whole address'],
    [['serve', '--port', 'http'], '--port must be a number'],
    [['serve', '--port', '65536'], '--port must be a number'],
  ])('%j', (args, sentence) => {
    const { code, stderr } = cli(args);
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
  });
});

test('help is given for all commands and for each, with its options', () => {
  const all = cli(['--help']);
  expect(all.code).toBe(0);
  const options = { build: '--site-url', compile: '--keep-going', validate: '--json', serve: '--port' };
  for (const [command, option] of Object.entries(options)) {
    expect(all.stdout).toContain(`npm run ${command}`);
    const { code, stdout } = cli([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(option);
    expect(stdout).toContain('Exit codes');
  }
});

test('what has nothing to work on ends with 1 and says what to run', () => {
  const empty = temporaryFolder();
  for (const args of [
    ['compile', '--out', empty],
    ['serve', empty],
    ['serve', join(empty, 'none')],
  ]) {
    const { code, stderr } = cli(args);
    expect(stderr).toContain('npm run build');
    expect(code).toBe(1);
  }
});

test('validate says that all is well, and a script may read its issues as JSON', () => {
  const content = writeFiles(temporaryFolder(), articles(2));
  expect(cli(['validate', '--content', content])).toMatchObject({ code: 0, stdout: expect.stringContaining('2 articles') });
  writeFiles(content, { 'broken.md': '---\ntitle: [\n---\n' });
  const { code, stdout } = cli(['validate', '--content', content, '--json']);
  expect(code).toBe(1);
  const issue = {
    severity: 'error',
    path: 'broken.md',
    line: expect.any(Number),
    column: expect.any(Number),
    field: expect.any(String),
  };
  expect(JSON.parse(stdout)[0]).toMatchObject({ ...issue, message: expect.any(String) });
});

test('TEARSHEET_CONTENT stands for --content', () => {
  const content = writeFiles(temporaryFolder(), articles(3));
  expect(cli(['validate'], { env: { TEARSHEET_CONTENT: content } }).stdout).toContain('3 articles');
});
