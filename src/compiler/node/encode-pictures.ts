import type { Issue } from '../../schema/issue.ts';
import { pictureFile } from '../../schema/paths.ts';
import type { Picture } from '../../schema/picture.ts';
import { encodePicture } from './encode-picture.ts';
import { fileIssue } from './file-issue.ts';
import { cacheKey, readEntry, writeEntry } from './picture-cache.ts';
import { readPicture } from './read-picture.ts';

const AT_ONCE = 2;

/** A file of a picture, still in the cache: a folder may have more of them than memory has room for. */
export interface PictureFile {
  path: string;
  size: number;
  read: () => Buffer;
}

export interface EncodedPictures {
  /** By path in the content folder; logos by `logo:` and the path. */
  pictures: Map<string, Picture>;
  files: PictureFile[];
  /** One warning for each picture that could not be taken. */
  issues: Issue[];
}

/** Encodes what the articles name, or takes it from the cache. A picture that cannot be read is a warning, and its article has none. */
export async function encodePictures(
  content: string,
  needed: { pictures: readonly string[]; logos: readonly string[] },
  cache: string,
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
      const taken = await take(content, path, use, cache);
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
async function take(content: string, path: string, use: 'picture' | 'logo', cache: string) {
  const bytes = readPicture(content, path);
  if (typeof bytes === 'string') return bytes;
  const key = cacheKey(bytes, use);
  let entry = readEntry(cache, key);
  if (!entry) {
    try {
      entry = await encodePicture(bytes, use);
    } catch {
      return 'The picture is broken, or has more than 50 million pixels. Save it anew, or smaller.';
    }
    writeEntry(cache, key, entry);
  }
  const { picture } = entry;
  const sizes = entry.files.map((file) => file.length);
  const files = picture.widths.map((width, i): PictureFile => {
    const read = () => readEntry(cache, key)?.files[i] ?? fail(path);
    return { path: pictureFile(picture.id, width), size: sizes[i] ?? 0, read };
  });
  return { picture, files };
}

function fail(path: string): never {
  throw new Error(`The cached copy of ${path} was taken away while it was used. Run the command again.`);
}
