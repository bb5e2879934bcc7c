import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BUILD_RECORD, MANIFEST } from '../../schema/paths.ts';
import type { Output } from '../model.ts';
import { writeWhole } from './atomic-file.ts';
import { type BuildRecord, formatBuildRecord } from './build-record.ts';
import { filesBelow } from './files-below.ts';
import type { Content } from './make-content.ts';

/**
 * Writes what differs and removes what no longer belongs, in the order that keeps every state on the way readable: files before
 * what names them, removals last. Killed at any point, the next run completes it. Returns how many files were written and removed.
 */
export function updateBuild(folder: string, record: BuildRecord, content: Content): { written: number; removed: number } {
  let written = 0;
  const write = (path: string, text: string): void => {
    const full = join(folder, path);
    if (holds(full, text)) return;
    writeWhole(full, text);
    written++;
  };
  for (const picture of content.pictures) {
    const full = join(folder, picture.path);
    // Its name is a hash of it, and it was written whole.
    if (sizeOf(full) === picture.size) continue;
    writeWhole(full, picture.read());
    written++;
  }
  for (const { path, text } of inOrder(folder, content.outputs)) write(path, text);
  write(BUILD_RECORD, formatBuildRecord(record));
  const belongs = new Set([BUILD_RECORD, ...record.files]);
  for (const { path } of [...content.pictures, ...content.outputs]) belongs.add(path);
  return { written, removed: removeOthers(folder, belongs) };
}

/**
 * So that nothing that can be reached names what is not there yet: hashed files; tables of contents of new articles; pages of
 * articles; those of new feeds; other pages; then the tables of contents that there were, the publication's own at the very end.
 */
function inOrder(folder: string, outputs: readonly Output[]): Output[] {
  const articlePages = new Set(outputs.flatMap(({ path }) => slugOf(path) ?? []));
  const rank = ({ kind, path }: Output): number => {
    if (kind === 'hashed') return 0;
    if (kind === 'page') return articlePages.has(path.split('/')[1] ?? '') ? 2 : 4;
    const isNew = sizeOf(join(folder, path)) === undefined;
    if (slugOf(path) !== undefined) return isNew ? 1 : 5;
    if (path.startsWith('data/feed/')) return isNew ? 3 : 6;
    return path === MANIFEST ? 8 : 7;
  };
  const ranked = outputs.map((output) => ({ output, rank: rank(output) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ output }) => output);
}

/** Of an article's table of contents. */
const slugOf = (path: string): string | undefined => /^data\/article\/([^/]+)\.json$/.exec(path)?.[1];

function holds(path: string, text: string): boolean {
  if (sizeOf(path) !== Buffer.byteLength(text)) return false;
  return readFileSync(path, 'utf8') === text;
}

const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size;

/** Also what killed runs left half written. Pages go first, hashed files last. Returns the number of files. */
function removeOthers(folder: string, belongs: ReadonlySet<string>): number {
  const others = filesBelow(folder).filter((path) => !belongs.has(path));
  const rank = (path: string): number => (path.endsWith('.html') ? 0 : path.startsWith('data/feed/') ? 1 : slugOf(path) ? 2 : 3);
  for (const path of others.sort((a, b) => rank(a) - rank(b))) rmSync(join(folder, path));
  for (const path of others) removeEmpty(folder, dirname(path));
  return others.length;
}

function removeEmpty(folder: string, path: string): void {
  if (path === '.' || !existsSync(join(folder, path)) || readdirSync(join(folder, path)).length > 0) return;
  rmdirSync(join(folder, path));
  removeEmpty(folder, dirname(path));
}
