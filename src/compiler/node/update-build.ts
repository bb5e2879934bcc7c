import { type Dirent, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD_RECORD, MANIFEST } from '../../schema/paths.ts';
import type { Output } from '../model.ts';
import { writeWhole } from './atomic-file.ts';
import { type BuildRecord, formatBuildRecord } from './build-record.ts';
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
  for (const { path, text } of inOrder(content.outputs)) write(path, text);
  write(BUILD_RECORD, formatBuildRecord(record));
  const belongs = new Set([BUILD_RECORD, ...record.files]);
  for (const { path } of [...content.pictures, ...content.outputs]) belongs.add(path);
  return { written, removed: removeOthers(folder, '', belongs) };
}

/** Hashed files, then pages, then tables of contents, the publication's own at the very end. */
function inOrder(outputs: readonly Output[]): Output[] {
  const rank = ({ kind, path }: Output): number => (path === MANIFEST ? 3 : { hashed: 0, page: 1, contents: 2 }[kind]);
  return [...outputs].sort((a, b) => rank(a) - rank(b));
}

function holds(path: string, text: string): boolean {
  if (sizeOf(path) !== Buffer.byteLength(text)) return false;
  return readFileSync(path, 'utf8') === text;
}

const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size;

/** Also what killed runs left half written. Returns the number of files. */
function removeOthers(folder: string, prefix: string, belongs: ReadonlySet<string>): number {
  let removed = 0;
  const entries: Dirent[] = readdirSync(join(folder, prefix), { withFileTypes: true });
  for (const entry of entries) {
    const path = prefix + entry.name;
    if (entry.isDirectory()) {
      removed += removeOthers(folder, `${path}/`, belongs);
      if (readdirSync(join(folder, path)).length === 0) rmdirSync(join(folder, path));
    } else if (!belongs.has(path)) {
      rmSync(join(folder, path));
      removed++;
    }
  }
  return removed;
}
