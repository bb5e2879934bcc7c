import * as v from 'valibot';

/** Widths in pixels that pictures are encoded at; never above the source's own width (the source's width is then the last one). */
export const PICTURE_WIDTHS = [320, 640, 1280] as const;
/** Provider logos and the publication's own are encoded once, square, at this width. */
export const LOGO_WIDTH = 96;

/**
 * A picture kept on our own origin. `id` is a hash of its encoded bytes; its files are `picturePath(id, width)`,
 * one for each of `widths` (ascending, pixels). `width` x `height` is the largest encoding's size in pixels.
 */
export const Picture = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-z]{10,64}$/)),
  width: v.pipe(v.number(), v.minValue(1)),
  height: v.pipe(v.number(), v.minValue(1)),
  widths: v.pipe(v.array(v.number()), v.minLength(1)),
});
export type Picture = v.InferOutput<typeof Picture>;
