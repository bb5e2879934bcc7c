import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Picture } from '../../schema/picture.ts';
import { writeWhole } from './atomic-file.ts';
import { ENCODER_VERSION, type EncodedPicture, pictureId } from './encode-picture.ts';

/** One file an entry: a line of JSON, then the encoded files one after the other. The picture's id is their hash, so an entry proves itself. */
const Head = v.object({ picture: Picture, lengths: v.array(v.number()) });

export function cacheKey(bytes: Uint8Array, use: 'picture' | 'logo'): string {
  return createHash('sha256').update(`${ENCODER_VERSION} ${use} `).update(bytes).digest('hex');
}

const entryPath = (folder: string, key: string): string => join(folder, key.slice(0, 2), key);

/** An entry, undefined when it is not there or is not what was once written. */
export function readEntry(folder: string, key: string): EncodedPicture | undefined {
  try {
    const bytes = readFileSync(entryPath(folder, key));
    const end = bytes.indexOf('\n');
    const { picture, lengths } = v.parse(Head, JSON.parse(bytes.toString('utf8', 0, end)));
    const files: Buffer[] = [];
    let at = end + 1;
    for (const length of lengths) {
      files.push(bytes.subarray(at, at + length));
      at += length;
    }
    return at === bytes.length && pictureId(files) === picture.id && files.length === picture.widths.length
      ? { picture, files }
      : undefined;
  } catch {
    return undefined;
  }
}

export function writeEntry(folder: string, key: string, { picture, files }: EncodedPicture): void {
  const head = `${JSON.stringify({ picture, lengths: files.map((file) => file.length) })}\n`;
  writeWhole(entryPath(folder, key), Buffer.concat([Buffer.from(head), ...files]));
}
