import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npmPackage = join(root, 'node_modules/@sparticuz/chromium');

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * What Playwright is to launch: the browser of TEARSHEET_BROWSER, else the one that came with npm, else the system's, else
 * Playwright's own download. Asks no network; `unpackBrowser` must have run for the second to be there.
 * @returns {{ executablePath?: string, env?: Record<string, string>, chromiumSandbox: boolean, args: string[] }}
 */
export function findBrowser() {
  const own = process.env['TEARSHEET_BROWSER'];
  const unpacked = unpackedFolder();
  // As root, and in most containers, Chromium refuses to start its sandbox.
  const options = { chromiumSandbox: false, args: quiet };
  if (own) return { ...options, executablePath: own };
  if (unpacked && existsSync(join(unpacked, 'chromium'))) {
    const libraries = [join(unpacked, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
    return { ...options, executablePath: join(unpacked, 'chromium'), env: { ...environment(), LD_LIBRARY_PATH: libraries } };
  }
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  return system ? { ...options, executablePath: system } : options;
}

/** Unpacks the npm package's Chromium into `.cache/browser/<version>`, whole or not at all. Does nothing where there is none for this machine. */
export function unpackBrowser() {
  const folder = unpackedFolder();
  if (!folder || existsSync(folder)) return;
  const temporary = `${folder}.${process.pid}`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  writeFileSync(join(temporary, 'chromium'), unpacked('chromium.br'), { mode: 0o755 });
  untar(unpacked('al2023.tar.br'), temporary);
  try {
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

const unpacked = (name) => brotliDecompressSync(readFileSync(join(npmPackage, 'bin', name)));

function unpackedFolder() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if (!existsSync(join(npmPackage, 'bin/chromium.br'))) return undefined;
  const { version } = JSON.parse(readFileSync(join(npmPackage, 'package.json'), 'utf8'));
  return join(root, '.cache/browser', version);
}

const environment = () => Object.fromEntries(Object.entries(process.env).filter((entry) => entry[1] !== undefined));

/** Plain files and folders of a tar archive; that is all that this one holds. */
function untar(archive, folder) {
  const field = (at, length) => archive.toString('latin1', at, at + length).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const name = field(at, 100);
    const size = Number.parseInt(field(at + 124, 12), 8);
    const type = field(at + 156, 1);
    const target = join(folder, name);
    if (!target.startsWith(folder)) throw new Error(`The archive names a place outside its folder: ${name}`);
    if (type === '5') mkdirSync(target, { recursive: true });
    if (type === '0' || type === '') {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, archive.subarray(at + 512, at + 512 + size), { mode: 0o755 });
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
