import { readFileSync, rmSync } from 'node:fs';
import { contentHash } from '../../lib/hash.ts';
import { lastingPart, type PublicationManifest } from '../../schema/publication.ts';
import type { PagePlan } from '../model.ts';
import { writeWhole } from './atomic-file.ts';

/**
 * What each page of a build was made from, so that a compile draws only those whose making changed: by path, a hash of all that goes
 * into it and how its file was left (`markOf`). Hashes only, no text. It can be deleted at any time: then all pages are drawn.
 */
export type PageState = Map<string, string>;

const HEAD = 'tearsheet pages 1';

/** The state that belongs to a build; empty when there is none, when it is of another build, or damaged. */
export function readPageState(file: string, build: string): PageState {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.lastIndexOf('\n', text.length - 2) + 1;
    if (text.slice(end, -1) !== contentHash(text.slice(0, end))) return new Map();
    const [head, ...lines] = text.slice(0, end - 1).split('\n');
    if (head !== `${HEAD} ${build}`) return new Map();
    return new Map(lines.map((line) => line.split('\t') as [string, string]));
  } catch {
    return new Map();
  }
}

/** Before the first page is written: killed from here on, the next compile must not trust it. */
export const forgetPageState = (file: string): void => rmSync(file, { force: true });

export function writePageState(file: string, build: string, state: PageState): void {
  const text = `${[`${HEAD} ${build}`, ...Array.from(state, ([path, value]) => `${path}\t${value}`)].join('\n')}\n`;
  writeWhole(file, `${text}${contentHash(text)}\n`);
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
