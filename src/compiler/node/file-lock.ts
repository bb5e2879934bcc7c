import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Locked } from './command-error.ts';

/** Runs `work` while no other process on this machine runs one under the same lock file. The lock of a process that is gone counts for nothing. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  takeLock(path);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
    removeEmpty(dirname(path));
  }
}

function takeLock(path: string): void {
  const own = ownerOf(process.pid);
  for (let attempt = 0; attempt < 3; attempt++) {
    mkdirSync(dirname(path), { recursive: true });
    try {
      writeFileSync(path, own, { flag: 'wx' });
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // ENOENT: whoever had the lock has just removed its empty folder.
      if (code !== 'EEXIST' && code !== 'ENOENT') throw error;
    }
    const owner = readOwner(path);
    const pid = Number.parseInt(owner, 10);
    if (pid !== process.pid && isAlive(pid, owner)) {
      throw new Locked(`Another process (${pid}) is writing this build. Wait for it, or end it.`);
    }
    // Renamed before it is removed, so that of two who see a stale lock only one takes it away.
    const aside = `${path}.${process.pid}`;
    try {
      renameSync(path, aside);
      rmSync(aside, { force: true });
    } catch {}
  }
  throw new Locked('Another process is writing this build. Run the command again.');
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds builds.
  }
}

function readOwner(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The process and when it started, for process numbers are given out again. */
function ownerOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return `${pid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? ''}`;
  } catch {
    return `${pid} `;
  }
}

function isAlive(pid: number, owner: string): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return ownerOf(pid) === owner;
}
