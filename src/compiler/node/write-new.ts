import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes files into a folder that nobody reads yet, so that each is written once and in place. Paths are whole. */
export function createWriteNew(): (path: string, bytes: Uint8Array | string) => void {
  const folders = new Set<string>();
  return (path, bytes) => {
    const folder = dirname(path);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(path, bytes);
  };
}
