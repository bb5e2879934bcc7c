import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compileKey } from '../../src/compiler/node/compile-key.ts';

let home = '';
const folder = (): string => join(home, 'build');
const record = { format: 1, shell: 's', base: '/', originApi: false, template: '', files: [] } as const;
const keyOf = () => compileKey(process.cwd(), join(home, 'content'), folder(), { ...record, files: [] });

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder(), path)), { recursive: true });
  writeFileSync(join(folder(), path), text);
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tearsheet-key-'));
  for (const path of [
    'index.html',
    'data/feed/topic/tea/manifest.json',
    'data/feed/topic/cake/manifest.json',
    'topic/tea/index.html',
  ])
    put(path, 'before');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('with the paths that were written and removed the key is that of the build as it lies there', () => {
  const key = keyOf();
  const before = key();
  put('data/feed/topic/tea/manifest.json', 'other, and longer');
  put('data/feed/topic/pie/manifest.json', 'new');
  rmSync(join(folder(), 'topic/tea'), { recursive: true });
  const after = key(['data/feed/topic/tea/manifest.json', 'data/feed/topic/pie/manifest.json', 'topic/tea/index.html']);
  expect(after).not.toBe(before);
  expect(after).toBe(keyOf()());
});

test('who changes the build while it is compiled is noticed by the next compile', () => {
  const key = keyOf();
  key();
  put('data/feed/topic/tea/manifest.json', 'ours, and longer');
  put('data/feed/topic/cake/manifest.json', 'from somebody else');
  expect(key(['data/feed/topic/tea/manifest.json'])).not.toBe(keyOf()());
});
