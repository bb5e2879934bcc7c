import { createHash } from 'node:crypto';
import type { Sharp } from 'sharp';
import { LOGO_WIDTH, PICTURE_WIDTHS, type Picture } from '../../schema/picture.ts';

/** Part of the cache's key: raise it when anything here changes what is written. */
export const ENCODER_VERSION = '1';

export interface EncodedPicture {
  picture: Picture;
  /** One for each of `picture.widths`. */
  files: Buffer[];
}

/** A width that is hardly smaller than the largest is not worth a file. */
const WORTH_A_FILE = 1.15;

/** Re-encodes a picture to WebP: upright, without metadata, its first frame. Throws when sharp cannot read it. */
export async function encodePicture(bytes: Uint8Array, use: 'picture' | 'logo'): Promise<EncodedPicture> {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  const open = () => sharp(bytes, { failOn: 'error', limitInputPixels: 50_000_000 }).autoOrient();
  if (use === 'logo') return named(await encodeLogo(open()), { width: LOGO_WIDTH, height: LOGO_WIDTH, widths: [LOGO_WIDTH] });
  const { autoOrient: source } = await open().metadata();
  const largest = Math.min(source.width, PICTURE_WIDTHS[PICTURE_WIDTHS.length - 1] ?? source.width);
  const widths = [...PICTURE_WIDTHS.filter((width) => width * WORTH_A_FILE <= largest), largest];
  const height = Math.max(1, Math.round((source.height * largest) / source.width));
  const files = [];
  for (const width of widths)
    files.push(await open().resize({ width }).webp({ quality: 78, effort: 4, smartSubsample: true }).toBuffer());
  return named(files, { width: largest, height, widths });
}

async function encodeLogo(source: Sharp): Promise<Buffer[]> {
  const square = source.resize({
    width: LOGO_WIDTH,
    height: LOGO_WIDTH,
    fit: 'contain',
    background: { r: 0, g: 0, b: 0, alpha: 0 },
  });
  return [await square.webp({ quality: 86, alphaQuality: 100, effort: 4 }).toBuffer()];
}

function named(files: Buffer[], size: Omit<Picture, 'id'>): EncodedPicture {
  return { picture: { id: pictureId(files), ...size }, files };
}

/** A hash of everything that was encoded. */
export function pictureId(files: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file);
  return hash.digest('hex').slice(0, 20);
}
