import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** path: whole. */
interface NewFile {
  path: string;
  bytes: Uint8Array | string;
}

/** Writes files into a folder that nobody reads yet, so that each is written once and in place. */
export function createWriteNew(): (file: NewFile) => void {
  const folders = new Set<string>();
  return ({ path, bytes }) => {
    const folder = dirname(path);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(path, bytes);
  };
}
