import { createHash } from 'node:crypto';
import type { Sharp } from 'sharp';
import { LOGO_WIDTH, PICTURE_WIDTHS, type Picture } from '../../schema/picture.ts';
import { lookOf } from './picture-look.ts';

/** Part of the cache's key: raise it when anything here changes what is written. */
export const ENCODER_VERSION = '5';

export interface EncodedPicture {
  picture: Picture;
  /** Two for each of a picture's `widths`, AVIF and WebP; of a logo one, WebP. `fileFormats` tells which is which. */
  files: Buffer[];
}

/** effort: 0 to 9. megapixels: a picture of more is refused before it is decoded. */
export interface EncodeOptions {
  effort: number;
  megapixels: number;
}

/** A width that is hardly smaller than the largest is not worth a file. */
const WORTH_A_FILE = 1.15;
/** A picture taller than this in pixels is made narrower: no screen shows more of it, and WebP ends at 16,383. */
const TALLEST = 3200;
const AVIF_QUALITY = 54;
const WEBP_QUALITY = 78;

/** Formats of the files that a picture's width has, in the order in which they are kept. */
export const fileFormats = (use: 'picture' | 'logo'): readonly ('avif' | 'webp')[] =>
  use === 'logo' ? ['webp'] : ['avif', 'webp'];

/** Re-encodes a picture: upright, in sRGB, without metadata, its first frame. Throws when sharp cannot read it. */
export async function encodePicture(
  bytes: Uint8Array,
  use: 'picture' | 'logo',
  { effort, megapixels }: EncodeOptions,
): Promise<EncodedPicture> {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  const source = sharp(bytes, { failOn: 'error', limitInputPixels: megapixels * 1_000_000 })
    .autoOrient()
    .toColourspace('srgb');
  if (use === 'logo')
    return named([await encodeLogo(source, effort)], { width: LOGO_WIDTH, height: LOGO_WIDTH, widths: [LOGO_WIDTH] });
  // Decoded once, at the largest size that is wanted: all that follows is made from that.
  const width = PICTURE_WIDTHS[PICTURE_WIDTHS.length - 1] ?? 0;
  const { data, info } = await source
    .resize({ width, height: TALLEST, fit: 'inside', withoutEnlargement: true })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const open = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const widths = [...PICTURE_WIDTHS.filter((each) => each * WORTH_A_FILE <= info.width), info.width];
  const files = [];
  for (const each of widths) {
    const sized = () => (each === info.width ? open() : open().resize({ width: each }));
    files.push(await sized().avif({ quality: AVIF_QUALITY, effort }).toBuffer());
    files.push(
      await sized()
        .webp({ quality: WEBP_QUALITY, effort: webpEffort(effort), smartSubsample: true })
        .toBuffer(),
    );
  }
  return named(files, { width: info.width, height: info.height, widths, ...(await lookOf(open)) });
}

/** Of 0 to 6: beyond 4 it costs much and saves little. */
const webpEffort = (effort: number): number => Math.min(6, effort + 2);

function encodeLogo(source: Sharp, effort: number): Promise<Buffer> {
  const square = source.resize({
    width: LOGO_WIDTH,
    height: LOGO_WIDTH,
    fit: 'contain',
    background: { r: 0, g: 0, b: 0, alpha: 0 },
  });
  return square.webp({ quality: 86, alphaQuality: 100, effort: webpEffort(effort) }).toBuffer();
}

function named(files: Buffer[], look: Omit<Picture, 'id'>): EncodedPicture {
  return { picture: { id: pictureId(files), ...look }, files };
}

/** A hash of everything that was encoded. */
export function pictureId(files: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file);
  return hash.digest('hex').slice(0, 20);
}
