import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noPages, readPageState, writePageState } from '../../src/compiler/node/page-state.ts';
import { Random } from '../fixtures/random.ts';
import { temporaryFolder } from './run-cli.ts';

const PATHS = [
  'index.html',
  'a/index.html',
  'a-b/index.html',
  'a',
  'über/index.html',
  '新聞/index.html',
  'a/b/index.html',
  'zz/😀/index.html',
];

test('pages that come, change and go are told as a map would tell them', () => {
  const random = new Random(5);
  const file = join(temporaryFolder(), 'pages');
  const known = new Map<string, string>();
  writePageState(file, 'one', noPages().with(known, []));
  for (let round = 0; round < 60; round++) {
    const state = readPageState(file, 'one');
    const made = new Map<string, string>();
    for (let one = 0; one < random.between(0, 6); one++) {
      const path = `${random.between(0, 30)}/${PATHS[random.between(0, PATHS.length - 1)]}`;
      made.set(path, `hash${round} ${random.between(1, 99_999)}`);
    }
    const gone = [...known.keys()].filter((path) => !made.has(path) && random.between(0, 9) === 0);
    for (const [path, value] of made) known.set(path, value);
    for (const path of gone) known.delete(path);
    writePageState(file, 'one', state.with(made, [...gone, 'never/there.html']));
    const after = readPageState(file, 'one');
    for (const [path, value] of known) expect(after.get(path), path).toBe(value);
    for (const path of [...gone, 'never/there.html', '', 'a', '~']) expect(after.get(path)).toBe(known.get(path));
    expect(after.isEmpty).toBe(known.size === 0);
  }
  expect(readPageState(file, 'another').isEmpty).toBe(true);
});

test('what is damaged anywhere is taken for nothing', () => {
  const file = join(temporaryFolder(), 'pages');
  writePageState(file, 'one', noPages().with(new Map(PATHS.map((path, at) => [path, `hash ${at}`])), []));
  const bytes = readFileSync(file);
  expect(readPageState(file, 'one').get('a')).toBe('hash 3');
  for (let at = 0; at < bytes.length; at++) {
    const damaged = Buffer.from(bytes);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    writeFileSync(file, damaged);
    expect(readPageState(file, 'one').isEmpty, `byte ${at}`).toBe(true);
    writeFileSync(file, bytes.subarray(0, at));
    expect(readPageState(file, 'one').isEmpty, `cut at ${at}`).toBe(true);
  }
});
