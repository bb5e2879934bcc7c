import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentSecurityPolicy, inlineParts, withPolicy } from './csp.ts';
import { filesBelow } from './files-below.ts';
import { formatHeaders, HEADERS_FILE, headerRules } from './headers-file.ts';
import { shellHash } from './shell-hash.ts';

/** The reader without content. `files`: paths relative to the build's root, sorted; they lie in `folder`. */
export interface Shell {
  hash: string;
  folder: string;
  files: string[];
  /** The page that all pages are made from. */
  template: string;
}

const TEMPLATE = 'index.html';
const HOUR = 3_600_000;

/** The shell for a base, built by Vite unless the same sources were built for it before. */
export async function buildShell(root: string, base: string): Promise<Shell> {
  const hash = shellHash(root);
  const home = join(root, '.cache/shell');
  const folder = join(home, `${hash}${base.replaceAll('/', '+')}`);
  if (!existsSync(folder)) {
    const temporary = `${folder}.${process.pid}`;
    await runVite(root, base, temporary);
    finishShell(temporary, base);
    moveTo(temporary, folder);
    removeOld(home, hash);
  }
  const all = filesBelow(folder);
  return { hash, folder, files: all.filter((path) => path !== TEMPLATE), template: readFileSync(join(folder, TEMPLATE), 'utf8') };
}

async function runVite(root: string, base: string, outDir: string): Promise<void> {
  // A development NODE_ENV in the caller's shell would build a development React.
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('vite');
  await build({
    root,
    base,
    mode: 'production',
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });
}

function finishShell(folder: string, base: string): void {
  const html = readFileSync(join(folder, TEMPLATE), 'utf8');
  const policy = contentSecurityPolicy(inlineParts(html));
  writeFileSync(join(folder, TEMPLATE), withPolicy(html, policy));
  writeFileSync(join(folder, HEADERS_FILE), formatHeaders(headerRules(base, policy)));
}

/** Another process may have built the same meanwhile. */
function moveTo(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    rmSync(from, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

/** Other versions, and what killed runs left. Not those of a moment ago: another process may be at them. */
function removeOld(home: string, hash: string): void {
  for (const name of readdirSync(home)) {
    const path = join(home, name);
    const isOld = !name.startsWith(hash) || /\.\d+$/.test(name);
    if (isOld && Date.now() - statSync(path).mtimeMs > HOUR) rmSync(path, { recursive: true, force: true });
  }
}
