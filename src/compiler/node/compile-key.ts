import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BuildRecord } from './build-record.ts';
import { filesBelow } from './files-below.ts';
import { readPreviewKeys } from './preview-keys.ts';

const SOURCES = ['src/compiler', 'src/seal', 'src/schema', 'src/lib', 'package-lock.json'];

/**
 * A hash of all but the articles that a build's content comes from: with another one, what a compile kept is of no use. Gives, as often as
 * it is asked, one that tells what the build's folder looks like too. touched: paths that were written or removed since it was asked
 * before; all else is taken as it was found then, so that who changes it in between is noticed by the next compile.
 */
export function compileKey(
  root: string,
  content: string,
  folder: string,
  record: BuildRecord,
): (touched?: readonly string[]) => string {
  const hash = createHash('sha256');
  const { shell, template, base, siteUrl, originApi } = record;
  const node = process.versions.node.split('.')[0];
  hash.update(JSON.stringify([node, content, basename(folder), shell, template, base, siteUrl, originApi]));
  // Without keys nobody would remove what was sealed with some.
  hash.update(readPreviewKeys(content, process.env) ? 'sealed' : '');
  hash.update(BUNDLE.exec(import.meta.url)?.[1] ?? compilerHash(root));
  const known = new Map<string, string>();
  return (touched) => {
    for (const path of touched ?? known.keys()) for (const around of foldersOf(path)) known.delete(around);
    return hash
      .copy()
      .update(marksBelow(folder, '', known))
      .digest('hex');
  };
}

/** Those that a file lies in, each with a slash at its end, the outermost with no name. */
function foldersOf(path: string): string[] {
  const folders = [''];
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) folders.push(path.slice(0, end + 1));
  return folders;
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

/** Of the others, which have a file or a folder for each shard, article or picture, only whether something came or went. known: by folder. */
function marksBelow(folder: string, prefix: string, known: Map<string, string>): string {
  const before = known.get(prefix);
  if (before !== undefined) return before;
  const lines = [`${prefix} ${statSync(join(folder, prefix)).mtimeMs}`];
  if (!FEEDS.test(prefix)) {
    for (const name of lookedAt(prefix)) {
      const file = statSync(`${folder}/${prefix}${name}`, { throwIfNoEntry: false });
      if (file) lines.push(`${name} ${told(file)}`);
    }
  } else {
    for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
      if (entry.isDirectory()) lines.push(marksBelow(folder, `${prefix}${entry.name}/`, known));
      else lines.push(`${entry.name} ${told(statSync(`${folder}/${prefix}${entry.name}`))}`);
    }
  }
  const marks = lines.join('\n');
  known.set(prefix, marks);
  return marks;
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
  // Articles that came without their pictures name thousands in folders that are not there.
  const isThere = new Map<string, boolean>();
  const isIn = (path: string): boolean => {
    const around = path.slice(0, path.lastIndexOf('/') + 1);
    let answer = isThere.get(around);
    if (answer === undefined) isThere.set(around, (answer = existsSync(`${content}/${around}`)));
    return answer;
  };
  const see = (path: string): string => {
    const known = seen.get(path);
    if (known !== undefined) return known;
    const stat = isIn(path) ? statSync(join(content, path), { throwIfNoEntry: false }) : undefined;
    const mark = stat ? `${told(stat)} ${stat.ctimeMs} ${stat.ino}` : '';
    seen.set(path, mark);
    return mark;
  };
  let last: { paths: object; marks: string } | undefined;
  const remote = copiesBelow(join(cache, 'remote'));
  return {
    see: (paths) => {
      for (const path of paths) see(path);
    },
    marks: (paths) => {
      if (paths === last?.paths) return last.marks;
      const lines = Object.keys(paths).map((path) => `${path} ${see(path)}\n`);
      last = { paths, marks: createHash('sha256').update(lines.join('')).update(remote).digest('hex') };
      return last.marks;
    },
  };
}

function copiesBelow(folder: string): string {
  const names = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder).sort() : [];
  return names.map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}\n`).join('');
}
