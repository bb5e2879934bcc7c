import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './atomic-file.ts';
import { openPolicy } from './csp.ts';
import { HEADERS_FILE } from './headers-file.ts';

/** Lets a build's `_headers` say the same as its pages: pictures from one more origin, or from our own alone. Returns the path if it was written. */
export function openHeaders(folder: string, pictureOrigin: string | undefined): string[] {
  const path = join(folder, HEADERS_FILE);
  if (!existsSync(path)) return [];
  const before = readFileSync(path, 'utf8');
  const after = openPolicy(before, pictureOrigin);
  if (after === before) return [];
  writeWhole(path, after);
  return [HEADERS_FILE];
}
