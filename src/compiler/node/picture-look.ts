import type { Sharp } from 'sharp';
import { type Picture, PLACEHOLDER } from '../../schema/picture.ts';

/** What stands for a picture until it is there; nothing for one that can be seen through, for it would be seen behind it. */
export async function lookOf(open: () => Sharp): Promise<Pick<Picture, 'color' | 'placeholder'>> {
  if (!(await open().stats()).isOpaque) return {};
  const { columns, rows } = PLACEHOLDER;
  const cells = await pixelsOf(open(), columns, rows);
  return { color: short(dominant(await pixelsOf(open(), 32, 32))), placeholder: cells.map(short).join('') };
}

type Pixel = readonly [red: number, green: number, blue: number];

async function pixelsOf(picture: Sharp, width: number, height: number): Promise<Pixel[]> {
  const { data, info } = await picture
    .resize({ width, height, fit: 'fill', kernel: 'cubic' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { channels } = info;
  return Array.from({ length: width * height }, (_, place): Pixel => {
    const at = (channel: number): number => data[place * channels + (channels < 3 ? 0 : channel)] ?? 0;
    return [at(0), at(1), at(2)];
  });
}

/** The mean of those pixels whose colour is found most often, in steps of 32. */
function dominant(pixels: readonly Pixel[]): Pixel {
  const bins = new Map<number, Pixel[]>();
  for (const pixel of pixels) {
    const bin = ((pixel[0] >> 5) << 6) | ((pixel[1] >> 5) << 3) | (pixel[2] >> 5);
    const own = bins.get(bin) ?? [];
    own.push(pixel);
    bins.set(bin, own);
  }
  const largest = [...bins.values()].reduce((best, bin) => (bin.length > best.length ? bin : best), []);
  const mean = (channel: 0 | 1 | 2): number =>
    Math.round(largest.reduce((sum, pixel) => sum + pixel[channel], 0) / Math.max(1, largest.length));
  return [mean(0), mean(1), mean(2)];
}

const short = (pixel: Pixel): string => pixel.map((value) => Math.round((value / 255) * 15).toString(16)).join('');
