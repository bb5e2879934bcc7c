import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of all files below a folder, with `/`, sorted by code units. */
export function filesBelow(folder: string, prefix = ''): string[] {
  const paths = readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(folder, `${prefix}${entry.name}/`) : [prefix + entry.name],
  );
  return paths.sort();
}
