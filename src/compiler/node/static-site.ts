import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD_RECORD } from '../../schema/paths.ts';
import { readBuildRecord } from './build-record.ts';
import { HEADERS_FILE, type HeaderRule, headersFor, IMMUTABLE, parseHeaders, REVALIDATED } from './headers-file.ts';

export type SiteAnswer =
  | { status: 200 | 404; file: string; headers: Map<string, string> }
  | { status: 301; location: string }
  | { status: 400 };

export interface StaticSite {
  base: string;
  /** What a static host without rules of its own answers for a URL's path (percent-encoded, without query). */
  answer: (path: string) => SiteAnswer;
}

/** A build as a static host would serve it, undefined when the folder holds none. Rules and base are read once. */
export function openSite(folder: string): StaticSite | undefined {
  const record = readBuildRecord(folder);
  if (!record) return undefined;
  const headersFile = join(folder, HEADERS_FILE);
  const rules = existsSync(headersFile) ? parseHeaders(readFileSync(headersFile, 'utf8')) : [];
  const base = record.base;
  return { base, answer: (path) => answer(folder, base, rules, path) };
}

function answer(folder: string, base: string, rules: readonly HeaderRule[], path: string): SiteAnswer {
  const segments = safeSegments(path);
  if (!segments) return { status: 400 };
  const missing = (): SiteAnswer => ({
    status: 404,
    file: join(folder, '404.html'),
    headers: headersOf(rules, path, '404.html'),
  });
  if (path === base.slice(0, -1) || (path === '/' && base !== '/')) return { status: 301, location: base };
  if (!path.startsWith(base)) return missing();
  const below = segments.slice(base.split('/').length - 2);
  const name = below.join('/');
  if (name === HEADERS_FILE || name === BUILD_RECORD) return missing();
  const kind = kindOf(join(folder, name));
  if (kind === 'folder' && !path.endsWith('/')) return { status: 301, location: `${path}/` };
  const file = kind === 'folder' ? `${name}${name === '' || name.endsWith('/') ? '' : '/'}index.html` : name;
  if (kindOf(join(folder, file)) !== 'file' || (kind === 'file' && path.endsWith('/'))) return missing();
  return { status: 200, file: join(folder, file), headers: headersOf(rules, path, file) };
}

/** Decoded once. Undefined for what no honest client sends: a segment that is or hides `..`, a slash, a NUL, or no UTF-8. */
function safeSegments(path: string): string[] | undefined {
  if (!path.startsWith('/')) return undefined;
  const segments: string[] = [];
  for (const part of path.slice(1).split('/')) {
    let segment: string;
    try {
      segment = decodeURIComponent(part);
    } catch {
      return undefined;
    }
    if (segment === '.' || segment === '..' || /[/\\\0]|%2e|%2f|%5c|%00|%25/i.test(segment)) return undefined;
    segments.push(segment);
  }
  // Two slashes in a row would name the same file a second time, and at the start another host.
  return segments.slice(0, -1).includes('') ? undefined : segments;
}

function headersOf(rules: readonly HeaderRule[], path: string, file: string): Map<string, string> {
  const headers = headersFor(rules, path);
  const cache = isNamedByHash(file) ? IMMUTABLE : REVALIDATED;
  return new Map([
    ['Cache-Control', cache],
    ...headers,
    ...(file === '404.html' ? [['Cache-Control', REVALIDATED] as const] : []),
  ]);
}

/** Files under data/ whose name changes with what they hold: 14 characters, a number among them, lest a slug's last word count as one. */
export const isNamedByHash = (path: string): boolean => /^data\/(article|feed)\/.*[./](?=[a-z]*\d)[0-9a-z]{14}\.json$/.test(path);

function kindOf(path: string): 'file' | 'folder' | 'nothing' {
  try {
    const stat = statSync(path);
    return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : 'nothing';
  } catch {
    // A name that is too long, or a file where the path wants a folder.
    return 'nothing';
  }
}
