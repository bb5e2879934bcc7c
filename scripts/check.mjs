// `npm run check`: everything that can be known of the code without running it, at once. Prints only what is wrong.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');

const checks = {
  types: ['typescript/bin/tsc', '-p', '.'],
  "the worker's types": ['typescript/bin/tsc', '-p', 'src/worker'],
  lint: ['oxlint/bin/oxlint', '--deny-warnings'],
  format: ['@biomejs/biome/bin/biome', 'check', '.'],
  'unused code': ['knip/bin/knip.js', '--no-progress', '--no-config-hints'],
  'import rules': ['vitest/vitest.mjs', 'run', '--project', 'plain', '--reporter', 'dot', 'tests/house'],
};

function run([script, ...args]) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(modules, script), ...args], { cwd: root });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('close', (code) => done({ code, output }));
  });
}

if (!existsSync(join(modules, 'vitest'))) {
  console.error('The packages are not installed. Run: npm ci');
  process.exit(1);
}
const started = performance.now();
const results = await Promise.all(Object.entries(checks).map(async ([name, command]) => ({ name, ...(await run(command)) })));
for (const { name, code, output } of results) if (code !== 0) console.error(`\n== ${name}\n${output.trim()}`);
const failed = results.filter(({ code }) => code !== 0).map(({ name }) => name);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
if (failed.length === 0) console.log(`Types, lint, format, unused code and import rules are fine (${seconds} s).`);
else console.error(`\nWrong: ${failed.join(', ')} (${seconds} s).`);
process.exitCode = failed.length === 0 ? 0 : 1;
