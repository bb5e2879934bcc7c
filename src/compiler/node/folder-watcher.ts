import { type FSWatcher, readdirSync, realpathSync, statfsSync, statSync, watch } from 'node:fs';
import { join, sep } from 'node:path';
import { reasonOf } from './file-issue.ts';
import { reviewersPath } from './reviewers-file.ts';

/** Told of what happens below a folder. One watch a folder: watching files one by one would lose those that editors replace. */
export interface FolderWatcher {
  /** Watches folders that came since, forgets those that went. To be called before a round reads. */
  sync: () => void;
  /** Why nothing is told of; undefined while all folders are watched. GONE: the content folder is not there at present. */
  blind: () => string | undefined;
  close: () => void;
}

export const GONE = 'it is not there';

/** NFS, CIFS, SMB 2, Ceph, AFS, 9P, FUSE: they tell of what this machine changed alone, or of nothing. */
const FAR_AWAY: ReadonlySet<number> = new Set([0x6969, 0xff534d42, 0xfe534d42, 0x00c36400, 0x5346414f, 0x01021997, 0x65735546]);

/** changed: gets the name of what changed and the folder that it lies in; empty when nobody knows. */
export function watchFolder(content: string, changed: (name: string, folder: string) => void): FolderWatcher {
  const open = new Map<string, { watcher: FSWatcher; inode: number }>();
  let blind: string | undefined;
  const forget = (path: string): void => {
    open.get(path)?.watcher.close();
    open.delete(path);
  };
  const close = (): void => [...open.keys()].forEach(forget);
  const fail = (reason: string): void => {
    close();
    blind = reason;
  };
  const begin = (path: string, inode: number): void => {
    try {
      const watcher = watch(path, (_, name) => {
        if (!isNoise(name ?? '', path)) changed(name ?? '', path);
      });
      watcher.on('error', (error) => {
        forget(path);
        if (isLimit(error)) fail(reasonOf(error));
        changed('', path);
      });
      open.set(path, { watcher, inode });
    } catch (error) {
      // One that has just gone is in its own folder's news.
      if (reasonOf(error) !== 'ENOENT') fail(reasonOf(error));
    }
  };
  const sync = (): void => {
    if (blind !== undefined && blind !== GONE) return;
    const folders = foldersOf(content);
    blind = folders.size === 0 ? GONE : isFarAway(content) ? 'its file system does not tell of all changes' : undefined;
    for (const [path, { inode }] of open) if (blind !== undefined || folders.get(path) !== inode) forget(path);
    for (const [path, inode] of folders) if (blind === undefined && !open.has(path)) begin(path, inode);
  };
  return { sync, blind: () => blind, close };
}

const isLimit = (error: unknown): boolean => ['ENOSPC', 'EMFILE', 'ENFILE'].includes(reasonOf(error));

/** What editors put beside a file while they work on it. The slow look through the folder sees what is wrongly taken for it. */
const isNoise = (name: string, folder: string): boolean =>
  name.endsWith('~') || (name.startsWith('.') && !folder.endsWith(`${sep}.tearsheet`));

function isFarAway(content: string): boolean {
  try {
    return FAR_AWAY.has(statfsSync(content).type);
  } catch {
    return false;
  }
}

/** The folders that a compile reads, by their real paths, with inodes. Empty when the content folder is not there. */
function foldersOf(content: string): Map<string, number> {
  const folders = new Map<string, number>();
  const enter = (path: string): void => {
    if (folders.has(path)) return;
    folders.set(path, statSync(path).ino);
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      try {
        const below = join(path, entry.name);
        if (entry.isDirectory() && !entry.name.startsWith('.')) enter(below);
        else if (entry.isSymbolicLink()) follow(below);
      } catch {
        // It has just gone, or cannot be read: the compile says so.
      }
    }
  };
  let root = '';
  const follow = (link: string): void => {
    const real = realpathSync(link);
    if (real.startsWith(root + sep) && statSync(real).isDirectory()) enter(real);
  };
  try {
    root = realpathSync(content);
    enter(root);
    const keys = join(reviewersPath(root), '..');
    const stat = statSync(keys, { throwIfNoEntry: false });
    if (stat) folders.set(keys, stat.ino);
  } catch {}
  return folders;
}
