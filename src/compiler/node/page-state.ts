import { readFileSync, rmSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { contentHash } from '../../lib/hash.ts';
import { lastingPart, type PublicationManifest } from '../../schema/publication.ts';
import type { PagePlan } from '../model.ts';
import { byText } from '../order.ts';
import { writeWhole } from './atomic-file.ts';

/**
 * What each page of a build was made from, so that a compile draws only those whose making changed: by path, a hash of all that goes
 * into it and how its file was left (`markOf`). Hashes only, no text. It can be deleted at any time: then all pages are drawn.
 */
export type PageState = ReadonlyMap<string, string>;

/** The same as it was read: a line for each page, sorted by path. Few compiles ask for many. */
export interface KeptPages {
  get: (path: string) => string | undefined;
  isEmpty: boolean;
  /** With other pages, and without those that are gone. */
  with: (made: PageState, gone: Iterable<string>) => string;
}

const HEAD = 'tearsheet pages 2';

/** The state that belongs to a build; empty when there is none, when it is of another build, or damaged. */
export function readPageState(file: string, build: string): KeptPages {
  try {
    const bytes = readFileSync(file);
    const start = bytes.indexOf(10) + 1;
    const lines = bytes.subarray(start);
    if (bytes.toString('utf8', 0, start - 1) === `${HEAD} ${build} ${crc32(lines)}`) return keptPages(lines.toString('utf8'));
  } catch {
    // As if there were none.
  }
  return keptPages('');
}

/** Before the first page is written: killed from here on, the next compile must not trust it. */
export const forgetPageState = (file: string): void => rmSync(file, { force: true });

/** lines: from `KeptPages.with`. */
export function writePageState(file: string, build: string, lines: string): void {
  const bytes = Buffer.from(lines);
  writeWhole(file, [Buffer.from(`${HEAD} ${build} ${crc32(bytes)}\n`), bytes]);
}

export const noPages = (): KeptPages => keptPages('');

function keptPages(lines: string): KeptPages {
  const pathAt = (start: number): string => lines.slice(start, lines.indexOf('\t', start));
  /** Where the line of a path begins, or of the first that follows it. */
  const find = (path: string): number => {
    let [low, high] = [0, lines.length];
    while (low < high) {
      const middle = lines.lastIndexOf('\n', Math.max(low, (low + high) >> 1) - 1) + 1;
      const start = middle < low ? low : middle;
      if (pathAt(start) < path) low = lines.indexOf('\n', start) + 1;
      else high = start;
    }
    return low;
  };
  const endOf = (start: number): number => lines.indexOf('\n', start) + 1;
  const isAt = (start: number, path: string): boolean => start < lines.length && pathAt(start) === path;
  return {
    isEmpty: lines === '',
    get: (path) => {
      const start = find(path);
      return isAt(start, path) ? lines.slice(start + path.length + 1, endOf(start) - 1) : undefined;
    },
    with: (made, gone) => {
      const left = new Set(gone);
      const parts: string[] = [];
      let end = 0;
      for (const path of [...new Set([...made.keys(), ...left])].sort(byText)) {
        const start = find(path);
        parts.push(lines.slice(end, start));
        const value = left.has(path) ? undefined : made.get(path);
        if (value !== undefined) parts.push(`${path}\t${value}\n`);
        end = isAt(start, path) ? endOf(start) : start;
      }
      return parts.join('') + lines.slice(end);
    },
  };
}

/** What all pages share. made: the shell's hash and template. publication: the text of its table of contents. */
export function createPageKeys({ made, language, publication }: { made: string; language: string; publication: string }) {
  const shell = contentHash(`${made}\n${language}`);
  const frame = contentHash(JSON.stringify(lastingPart(JSON.parse(publication) as PublicationManifest)));
  const whole = contentHash(publication);
  return ({ address, style, head, files, data }: PagePlan): string => {
    const shown = data();
    // Those are given all of it, the others what lasts: `prerender/render-page.tsx`.
    const around = address === '/' || shown.kind === 'plain' ? whole : frame;
    return contentHash([shell, around, address, style, head, ...files, ...Object.values(shown)].join('\n'));
  };
}
