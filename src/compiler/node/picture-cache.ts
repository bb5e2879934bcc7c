import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { pictureFile } from '../../schema/paths.ts';
import { Picture } from '../../schema/picture.ts';
import { writeWhole } from './atomic-file.ts';
import { ENCODER_VERSION, type EncodedPicture, fileFormats, pictureId } from './encode-picture.ts';

/** Where encoded pictures are kept: outside node_modules, which an install empties. TEARSHEET_PICTURES names another folder, for machines that keep one between runs. */
export function pictureCache(root: string): string {
  const given = process.env['TEARSHEET_PICTURES'];
  return given === undefined || given === '' ? join(root, '.cache/pictures') : resolve(given);
}

/** A file of a picture, still in the cache: a folder may have more of them than memory has room for. */
export interface PictureFile {
  path: string;
  size: number;
  read: () => Buffer;
}

/** One file an entry: a line of JSON, then the encoded files one after the other. The picture's id is their hash, so an entry proves itself. */
const Head = v.object({ picture: Picture, lengths: v.array(v.number()), look: v.string() });

export function cacheKey(bytes: Uint8Array, use: 'picture' | 'logo', effort: number): string {
  return createHash('sha256').update(`${ENCODER_VERSION} ${use} ${effort} `).update(bytes).digest('hex');
}

const entryPath = (folder: string, key: string): string => join(folder, key.slice(0, 2), key);

/** The line's own proof: the picture's sizes and colours are in no file's bytes. */
const lookHash = (picture: Picture, lengths: readonly number[]): string =>
  createHash('sha256')
    .update(JSON.stringify([picture, lengths]))
    .digest('hex')
    .slice(0, 20);

/** An entry, undefined when it is not there or is not what was once written. */
export function readEntry(folder: string, key: string): EncodedPicture | undefined {
  try {
    const bytes = readFileSync(entryPath(folder, key));
    const end = bytes.indexOf('\n');
    const { picture, lengths, look } = v.parse(Head, JSON.parse(bytes.toString('utf8', 0, end)));
    const files: Buffer[] = [];
    let at = end + 1;
    for (const length of lengths) {
      files.push(bytes.subarray(at, at + length));
      at += length;
    }
    const isWhole = at === bytes.length && pictureId(files) === picture.id && lookHash(picture, lengths) === look;
    return isWhole && (files.length === picture.widths.length || files.length === 2 * picture.widths.length)
      ? { picture, files }
      : undefined;
  } catch {
    return undefined;
  }
}

export function writeEntry(folder: string, key: string, { picture, files }: EncodedPicture): void {
  const lengths = files.map((file) => file.length);
  const head = `${JSON.stringify({ picture, lengths, look: lookHash(picture, lengths) })}\n`;
  writeWhole(entryPath(folder, key), Buffer.concat([Buffer.from(head), ...files]));
}

/** An entry's files as a build has them; they are read when they are written. */
export function filesOf(folder: string, key: string, { picture, files }: EncodedPicture): PictureFile[] {
  const formats = fileFormats(files.length === picture.widths.length ? 'logo' : 'picture');
  const names = picture.widths.flatMap((width) => formats.map((format) => pictureFile(picture.id, width, format)));
  return names.map((path, i) => ({
    path,
    size: files[i]?.length ?? 0,
    read: () => readEntry(folder, key)?.files[i] ?? gone(path),
  }));
}

function gone(path: string): never {
  throw new Error(`The cached copy of ${path} was taken away while it was used. Run the command again.`);
}
