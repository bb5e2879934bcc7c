import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the shell is made of; the compiler is no part of it, but for what writes its policy and headers. */
const PARTS = ['index.html', 'package-lock.json', 'vite.config.ts', 'public', 'src'];
const LEFT_OUT = 'src/compiler';
const POLICY = [
  'critical-css.ts',
  'csp.ts',
  'headers-file.ts',
  'shell.ts',
  'shell-page.ts',
  'short-names.ts',
  'worker-file.ts',
].map((name) => `src/compiler/node/${name}`);
const OWN_SCRIPT = 'src/compiler/preview-script.ts';

/** A hash of the shell's sources: two builds with the same one differ in content alone. */
export function shellHash(root: string): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    if (path === LEFT_OUT) return;
    const full = join(root, path);
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    } else hash.update(`${path}\0`).update(readFileSync(full));
  };
  for (const part of [...PARTS, ...POLICY, OWN_SCRIPT]) add(part);
  return hash.digest('hex').slice(0, 20);
}
