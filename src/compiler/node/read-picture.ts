import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pictureType } from './picture-type.ts';

const MAX_BYTES = 20 * 1_048_576;
const MISSING = 'There is no picture at this path. Add the file, or mend the path.';

/** A picture's bytes by its path in the content folder, or a sentence that says why it cannot be taken. Whether it is whole only encoding shows. */
export function readPicture(content: string, path: string): Buffer | string {
  try {
    // Most that are not there are logos that nobody drew; finding a real path takes many looks.
    if (!statSync(join(content, path), { throwIfNoEntry: false })) return MISSING;
    const root = realpathSync(content);
    const real = realpathSync(join(root, path));
    if (!real.startsWith(root + sep)) return 'This picture lies outside the content folder. Copy it into the folder.';
    const stat = statSync(real);
    if (!stat.isFile()) return MISSING;
    if (stat.size > MAX_BYTES) return 'The picture is over 20 MiB. Save it smaller.';
    const bytes = readFileSync(real);
    if (pictureType(bytes) !== undefined) return bytes;
    return 'This is no JPEG, PNG, GIF, WebP or AVIF. Save it as one of them; SVG is never taken.';
  } catch {
    return MISSING;
  }
}
