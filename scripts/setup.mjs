// Makes `npm start` and `npm test` the only commands on a fresh clone: installs what the lockfile says, when it changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const mark = join(root, 'node_modules/.tearsheet-setup');

const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(`node ${process.versions.node.split('.')[0]} ${process.platform} ${process.arch}`)
  .digest('hex');

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) install();
if (process.argv.includes('--browser')) {
  const { unpackBrowser } = await import('./browser.mjs');
  unpackBrowser();
}

function install() {
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    // npm ci would empty the folder behind the link, which is somebody else's.
    console.error('node_modules is a link to another folder. Run npm ci there, or remove the link.');
    process.exit(1);
  }
  console.log('Installing packages (once, until package-lock.json changes) ...');
  // NODE_ENV=production would leave out what builds and tests need. On Windows npm is a script that only a shell starts.
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env['npm_execpath'];
  const run = npm
    ? spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', options, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (run.status !== 0) {
    console.error('npm ci failed. See its message above; then run the command again.');
    process.exit(1);
  }
  writeFileSync(mark, wanted);
}
