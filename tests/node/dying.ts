import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cli, type Run, root } from './run-cli.ts';

export interface CountedRun extends Run {
  changes: number;
  /** The change that makes a link; 0 where none did. */
  link: number;
}

/** Runs a command with each change that it makes of the disk counted. dieAt: the one at which it ends as a cut cord would end it. */
export function runCounted(folder: string, args: string[], dieAt = 0): CountedRun {
  const counter = join(folder, 'changes-of-the-disk');
  rmSync(counter, { force: true });
  const run = cli(args, {
    env: { TEARSHEET_TEST_DIE: `${counter}:${dieAt}`, NODE_OPTIONS: `--require ${join(root, 'tests/fixtures/die-at.cjs')}` },
  });
  const changes = readFileSync(counter, 'latin1');
  return { ...run, changes: changes.length, link: changes.indexOf('s') + 1 };
}

/** Numbers from 1 to `last`: the first two, the last four, those around `near` if one is named, and others all over the way between. */
export function moments(count: number, last: number, near = 0): number[] {
  const around = near > 0 ? [-2, -1, 0, 1, 2].map((step) => near + step) : [];
  const between = count - 6 - around.length;
  const spread = Array.from({ length: between }, (_, i) => 2 + Math.ceil(((i + 0.5) * (last - 6)) / between));
  return [1, 2, ...spread, ...around, ...Array.from({ length: 4 }, (_, i) => last - 3 + i)];
}
