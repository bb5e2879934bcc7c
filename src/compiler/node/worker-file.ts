import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files-below.ts';

/** The worker, and what ends it when it is put in its place. Below the build's root. */
const WORKER = 'sw.js';
const FAREWELL = 'sw-off.js';

/**
 * Writes both workers into a shell that is built. html: its page, for the script that it names. version: the hash of the shell's sources.
 * The worker fetches what starts the reader and draws its pages; typefaces of rarer scripts are kept once they were used.
 */
export async function writeWorkers(root: string, base: string, folder: string, html: string, version: string): Promise<void> {
  const entry = /assets\/[^"'\s]+\.js/.exec(html)?.[0];
  if (entry === undefined) throw new Error('The shell’s page names no script below assets/.');
  const files = filesBelow(folder).filter((path) => /^assets\/.*(\.js|\.css|-latin-wght-.*\.woff2)$|^icon\.svg$/.test(path));
  const shell = { version, entry, files: files.map((path) => [path, sha256(join(folder, path))]) };
  await writeWorker(root, base, folder, 'events.ts', WORKER, shell);
  await writeWorker(root, base, folder, 'farewell.ts', FAREWELL, {});
}

/** One classic script: browsers register those everywhere. */
async function writeWorker(
  root: string,
  base: string,
  folder: string,
  source: string,
  name: string,
  shell: object,
): Promise<void> {
  // Loading it takes a tenth of a second, and a shell is rarely built.
  const { build } = await import('vite');
  const outDir = join(folder, `.${name}`);
  await build({
    root,
    base,
    mode: 'production',
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    define: { BUILT_SHELL: JSON.stringify(shell) },
    build: {
      outDir,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: join(root, 'src/worker', source), output: { format: 'iife', entryFileNames: name } },
    },
  });
  renameSync(join(outDir, name), join(folder, name));
  rmSync(outDir, { recursive: true });
}

/** From now on browsers find what ends the worker where they look for the worker. */
export const endWorker = (folder: string): void => copyFileSync(join(folder, FAREWELL), join(folder, WORKER));

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('base64');
