import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = ['src/compiler', 'src/seal', 'src/schema', 'src/lib', 'package-lock.json', 'scripts/bundle-cli.mjs'];
const HOUR = 3_600_000;

/**
 * The command line's module, bundled anew only when its sources changed: starting it is then one import.
 * @returns {Promise<{ main: (args: string[], root: string) => Promise<number> }>}
 */
export async function loadCli() {
  if (!existsSync(join(root, 'node_modules/vite/package.json'))) {
    console.error('The packages are not installed. Run: npm ci');
    process.exit(1);
  }
  const home = join(root, '.cache/cli');
  const folder = join(home, hashOf(sources));
  if (!existsSync(folder)) await bundle(home, folder);
  return import(pathToFileURL(join(folder, 'cli.mjs')).href);
}

async function bundle(home, folder) {
  const { build } = await import('vite');
  const temporary = `${folder}.${process.pid}`;
  await build({
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    // Small pure packages are bundled: opening a hundred files is what start-up would spend its time on.
    ssr: { noExternal: true, external: ['vite', 'sharp', 'chokidar', 'rolldown'] },
    build: {
      ssr: true,
      outDir: temporary,
      emptyOutDir: true,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        input: ['src/compiler/node/cli.ts', 'src/compiler/node/second-worker.ts'],
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  mkdirSync(home, { recursive: true });
  try {
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  removeOld(home, folder);
}

/** Another process may still be loading parts of a bundle of a moment ago. */
function removeOld(home, current) {
  for (const name of readdirSync(home)) {
    const path = join(home, name);
    if (path !== current && Date.now() - statSync(path).mtimeMs > HOUR) rmSync(path, { recursive: true, force: true });
  }
}

function hashOf(paths) {
  const hash = createHash('sha256').update(`node ${process.versions.node.split('.')[0]}`);
  const add = (path) => {
    const full = join(root, path);
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    } else hash.update(path).update('\0').update(readFileSync(full));
  };
  for (const path of paths) add(path);
  return hash.digest('hex').slice(0, 16);
}
