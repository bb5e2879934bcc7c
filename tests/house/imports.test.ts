import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What each folder of src may import besides itself. `lib` holds nothing but itself; packages are not spoken of here. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  main: ['app', 'data', 'lib', 'store', 'styles', 'ui', 'mocks'],
  app: ['routes', 'features', 'data', 'store', 'ui', 'lib', 'styles', 'schema'],
  prerender: ['app', 'data', 'store', 'schema', 'ui', 'lib'],
  routes: ['features', 'data', 'store', 'seal', 'schema', 'ui', 'lib'],
  features: ['data', 'store', 'seal', 'schema', 'ui', 'lib'],
  compiler: ['seal', 'schema', 'lib'],
  data: ['seal', 'schema', 'lib'],
  store: ['schema', 'lib'],
  ui: ['lib', 'styles', 'schema'],
  seal: ['lib'],
  worker: ['lib'],
  schema: [],
  lib: [],
  styles: [],
  mocks: ['compiler', 'schema', 'lib'],
};

interface Import {
  from: string;
  to: string;
}

test('every import runs the way that the house allows', () => {
  const wrong = allImports().filter(isForbidden);
  expect(wrong.map(({ from, to }) => `${from} must not import ${to}`)).toEqual([]);
});

test('a forbidden import is noticed', () => {
  expect(isForbidden({ from: 'src/lib/dates.ts', to: 'src/ui/text.tsx' })).toBe(true);
  expect(isForbidden({ from: 'src/features/feed/card.tsx', to: 'src/features/related/related-panel.tsx' })).toBe(true);
  expect(isForbidden({ from: 'src/features/feed/feed.tsx', to: 'src/features/article/card.tsx' })).toBe(false);
  expect(isForbidden({ from: 'src/compiler/emit.ts', to: 'node:fs' })).toBe(true);
  expect(isForbidden({ from: 'src/compiler/node/serve-command.ts', to: 'node:fs' })).toBe(false);
  expect(isForbidden({ from: 'src/compiler/emit.ts', to: 'src/compiler/node/shell.ts' })).toBe(true);
  expect(isForbidden({ from: 'src/seal/derive.ts', to: 'node:crypto' })).toBe(true);
  expect(isForbidden({ from: 'src/data/queries.ts', to: 'tests/made-site.ts' })).toBe(true);
});

test('drafts are shown as public by development and by what is sealed, and by nothing else', () => {
  const importers = (path: string): string[] =>
    [...new Set(allImports().flatMap(({ from, to }) => (to === path && from.startsWith('src/') ? [from] : [])))].sort();
  const [show, records] = ['src/compiler/show-drafts.ts', 'src/compiler/preview-records.ts'];
  expect(importers(show)).toEqual([]);
  expect(importers('src/compiler/as-published.ts')).toEqual([records]);
  expect(importers('src/compiler/draft-context.ts')).toEqual([records]);
  expect(importers(records)).toEqual(['src/compiler/node/make-preview.ts']);
  const shown = sourceFiles().filter(
    (path) => path.startsWith('src/') && /\bshownDraft\b/.test(readFileSync(join(root, path), 'utf8')),
  );
  expect(shown.sort()).toEqual([
    'src/compiler/as-published.ts',
    'src/compiler/draft-pictures.ts',
    'src/compiler/gate.ts',
    'src/compiler/node/dev-sources.ts',
    records,
    show,
  ]);
});

test('nothing but packages, styles and files with their ending is imported', () => {
  const bare = allImports().filter(({ to }) => /^(src|mocks|tests|scripts)\//.test(to) && !/\.(tsx?|mjs|css|json)$/.test(to));
  expect(bare).toEqual([]);
});

test('file names are in kebab case, and none hides what it holds', () => {
  const names = sourceFiles().map((path) => posix.basename(path));
  expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/.test(name))).toEqual([]);
  expect(names.filter((name) => /^(index|utils?|misc|helpers?|common)\.tsx?$/.test(name))).toEqual([]);
});

function isForbidden({ from, to }: Import): boolean {
  const isPureCompiler = from.startsWith('src/compiler/') && !from.startsWith('src/compiler/node/');
  if (from.startsWith('src/seal/') && to.startsWith('node:')) return true;
  if (isPureCompiler && (to.startsWith('node:') || to.startsWith('src/compiler/node/'))) return true;
  if (!/^(src|mocks|tests|scripts)\//.test(to)) return false;
  if (/^(tests|scripts)\//.test(from)) return false;
  if (/^(tests|scripts)\//.test(to)) return true;
  const [here, there] = [placeOf(from), placeOf(to)];
  if (here === 'features' && there === 'features') return !sameFeature(from, to) && !to.startsWith('src/features/article/');
  return here !== there && !(MAY_IMPORT[here] ?? []).includes(there);
}

function placeOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  if (top !== 'src') return top;
  return second.startsWith('main.') ? 'main' : second;
}

const sameFeature = (a: string, b: string): boolean => a.split('/')[2] === b.split('/')[2];

function allImports(): Import[] {
  return sourceFiles().flatMap((from) => {
    const text = readFileSync(join(root, from), 'utf8');
    const names = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, name = '']) => name);
    return names.map((to) => ({ from, to: to.startsWith('.') ? posix.join(posix.dirname(from), to) : to }));
  });
}

function sourceFiles(): string[] {
  const below = (folder: string): string[] =>
    readdirSync(join(root, folder)).flatMap((name) => {
      const path = `${folder}/${name}`;
      return statSync(join(root, path)).isDirectory() ? below(path) : [path];
    });
  return [...below('src'), ...below('mocks')]
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => relative(root, join(root, path)).split('\\').join('/'));
}
