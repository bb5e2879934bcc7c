import { hash } from 'node:crypto';
import type { Stats } from 'node:fs';

/** How many numbers it has. */
export const MARK = 4;

/** How a file is on the disk: what a change of its content leaves as it was only by intent, and then the time of the change of its entry tells. */
export type SourceMark = readonly [size: number, modified: number, changed: number, inode: number];

export const sourceMark = ({ size, mtimeMs, ctimeMs, ino }: Stats): SourceMark => [size, mtimeMs, ctimeMs, ino];

/** Clocks of file systems tick coarsely, some in seconds: a file this young when it was read may have been written again since, unseen. */
const YOUNG = 3000;

export const isYoung = ([, modified = 0, changed = 0]: SourceMark | Float64Array, readAt: number): boolean =>
  Math.max(modified, changed) > readAt - YOUNG;

export const sourceHash = (bytes: Uint8Array): string => hash('sha256', bytes, 'base64url').slice(0, 22);
