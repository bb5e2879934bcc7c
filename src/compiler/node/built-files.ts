import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { contentHash } from '../../lib/hash.ts';
import { MemoryFault } from '../memory/memory.ts';

/** The texts of a build's hashed files. One that is not what its name says is a MemoryFault. */
export function builtFiles(folder: string): (path: string) => string {
  return (path) => {
    let text: string;
    try {
      text = readFileSync(join(folder, path), 'utf8');
    } catch {
      throw new MemoryFault(`${path} is not in the build`);
    }
    const name = basename(path, '.json').split('.').at(-1);
    if (contentHash(text) !== name) throw new MemoryFault(`${path} is not what was written`);
    return text;
  };
}
