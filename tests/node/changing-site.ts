import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeArticles } from '../fixtures/make-articles.ts';
import { cli, type Run, temporaryFolder, tree, writeFiles } from './run-cli.ts';
import { WarmCli } from './warm-cli.ts';

export const NOW = ['--now', '2019-06-01T00:00:00Z'];
const warm = new WarmCli();

/** Builds in a thread that is there already: what a compile begins with, or is compared with. */
export const buildWarm = (content: string, out: string, now = NOW): Run =>
  warm.run(['build', '--content', content, '--out', out, ...now]);

export interface Site {
  content: string;
  out: string;
  state: string;
  rests: string;
  folder: string;
}

/** Builds articles, with other files of the content folder beside them. */
export function built(files: Record<string, string>, around: Record<string, Uint8Array> = {}): Site {
  const folder = temporaryFolder();
  const content = writeFiles(join(folder, 'content'), { ...files, ...around });
  const builds = join(folder, '.site.builds');
  const site = { content, out: join(folder, 'site'), state: join(builds, 'state'), rests: join(builds, 'rests'), folder };
  expect(buildWarm(content, site.out).code).toBe(0);
  return site;
}

export const made = (count: number, seed = 1): Record<string, string> =>
  Object.fromEntries(makeArticles({ count, seed }).map(({ path, text }) => [path, text]));

/** As `compile`, but in the thread that is there. */
export const compileWarm = ({ content, out }: Site): Run => warm.run(['compile', '--content', content, '--out', out, ...NOW]);

export const compile = ({ content, out }: Site, ...more: string[]) =>
  cli(['compile', '--content', content, '--out', out, ...NOW, ...more]);

/** Where the site differs from what a build makes of the same content. */
export function difference({ content, out, folder }: Site, now = NOW): string[] {
  const fresh = join(folder, 'fresh');
  expect(buildWarm(content, fresh, now).code).toBe(0);
  const [found, wanted] = [new Map(tree(out)), new Map(tree(fresh))];
  return [...new Set([...found.keys(), ...wanted.keys()])].filter((path) => found.get(path) !== wanted.get(path));
}

/** All that a compile leaves for the next one. */
export const kept = ({ state, rests }: Site): string => readFileSync(state, 'latin1') + readFileSync(rests, 'latin1');

/** The compile was told what it did; a whole one says so. */
export const wasWhole = (run: { stdout: string }): boolean => run.stdout.includes('all of it was made');

export const first = (site: Site): string => readdirSync(join(site.content, '_news')).toSorted()[5] ?? '';
export const edit = (site: Site, path: string, how: (text: string) => string): void => {
  const file = join(site.content, path);
  writeFileSync(file, how(readFileSync(file, 'utf8')));
};
export const retitle = (text: string): string => text.replace(/^title: "/m, 'title: "Anew: ');
