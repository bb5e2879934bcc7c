import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { UsageError } from './command-error.ts';
import type { CommandInput } from './commands.ts';

/** What was asked for, else TEARSHEET_CONTENT, else the sample. Absolute. */
export function contentFolder({ root, options }: CommandInput): string {
  const given = options.content ?? process.env['TEARSHEET_CONTENT'];
  return typeof given === 'string' && given !== '' ? resolve(given) : resolve(root, 'content');
}

export function outFolder({ root, options }: CommandInput): string {
  return typeof options.out === 'string' ? resolve(options.out) : resolve(root, 'dist');
}

/** What is done about files that are not public or not whole. */
export const draftOptions = ({ options }: CommandInput): { keepGoing: boolean; quietDrafts: boolean } => ({
  keepGoing: options['keep-going'] === true,
  quietDrafts: options['quiet-drafts'] === true,
});

/** ms since 1970. `--now` must name its zone, else a build would depend on the machine's. */
export function nowOption({ options }: CommandInput): number {
  if (typeof options.now !== 'string') return Date.now();
  const form = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d))$/;
  const time = form.test(options.now) ? Date.parse(options.now) : Number.NaN;
  if (Number.isNaN(time)) throw new UsageError(`--now must be a time with its zone, like 2026-01-31T12:00:00Z.`);
  return time;
}

/** TEARSHEET_POLL, in seconds: how often `--watch` looks through the folder, where nobody can tell it of changes. In ms. */
export function pollOption(): number | undefined {
  const given = process.env['TEARSHEET_POLL'] ?? '';
  if (given === '') return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN;
  if (seconds >= 0.1 && seconds <= 86_400) return seconds * 1000;
  throw new UsageError('TEARSHEET_POLL must be a number of seconds from 0.1 to 86400.');
}

/** `/` or `/path/`. */
export function baseOption({ options }: CommandInput): string {
  const base = options.base;
  if (typeof base !== 'string') return '/';
  if (base.startsWith('/') && base.endsWith('/') && /^(\/[\w.~-]+)*\/$/.test(base) && !/\/\.{1,2}\//.test(base)) return base;
  throw new UsageError('--base must start and end with a slash and hold letters, numbers, - . _ ~ between them, like /news/.');
}

/** The origin and path that the build's root will have; ends in a slash. */
export function siteUrlOption({ options }: CommandInput): string | undefined {
  const given = options['site-url'];
  if (typeof given !== 'string') return undefined;
  if (!/^https?:\/\//i.test(given) || !URL.canParse(given)) {
    throw new UsageError('--site-url must be a whole address, like https://news.example/.');
  }
  const url = new URL(given);
  if (url.search || url.hash || url.username) throw new UsageError('--site-url must have no query, fragment or user name.');
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

export function portOption({ options }: CommandInput): number {
  if (typeof options.port !== 'string') return 4173;
  const port = Number(options.port);
  if (/^\d+$/.test(options.port) && port <= 65_535) return port;
  throw new UsageError('--port must be a number from 0 to 65535.');
}

/** The project's own memory of a build: what lies in `.cache` for the folder that it goes to. */
export const previewCache = (root: string, out: string): string =>
  join(root, '.cache/preview', createHash('sha256').update(out).digest('hex').slice(0, 20));
