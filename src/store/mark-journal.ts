import * as v from 'valibot';
import { basePath } from '../lib/base-path.ts';
import { isMark, laterMark, MARK_VERSION, type Mark, markKey } from './mark.ts';

/** The copy in localStorage: an entry a mark, so that tabs never write over each other; there before any await, so that it is written first. */
const PREFIX = `tearsheet:${basePath}:mark:`;

/** Where the first version kept the slugs of what was read, oldest first. */
const OLD_READ = `tearsheet:${basePath}:read`;

export function readJournal(): Mark[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    return keys.map((key) => readEntry(key)).filter(isMark);
  } catch {
    return [];
  }
}

/** false: denied or full; the entry that was there before is still there. */
export function writeJournal(mark: Mark): boolean {
  const key = PREFIX + markKey(mark);
  try {
    localStorage.setItem(key, JSON.stringify(laterMark(readEntry(key), mark)));
    return true;
  } catch {
    return false;
  }
}

export function dropFromJournal(mark: Mark): void {
  try {
    localStorage.removeItem(PREFIX + markKey(mark));
  } catch {
    // Denied: there is nothing to drop.
  }
}

/** Older than anything that is marked today, in the order in which they were read. */
export function readOldMarks(): Mark[] {
  const slugs = v.safeParse(v.array(v.string()), readEntry(OLD_READ));
  if (!slugs.success) return [];
  return slugs.output
    .map((slug, place) => ({ version: MARK_VERSION, kind: 'read', slug, at: place + 1, on: true }))
    .filter(isMark);
}

/** To be called when its marks are kept elsewhere. */
export function dropOldMarks(): void {
  try {
    localStorage.removeItem(OLD_READ);
  } catch {
    // Denied: there is nothing to drop.
  }
}

function readEntry(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return undefined;
  }
}
