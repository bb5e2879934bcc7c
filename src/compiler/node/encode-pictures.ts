import type { Issue } from '../../schema/issue.ts';
import type { Picture } from '../../schema/picture.ts';
import { encodePicture } from './encode-picture.ts';
import { fileIssue } from './file-issue.ts';
import { cacheKey, filesOf, type PictureFile, readEntry, writeEntry } from './picture-cache.ts';
import { readPicture } from './read-picture.ts';

const AT_ONCE = 2;
/** Of a picture in the content folder, whose author is nobody's enemy. */
const MEGAPIXELS = 50;

export interface EncodedPictures {
  /** By path in the content folder; logos by `logo:` and the path. */
  pictures: Map<string, Picture>;
  files: PictureFile[];
  /** One warning for each picture that could not be taken. */
  issues: Issue[];
}

interface Place {
  content: string;
  cache: string;
  /** 0 to 9. */
  effort: number;
}

/** Encodes what the articles name, or takes it from the cache. A picture that cannot be read is a warning, and its article has none. */
export async function encodePictures(
  needed: { pictures: readonly string[]; logos: readonly string[] },
  place: Place,
): Promise<EncodedPictures> {
  const result: EncodedPictures = { pictures: new Map(), files: [], issues: [] };
  const jobs = [
    ...needed.pictures.map((path) => ({ path, use: 'picture' as const })),
    ...needed.logos.map((path) => ({ path, use: 'logo' as const })),
  ];
  const files = new Map<string, PictureFile>();
  const queue = jobs.values();
  const work = async () => {
    for (const { path, use } of queue) {
      const taken = await take(path, use, place);
      if (typeof taken === 'string') result.issues.push(fileIssue(path, taken, 'warning'));
      else {
        result.pictures.set(use === 'logo' ? `logo:${path}` : path, taken.picture);
        for (const file of taken.files) files.set(file.path, file);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  result.files = [...files.values()];
  result.issues.sort((a, b) => (a.path < b.path ? -1 : 1));
  return result;
}

/** The picture, or a sentence that says why there is none. */
async function take(path: string, use: 'picture' | 'logo', { content, cache, effort }: Place) {
  const bytes = readPicture(content, path);
  if (typeof bytes === 'string') return bytes;
  const key = cacheKey(bytes, use, effort);
  let entry = readEntry(cache, key);
  if (!entry) {
    try {
      entry = await encodePicture(bytes, use, { effort, megapixels: MEGAPIXELS });
    } catch {
      return `The picture is broken, or has more than ${MEGAPIXELS} million pixels. Save it anew, or smaller.`;
    }
    writeEntry(cache, key, entry);
  }
  return { picture: entry.picture, files: filesOf(cache, key, entry) };
}
