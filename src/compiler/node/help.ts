import { COMMANDS, type CommandName, OPTIONS } from './commands.ts';

const EXIT_CODES = 'Exit codes: 0 done, 1 bad content or nothing to work on, 2 bad usage. Only `pictures` asks the network.';

export function helpForAll(): string {
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  npm run ${name.replace('-', ':').padEnd(14)}${summary}`);
  return ['Tearsheet turns a folder of articles into a news reader made of plain files.', '', ...lines, '', EXIT_CODES].join(
    '\n',
  );
}

export function helpFor(name: CommandName): string {
  const { summary, options, folder, words = [] } = COMMANDS[name];
  const given = folder ? [`[${folder}]`] : words;
  const usage = `npm run ${name.replace('-', ':')} -- ${[...given, '[options]'].join(' ')}`;
  const lines = options.map((option) => {
    const { value, text } = { value: '', ...OPTIONS[option] };
    return `  ${`--${option} ${value}`.padEnd(20)}${text}`;
  });
  return [`Usage: ${usage}`, '', summary, '', 'Options:', ...lines, '', EXIT_CODES].join('\n');
}
