import { Refusal, UsageError } from './command-error.ts';
import { type CommandInput, type CommandName, commandNamed } from './commands.ts';
import { helpFor, helpForAll } from './help.ts';
import { parseCommand } from './parse-command.ts';

/**
 * Runs one command. `args` begins with its name; `root` is the project's folder. Resolves to the exit code:
 * 0 done, 1 bad content or nothing to work on, 2 bad usage. `serve` resolves when it listens and goes on.
 */
export async function main(args: string[], root: string): Promise<number> {
  try {
    const [first, ...rest] = args;
    if (first === undefined || first === '--help' || first === 'help') {
      console.log(helpForAll());
      return first === undefined ? 2 : 0;
    }
    // Not for people: the process that decodes what the pictures command fetched.
    if (first === 'picture-worker') return await (await import('./remote/picture-worker.ts')).pictureWorker();
    const name = commandNamed(first);
    if (name === 'bench-compile') return await (await import('./bench-compile.ts')).benchCompile(rest, root);
    if (name === 'bench-images') return await (await import('./bench-images.ts')).benchImages(rest, root);
    if (name === 'bench-clusters') return await (await import('./bench-clusters.ts')).benchClusters(rest);
    if (name === 'bench-ranking') return await (await import('./bench-ranking.ts')).benchRanking(rest);
    if (rest.includes('--help')) {
      console.log(helpFor(name));
      return 0;
    }
    return await run(name, parseCommand(name, rest, root));
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof Refusal)) throw error;
    console.error(error.message);
    return error instanceof UsageError ? 2 : 1;
  }
}

/** Each command is loaded only when it is asked for: sharp and Vite take longer to open than most commands to run. */
async function run(name: Exclude<CommandName, `bench-${string}`>, input: CommandInput): Promise<number> {
  if (name === 'build') return (await import('./build-command.ts')).buildCommand(input);
  if (name === 'compile') return (await import('./compile-command.ts')).compileCommand(input);
  if (name === 'start') return (await import('./start-command.ts')).startCommand(input);
  if (name === 'pictures') return (await import('./pictures-command.ts')).picturesCommand(input);
  if (name === 'validate') return (await import('./validate-command.ts')).validateCommand(input);
  if (name === 'seal') return (await import('./seal-command.ts')).sealCommand(input);
  if (name === 'review') return (await import('./review-command.ts')).reviewCommand(input);
  return (await import('./serve-command.ts')).serveCommand(input);
}
