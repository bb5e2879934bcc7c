import { spawn, spawnSync } from 'node:child_process';
import { type Dirent, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { articleText, type PretendArticle } from '../../mocks/pretend-article.ts';

export const root = join(import.meta.dirname, '../..');
const launcher = join(root, 'scripts/run.mjs');

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Where {
  cwd?: string;
  env?: Record<string, string>;
}

/** Runs a command as `npm run` does, with its own content folder and no other. */
export function cli(args: string[], where: Where = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { ...options(where), encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

export const startCli = (args: string[], where: Where = {}) => spawn(process.execPath, [launcher, ...args], options(where));

function options({ cwd = root, env = {} }: Where) {
  const own = Object.entries(process.env).filter(([name]) => !/^TEARSHEET_(?:CONTENT|PREVIEW)/.test(name));
  return { cwd, env: { ...Object.fromEntries(own), ...env } };
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tearsheet-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files below a folder, their folders too; returns the folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

export const article = (slug: string, said: PretendArticle = {}): string => articleText(slug, said);

/** Some articles as files, `a-1.md` and so on, in two categories. */
export function articles(count: number, said: PretendArticle = {}): Record<string, string> {
  const one = (i: number): [string, string] => {
    const slug = `a-${i + 1}`;
    const at = new Date(Date.UTC(2022, 0, 1, i)).toISOString();
    return [`${slug}.md`, article(slug, { at, category: i % 2 ? 'news' : 'science', topics: ['Tides', 'Ships'], ...said })];
  };
  return Object.fromEntries(Array.from({ length: count }, (_, i) => one(i)));
}

/** Every file below a folder with what it holds, by path. */
export function tree(folder: string, prefix = ''): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true }).sort(byName)) {
    const path = prefix + entry.name;
    const isFolder = entry.isSymbolicLink() ? statSync(join(folder, path)).isDirectory() : entry.isDirectory();
    if (isFolder) for (const [below, text] of tree(folder, `${path}/`)) files.set(below, text);
    else files.set(path, readFileSync(join(folder, path), 'latin1'));
  }
  return files;
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);
