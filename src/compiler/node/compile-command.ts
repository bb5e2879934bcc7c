import { resolve } from 'node:path';
import { buildPlace } from './build-place.ts';
import type { CommandInput } from './commands.ts';
import { compileLine } from './compile-line.ts';
import { compileRound } from './compile-round.ts';
import { nowOption, outFolder } from './read-options.ts';
import { writeChanges } from './write-changes.ts';

/** Brings the content of a build up to date, in place; with `--watch` again and again. */
export async function compileCommand(input: CommandInput): Promise<number> {
  const { options } = input;
  if (options.watch === true) return (await import('./watch-command.ts')).watchCommand(input);
  const now = nowOption(input);
  const place = buildPlace(outFolder(input));
  const compiled = await compileRound(input, place, now);
  if (typeof options.changes === 'string') writeChanges(resolve(options.changes), compiled);
  console.log(compileLine(compiled, place.out));
  return 0;
}
