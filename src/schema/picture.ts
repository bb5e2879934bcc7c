import * as v from 'valibot';

/** Widths in pixels that pictures are encoded at; never above the source's own width (the source's width is then the last one). */
export const PICTURE_WIDTHS = [240, 480, 640, 960, 1280] as const;
/** Provider logos and the publication's own are encoded once, square, at this width. */
export const LOGO_WIDTH = 96;
/** A placeholder's cells: colours of an even grid, row by row. */
export const PLACEHOLDER = { columns: 4, rows: 3 } as const;

/**
 * A picture kept on our own origin. `id` is a hash of its encoded bytes; its files are `pictureFile(id, width, format)`,
 * one for each of `widths` (ascending, pixels) as AVIF and as WebP. `width` x `height` is the largest encoding's size in pixels.
 * color: `rgb`, the dominant one. placeholder: `rgb` for each cell of PLACEHOLDER. Pictures that can be seen through have neither.
 * urls: only where an image service delivers it, one for each of `widths`; then there are no files.
 */
export const Picture = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-z]{10,64}$/)),
  width: v.pipe(v.number(), v.minValue(1)),
  height: v.pipe(v.number(), v.minValue(1)),
  widths: v.pipe(v.array(v.number()), v.minLength(1)),
  color: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{3}$/))),
  placeholder: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{36}$/))),
  urls: v.optional(v.array(v.pipe(v.string(), v.regex(/^https?:\/\//)))),
});
export type Picture = v.InferOutput<typeof Picture>;
