import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BuildRecord } from './build-record.ts';
import { filesBelow } from './files-below.ts';
import { readPreviewKeys } from './preview-keys.ts';

const SOURCES = ['src/compiler', 'src/seal', 'src/schema', 'src/lib', 'package-lock.json'];

/**
 * A hash of all but the articles that a build's content comes from: with another one, what a compile kept is of no use. Gives, as often as
 * it is asked, one that tells what the build's folder looks like too.
 */
export function compileKey(root: string, content: string, folder: string, record: BuildRecord): () => string {
  const hash = createHash('sha256');
  const { shell, template, base, siteUrl, originApi } = record;
  const node = process.versions.node.split('.')[0];
  hash.update(JSON.stringify([node, content, basename(folder), shell, template, base, siteUrl, originApi]));
  // Without keys nobody would remove what was sealed with some.
  hash.update(readPreviewKeys(content, process.env) ? 'sealed' : '');
  hash.update(BUNDLE.exec(import.meta.url)?.[1] ?? compilerHash(root));
  return () => {
    const whole = hash.copy();
    for (const line of marksBelow(folder, '')) whole.update(`${line}\n`);
    return whole.digest('hex');
  };
}

/** The command line's own bundle is named after its sources. */
const BUNDLE = /\/\.cache\/cli\/([0-9a-f]{16})\//;

/** A hash of the compiler's own sources: a process that began with others is another compiler. */
export function compilerHash(root: string): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(root, source);
    const files = statSync(path).isDirectory() ? filesBelow(path).map((file) => join(path, file)) : [path];
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const told = ({ size, mtimeMs }: Stats): string => `${size} ${mtimeMs}`;
/** Folders of folders that are looked at one by one: they hold one for each feed. */
const FEEDS = /^(?:data\/(?:feed\/(?:\w+\/)?)?|topic\/|provider\/)?$/;
/** A feed's table of contents, or its page. */
const lookedAt = (prefix: string): string[] => (prefix.startsWith('data/') ? CONTENTS : PAGES);
const CONTENTS = ['manifest.json', 'top.json'];
const PAGES = ['index.html'];

/** Of the others, which have a file or a folder for each shard, article or picture, only whether something came or went. */
function* marksBelow(folder: string, prefix: string): Generator<string> {
  yield `${prefix} ${statSync(join(folder, prefix)).mtimeMs}`;
  if (!FEEDS.test(prefix)) {
    for (const name of lookedAt(prefix)) {
      const file = statSync(`${folder}/${prefix}${name}`, { throwIfNoEntry: false });
      if (file) yield `${name} ${told(file)}`;
    }
    return;
  }
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    if (entry.isDirectory()) yield* marksBelow(folder, `${prefix}${entry.name}/`);
    else yield `${entry.name} ${told(statSync(`${folder}/${prefix}${entry.name}`))}`;
  }
}

/** How pictures lie on the disk. see: to be called before they are read; who changes one afterwards is noticed by the next compile. */
export interface PictureLook {
  see: (paths: Iterable<string>) => void;
  /** A mark of all of them, paths in the content folder as keys, and of the copies of those from elsewhere. */
  marks: (paths: Readonly<Record<string, number>>) => string;
}

/** Looks at each picture of the content folder once. cache: the folder of copies. */
export function createPictureLook(content: string, cache: string): PictureLook {
  const seen = new Map<string, string>();
  const see = (path: string): string => {
    const known = seen.get(path);
    if (known !== undefined) return known;
    const stat = statSync(join(content, path), { throwIfNoEntry: false });
    const mark = stat ? `${told(stat)} ${stat.ctimeMs} ${stat.ino}` : '';
    seen.set(path, mark);
    return mark;
  };
  const remote = copiesBelow(join(cache, 'remote'));
  return {
    see: (paths) => {
      for (const path of paths) see(path);
    },
    marks: (paths) => {
      const lines = Object.keys(paths).map((path) => `${path} ${see(path)}\n`);
      return createHash('sha256').update(lines.join('')).update(remote).digest('hex');
    },
  };
}

function copiesBelow(folder: string): string {
  const names = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder).sort() : [];
  return names.map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}\n`).join('');
}
