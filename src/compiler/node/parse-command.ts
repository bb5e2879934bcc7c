import { parseArgs } from 'node:util';
import { nearestName } from '../../lib/edit-distance.ts';
import { UsageError } from './command-error.ts';
import { COMMANDS, type CommandInput, type CommandName, OPTIONS, type OptionName } from './commands.ts';

/** Reads a command's arguments. Throws a UsageError that names the nearest known option. */
export function parseCommand(name: CommandName, args: string[], root: string): CommandInput {
  const { options: known, folder, words = [] } = COMMANDS[name];
  const { values, positionals, tokens } = parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(known.map((option) => [option, { type: OPTIONS[option].type }])),
  });
  for (const token of tokens) if (token.kind === 'option') checkOption(name, token.name, token.rawName, token.value);
  const taken = folder ? [folder] : words;
  const unknown = positionals[taken.length];
  if (unknown !== undefined && !taken.at(-1)?.endsWith('...')) {
    const takes = folder ? `one ${folder}` : taken.length > 0 ? taken.join(' and ') : 'options only';
    throw new UsageError(`${name} takes ${takes}; do not know what to do with "${unknown}".`);
  }
  const [given] = positionals;
  const options = values as CommandInput['options'];
  return folder && given !== undefined ? { root, options, folder: given, words: [] } : { root, options, words: positionals };
}

function checkOption(command: CommandName, option: string, written: string, value: string | undefined): void {
  const known = COMMANDS[command].options;
  if (!known.includes(option as OptionName)) {
    const nearest = nearestName(option, known);
    const hint = nearest ? ` Did you mean --${nearest}?` : '';
    throw new UsageError(`${command} has no option ${written}.${hint} All options: npm run ${command} -- --help`);
  }
  const { type } = OPTIONS[option as OptionName];
  if (type === 'boolean' && value !== undefined) throw new UsageError(`--${option} takes no value.`);
  if (type === 'string' && (value === undefined || value === '' || value.startsWith('--'))) {
    throw new UsageError(`--${option} needs a value.`);
  }
}
