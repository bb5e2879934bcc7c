import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Picture } from '../../schema/picture.ts';
import type { Corpus } from '../model.ts';
import { picturesNeeded } from '../pictures-needed.ts';
import { createPictureLook } from './compile-key.ts';
import { encodePictures } from './encode-pictures.ts';
import type { PictureFile } from './picture-cache.ts';
import { remotePictures } from './remote/remote-pictures.ts';
import { sourceMark } from './source-marks.ts';

/** The pictures of a content folder: encoded when an article comes that names them, and good as long as their files stay as they are. */
export class DevPictures {
  readonly #content: string;
  readonly #cache: string;
  readonly pictures = new Map<string, Picture>();
  /** By their paths in a build. */
  readonly files = new Map<string, PictureFile>();
  /** How each that is named lies in the content folder, and all copies of those from elsewhere. */
  readonly #marks = new Map<string, string>();
  readonly #copies: string;

  constructor(content: string, cache: string) {
    this.#content = content;
    this.#cache = cache;
    this.#copies = createPictureLook(content, cache).marks({});
  }

  /** corpus: with the articles alone whose pictures are wanted. */
  async add(corpus: Corpus): Promise<void> {
    const { images } = corpus.settings;
    const needed = picturesNeeded(corpus);
    for (const path of [...needed.pictures, ...needed.logos]) {
      if (!this.#marks.has(path)) this.#marks.set(path, this.#markOf(path));
    }
    const encoded = await encodePictures(needed, { content: this.#content, cache: this.#cache, effort: images.effort });
    const remote = remotePictures(needed.remote, this.#cache, images);
    for (const [key, picture] of [...encoded.pictures, ...remote.pictures]) this.pictures.set(key, picture);
    for (const file of [...encoded.files, ...remote.files]) this.files.set(file.path, file);
  }

  /** No file of them came, went or changed. */
  areAsTheyWere(): boolean {
    for (const [path, mark] of this.#marks) if (this.#markOf(path) !== mark) return false;
    return createPictureLook(this.#content, this.#cache).marks({}) === this.#copies;
  }

  #markOf(path: string): string {
    const stat = statSync(join(this.#content, path), { throwIfNoEntry: false });
    return stat ? sourceMark(stat).join(' ') : '';
  }
}
