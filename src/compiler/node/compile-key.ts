import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BuildRecord } from './build-record.ts';
import { filesBelow } from './files-below.ts';

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
  for (const source of SOURCES) {
    const path = join(root, source);
    const files = statSync(path).isDirectory() ? filesBelow(path).map((file) => join(path, file)) : [path];
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(file));
  }
  return () => {
    const whole = hash.copy();
    for (const line of marksBelow(folder, '')) whole.update(`${line}\n`);
    return whole.digest('hex');
  };
}

const told = ({ size, mtimeMs }: Stats): string => `${size} ${mtimeMs}`;
/** Folders of folders that are looked at one by one: they hold one for each feed. */
const FEEDS = /^(?:data\/(?:feed\/(?:\w+\/)?)?|topic\/|provider\/)?$/;
const LOOKED_AT = ['index.html', 'manifest.json', 'top.json'];

/** Of the others, which have a file or a folder for each shard, article or picture, only whether something came or went. */
function* marksBelow(folder: string, prefix: string): Generator<string> {
  yield `${prefix} ${statSync(join(folder, prefix)).mtimeMs}`;
  if (!FEEDS.test(prefix)) {
    for (const name of LOOKED_AT) {
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

/** How the pictures of the content folder and the copies of those from elsewhere lie on the disk. paths: in the content folder, as keys. cache: the folder of copies. */
export function pictureMarks(content: string, paths: Readonly<Record<string, number>>, cache: string): string {
  const hash = createHash('sha256');
  for (const path of Object.keys(paths)) {
    const stat = statSync(join(content, path), { throwIfNoEntry: false });
    hash.update(`${path} ${stat ? `${told(stat)} ${stat.ctimeMs} ${stat.ino}` : ''}\n`);
  }
  const remote = join(cache, 'remote');
  const names = statSync(remote, { throwIfNoEntry: false }) ? readdirSync(remote).sort() : [];
  for (const name of names) hash.update(`${name} ${statSync(join(remote, name)).mtimeMs}\n`);
  return hash.digest('hex');
}
