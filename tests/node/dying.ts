import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cli, type Run, root } from './run-cli.ts';

/** Runs a command with each change that it makes of the disk counted. dieAt: the one at which it ends as a cut cord would end it. */
export function runCounted(folder: string, args: string[], dieAt = 0): Run & { changes: number } {
  const counter = join(folder, 'changes-of-the-disk');
  rmSync(counter, { force: true });
  const run = cli(args, {
    env: { TEARSHEET_TEST_DIE: `${counter}:${dieAt}`, NODE_OPTIONS: `--require ${join(root, 'tests/fixtures/die-at.cjs')}` },
  });
  return { ...run, changes: readFileSync(counter).length };
}

/** Numbers from 1 to `last`: the first two, the last `ends`, and others all over the way between. */
export function moments(count: number, last: number, ends = 4): number[] {
  const between = count - ends - 2;
  const spread = Array.from({ length: between }, (_, i) => 2 + Math.ceil(((i + 0.5) * (last - ends - 2)) / between));
  return [1, 2, ...spread, ...Array.from({ length: ends }, (_, i) => last - ends + i + 1)];
}
