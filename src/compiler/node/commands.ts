import { UsageError } from './command-error.ts';

/** What a command gets: parsed options, checked, with absolute paths. `root` is the project's own folder. */
export interface CommandInput {
  root: string;
  options: { [K in OptionName]?: string | boolean };
  /** The folder that was given without an option, as written. */
  folder?: string;
  /** What was given besides, as `words` of the command has it. */
  words: string[];
}

export const OPTIONS = {
  content: { type: 'string', value: 'DIR', text: 'the content folder (else TEARSHEET_CONTENT, else the sample in content/)' },
  out: { type: 'string', value: 'DIR', text: 'the folder of the build (else dist/)' },
  base: { type: 'string', value: '/PATH/', text: 'where the site lives on its host (else /)' },
  'site-url': {
    type: 'string',
    value: 'URL',
    text: "the address of the build's root, base included, for links that must be absolute (else `url` in tearsheet.yaml)",
  },
  now: { type: 'string', value: 'TIME', text: 'ISO 8601 with a zone: articles later than it are scheduled (else the clock)' },
  'keep-going': { type: 'boolean', text: 'leave bad files out; fails all the same when they are more than 1 %' },
  'quiet-drafts': { type: 'boolean', text: 'name no file that is not public, for logs that others can read' },
  'origin-api': { type: 'boolean', text: 'also write api/news/..., as clients of the origin read it' },
  'no-worker': { type: 'boolean', text: 'end offline reading: browsers drop the worker and its copies at their next visit' },
  'dry-run': { type: 'boolean', text: 'write nothing, and tell what would be written' },
  changes: {
    type: 'string',
    value: 'FILE',
    text: 'write to FILE what was written and deleted, in the order in which to upload it',
  },
  watch: {
    type: 'boolean',
    text: 'go on: compile again whenever the content folder changes, or an article is due',
  },
  json: { type: 'boolean', text: 'print an array of {severity, path, line, column, field, message}' },
  port: { type: 'string', value: 'N', text: 'the port (else 4173)' },
  help: { type: 'boolean', text: 'show this' },
} as const satisfies Record<string, { type: 'string' | 'boolean'; value?: string; text: string }>;

export type OptionName = keyof typeof OPTIONS;
export type CommandName =
  | 'build'
  | 'compile'
  | 'pictures'
  | 'validate'
  | 'serve'
  | 'start'
  | 'seal'
  | 'review'
  | 'bench-compile'
  | 'bench-images'
  | 'bench-clusters'
  | 'bench-ranking';

interface Command {
  summary: string;
  options: readonly OptionName[];
  folder?: string;
  /** What must or may be given, in this order, for help and for refusals. Of one that ends in dots there may be many. */
  words?: readonly string[];
}

export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  build: {
    summary: 'Writes the reader and its content into a folder, complete and deployable. The folder before it stays until then.',
    options: ['content', 'out', 'base', 'site-url', 'now', 'keep-going', 'quiet-drafts', 'origin-api', 'no-worker', 'help'],
  },
  compile: {
    summary: 'Brings the content of a build up to date; the reader itself stays. Only files that changed are written.',
    options: ['content', 'out', 'now', 'keep-going', 'quiet-drafts', 'origin-api', 'changes', 'watch', 'help'],
  },
  pictures: {
    summary:
      'Fetches copies of the pictures that articles name elsewhere and that the publisher keeps. The only command that asks the network.',
    options: ['content', 'now', 'quiet-drafts', 'help'],
  },
  validate: {
    summary: 'Checks the articles of a content folder. Writes nothing.',
    options: ['content', 'json', 'help'],
  },
  serve: {
    summary: 'Serves a build on this machine, compressed, with the headers it needs, as a static host would.',
    options: ['port', 'help'],
    folder: 'DIR',
  },
  start: {
    summary: "Builds and serves, the sample's drafts with it.",
    options: ['content', 'out', 'port', 'help'],
  },
  seal: {
    summary: "Keeps the list of reviewers, each with a link that opens a build's sealed drafts: docs/preview.md.",
    options: ['content', 'help'],
    words: ['add|remove|list', 'NAME'],
  },
  review: {
    summary: 'Writes the verdicts of reviewers into the articles that they are about: docs/preview.md.',
    options: ['content', 'dry-run', 'help'],
    words: ['apply', 'FILE...'],
  },
  'bench-compile': {
    summary: 'Measures compiling made articles. Its own options stand in src/compiler/node/bench-compile.ts.',
    options: ['help'],
  },
  'bench-images': {
    summary: 'Measures encoding pictures. Its own options stand in src/compiler/node/bench-images.ts.',
    options: ['help'],
  },
  'bench-clusters': {
    summary: 'Judges clusters by folders that tell what belongs together. See src/compiler/node/bench-clusters.ts.',
    options: ['help'],
  },
  'bench-ranking': {
    summary: 'Compares Top with other formulas on content folders. See src/compiler/node/bench-ranking.ts.',
    options: ['help'],
  },
};

export function commandNamed(name: string): CommandName {
  if (Object.hasOwn(COMMANDS, name)) return name as CommandName;
  throw new UsageError(`There is no command ${name}. Commands: ${Object.keys(COMMANDS).join(', ')}.`);
}
