import { ImageInput } from '../schema/front-matter.ts';
import type { SourceImage } from './model.ts';
import { readObject } from './read-object.ts';
import type { Field, Report } from './report.ts';
import { readUrl } from './urls.ts';

/** From the folder's root, with nothing to resolve or refuse. */
const ROOTED = /^(?:\/[\w-][\w.-]*)+$/;
const PICTURE = /\.(?:jpe?g|png|webp|gif|avif)$/i;

export type LocalPath = { local: string } | { fault: string; outside?: true };

/**
 * A picture's path in the content folder: from `/` it counts from the folder's root, else from the folder of the file at
 * `from`. It never leaves the content folder.
 */
export function localPath(written: string, from: string): LocalPath {
  if (ROOTED.test(written) && PICTURE.test(written)) return { local: written.slice(1) };
  const rooted = written.startsWith('/');
  const parts = rooted ? [] : from.split('/').slice(0, -1);
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) {
      return { fault: 'leads out of the content folder. Put the picture into the folder and name it from there.', outside: true };
    }
  }
  const local = parts.join('/');
  if (/[\\\p{Cc}]/u.test(local)) return { fault: 'holds a backslash or control character. Write / between folders.' };
  if (parts.some((part) => part.startsWith('.')))
    return { fault: 'names a hidden file or folder. Pictures are taken from plain folders.' };
  if (/\.svgz?$/i.test(local)) return { fault: 'is an SVG, which can hold scripts and is not taken. Save it as PNG or WebP.' };
  if (!PICTURE.test(local)) return { fault: 'is neither a web address nor a picture file (jpg, png, webp, gif, avif).' };
  return { local };
}

/** A remote address or a path in the content folder, as pictures are named everywhere. */
export function pictureSource(written: string, from: string): { url: string } | LocalPath {
  const trimmed = written.trim();
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(trimmed)) return readUrl(trimmed);
  if (trimmed === '') return { fault: 'is empty. Write an address or a path.' };
  return localPath(trimmed, from);
}

/**
 * The pictures of an `images` list. Faulty ones are left out with a warning; a path out of the content folder is told to
 * `outside`, because somebody counted the folders wrong and may mean a file that must not be shown.
 */
export function readImages(
  raw: readonly unknown[],
  field: Field,
  from: string,
  report: Report,
  outside: Report['error'],
): SourceImage[] {
  const images: SourceImage[] = [];
  for (const [index, item] of raw.entries()) {
    if (item === null || item === undefined) continue;
    const here = [...field, index];
    const input = readObject(ImageInput, typeof item === 'string' ? { url: item } : item, here, report.warn);
    if (input?.url === undefined) continue;
    const source = pictureSource(input.url, from);
    if ('fault' in source) {
      const tell = 'outside' in source ? outside : report.warn;
      tell(typeof item === 'string' ? here : [...here, 'url'], source.fault);
      continue;
    }
    const size = { ...(input.width && { width: input.width }), ...(input.height && { height: input.height }) };
    images.push({ ...source, ...size, isCached: input.isCached === true });
  }
  return images;
}
