import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../../schema/issue.ts';
import { emitTexts } from '../emit-texts.ts';
import type { Corpus } from '../model.ts';
import { picturesNeeded } from '../pictures-needed.ts';
import { showDrafts } from '../show-drafts.ts';
import { DRAFTS } from './dev-paths.ts';
import { encodePictures } from './encode-pictures.ts';
import { loadCorpus } from './load-corpus.ts';
import { type PictureFile, pictureCache } from './picture-cache.ts';
import { originOf } from './remote/image-addresses.ts';
import { remotePictures } from './remote/remote-pictures.ts';

/** What a content folder makes, in memory. Paths are those of a build; those with drafts begin with DRAFTS. */
export interface DevContent {
  texts: ReadonlyMap<string, string>;
  pictures: ReadonlyMap<string, PictureFile>;
  /** The origin of the image service, where the publication has one. */
  engine?: string;
}

export interface DevRequest {
  root: string;
  content: string;
  base: string;
}

/** Compiles a folder for development: the content, or the issues that stand in the way. Warnings alone do not. */
export async function makeDevContent({ root, content, base }: DevRequest): Promise<{ content?: DevContent; issues: Issue[] }> {
  const { corpus, issues } = loadCorpus(content, Date.now());
  const errors = issues.filter(({ severity, draft }) => severity === 'error' && !draft);
  if (errors.length > 0) return { issues: errors };
  const withDrafts = showDrafts(corpus);
  const { images } = corpus.settings;
  const cache = pictureCache(root);
  const needed = picturesNeeded(withDrafts);
  const encoded = await encodePictures(needed, { content, cache, effort: images.effort });
  const remote = remotePictures(needed.remote, cache, images);
  const options = {
    pictures: new Map([...encoded.pictures, ...remote.pictures]),
    base,
    originApi: true,
    template: readFileSync(join(root, 'index.html'), 'utf8'),
  };
  const texts = new Map<string, string>();
  const add = (from: Corpus, prefix: string) => {
    for (const { path, text } of emitTexts(from, options)) texts.set(prefix + path, text);
  };
  add(corpus, '');
  add(withDrafts, DRAFTS);
  const pictures = new Map([...encoded.files, ...remote.files].map((file) => [file.path, file]));
  const engine = images.engine === undefined ? {} : { engine: originOf(images.engine) };
  return { content: { texts, pictures, ...engine }, issues: [] };
}
