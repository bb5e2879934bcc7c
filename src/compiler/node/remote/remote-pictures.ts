import type { Picture } from '../../../schema/picture.ts';
import type { ImageSettings } from '../../model.ts';
import type { RemotePicture } from '../../pictures-needed.ts';
import { filesOf, type PictureFile } from '../picture-cache.ts';
import { engineOf } from './image-addresses.ts';
import { keptPicture } from './remote-cache.ts';

export interface RemotePictures {
  /** By address; logos by `logo:` and the address. */
  pictures: Map<string, Picture>;
  files: PictureFile[];
  /** How many are needed and cannot be shown. */
  missing: number;
  /** What to do about those, in a sentence; empty when none is missing. */
  hint: string;
}

/** The pictures from elsewhere that a build can show: those in the cache, or an image service's. Asks nobody for anything. */
export function remotePictures(needed: readonly RemotePicture[], cache: string, images: ImageSettings): RemotePictures {
  const pictures = new Map<string, Picture>();
  const files = new Map<string, PictureFile>();
  const add = ({ url, use }: RemotePicture, picture: Picture) => pictures.set(use === 'logo' ? `logo:${url}` : url, picture);
  const engine = images.engine === undefined ? undefined : engineOf(images.engine, process.env);
  const shown = needed.filter((one) => one.shown);
  for (const one of shown) {
    if (engine) {
      const picture = engine(one);
      if (picture) add(one, picture);
      continue;
    }
    const kept = keptPicture(cache, one);
    if (!kept) continue;
    add(one, kept.entry.picture);
    for (const file of filesOf(cache, kept.key, kept.entry)) files.set(file.path, file);
  }
  const missing = shown.length - pictures.size;
  return { pictures, files: [...files.values()], missing, hint: hintOf(missing, shown.length, engine !== undefined) };
}

function hintOf(missing: number, all: number, hasEngine: boolean): string {
  if (missing === 0) return '';
  const count = `${missing} of ${all} pictures from elsewhere`;
  if (hasEngine) return `${count} are left out: their articles do not say width and height.`;
  return `${count} are not here yet. To fetch them: npm run pictures`;
}
