// `npm test`: every test, then one plain line with the numbers. Arguments go to vitest.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './bundle-cli.mjs';

const report = join(root, '.cache/test-report.json');
mkdirSync(join(root, '.cache'), { recursive: true });
rmSync(report, { force: true });

const vitest = [
  join(root, 'node_modules/vitest/vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
];
// NODE_ENV=production would test another React; TEARSHEET_CONTENT another publication, TEARSHEET_PREVIEW_* with its drafts.
const others = /^(?:NODE_ENV$|TEARSHEET_(?:CONTENT$|PREVIEW_))/;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !others.test(name)));
// Files that run beside each other would each build the reader's shell, and wait too long for it.
const warm = mkdtempSync(join(tmpdir(), 'tearsheet-warm-'));
spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), 'build', '--content', 'content', '--out', join(warm, 'site')], {
  cwd: root,
  env,
});
rmSync(warm, { recursive: true, force: true });

const run = spawnSync(process.execPath, [...vitest, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit', env });

const { passed, failed, skipped } = countTests(report);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = run.status === 0 && failed === 0 && passed > 0 ? 0 : 1;

/** A file that broke before its tests could run counts as one that failed. */
function countTests(path) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(path, 'utf8'));
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    ).length;
    return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
