import { pictureFile } from '../../schema/paths.ts';
import type { Picture } from '../../schema/picture.ts';
import { pictureHash } from '../memory/make-row.ts';
import type { Row } from '../memory/memory.ts';

/** Files of pictures that nothing shows any longer. gone, now: rows; pictures: by key, those of all that went among them; logo: the publication's. */
export function gonePictures(
  gone: readonly { row: Row }[],
  now: readonly Row[],
  pictures: ReadonlyMap<string, Picture>,
  logo: Picture | undefined,
): string[] {
  const went = new Set<number>();
  for (const { row } of gone) for (const picture of Array.from(row.pictures)) went.add(picture);
  if (went.size === 0) return [];
  for (const { pictures: own } of now) for (const picture of Array.from(own)) went.delete(picture);
  if (logo) went.delete(pictureHash(logo));
  return [...pictures].flatMap(([key, picture]) => {
    if (!went.has(pictureHash(picture))) return [];
    const formats = key.startsWith('logo:') ? (['webp'] as const) : (['avif', 'webp'] as const);
    return picture.widths.flatMap((width) => formats.map((format) => pictureFile(picture.id, width, format)));
  });
}
