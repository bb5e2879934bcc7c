import type { Picture } from '../../schema/picture.ts';
import type { Corpus } from '../model.ts';
import { picturesNeeded } from '../pictures-needed.ts';
import { encodePictures } from './encode-pictures.ts';
import { loadCorpusTogether } from './load-corpus.ts';
import type { ContentRequest } from './make-content.ts';
import { makePreview, type Preview } from './make-preview.ts';
import { pictureCache } from './picture-cache.ts';
import { previewCache } from './read-options.ts';
import { remotePictures } from './remote/remote-pictures.ts';
import type { SecondThread } from './second-thread.ts';

/**
 * The preview after a compile that made only what changed. What reviewers see depends on every article, so all are read; by then what is
 * public has been written. Prints what is wrong with drafts' pictures, and nothing that the compile has said.
 */
export async function sealAfter(request: ContentRequest, thread: SecondThread): Promise<Preview> {
  const { root, content, now, out } = request;
  const { corpus } = await loadCorpusTogether(content, now, { keepsOrigin: false }, thread);
  const pictures = await picturesOf(corpus, request);
  return makePreview({ ...request, corpus, pictures, cache: previewCache(root, out) });
}

async function picturesOf(corpus: Corpus, { root, content }: ContentRequest): Promise<Map<string, Picture>> {
  const { images } = corpus.settings;
  const cache = pictureCache(root);
  const needed = picturesNeeded(corpus);
  const local = await encodePictures(needed, { content, cache, effort: images.effort });
  return new Map([...local.pictures, ...remotePictures(needed.remote, cache, images).pictures]);
}
