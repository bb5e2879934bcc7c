import { rmSync } from 'node:fs';
import type { Picture } from '../../schema/picture.ts';
import { pictureGroup, pictureRecord } from '../../schema/preview.ts';
import { utf8 } from '../../seal/bytes.ts';
import { packRecord, recordName } from '../../seal/records.ts';
import { draftPictures } from '../draft-pictures.ts';
import type { Corpus, TextOutput } from '../model.ts';
import { previewAbout, previewRecords } from '../preview-records.ts';
import { encodePictures } from './encode-pictures.ts';
import { tellDraftIssues } from './judge-corpus.ts';
import { type PictureFile, pictureCache } from './picture-cache.ts';
import { readPreviewKeys } from './preview-keys.ts';
import { forgetOthers } from './preview-state.ts';
import { remotePictures } from './remote/remote-pictures.ts';
import { type Sealable, sealPreview } from './seal-preview.ts';

/** cache: the folder of `.cache` for this build's sealed files. pictures: of what is public. */
export interface PreviewRequest {
  root: string;
  content: string;
  corpus: Corpus;
  pictures: ReadonlyMap<string, Picture>;
  cache: string;
  quietDrafts: boolean;
}

export interface Preview {
  files: PictureFile[];
  outputs: TextOutput[];
}

/** The sealed drafts of a build, their pictures among them; nothing without keys. A fault of a draft's stands in nothing's way. */
export async function makePreview(request: PreviewRequest): Promise<Preview> {
  const { corpus, pictures, cache } = request;
  const keys = readPreviewKeys(request.content, process.env);
  if (!keys) {
    rmSync(cache, { recursive: true, force: true });
    return { files: [], outputs: [] };
  }
  const own = await picturesOfDrafts(request);
  // What an image service delivers is left out: a preview asks nobody else's host for anything.
  const shown = [...pictures].filter(([, { urls }]) => urls === undefined);
  const records = await previewRecords(corpus, new Map([...shown, ...own.pictures]));
  const texts = records.map(async ({ group, name, text }): Promise<Sealable> => {
    return { group, record: await packRecord({ name, bytes: utf8(text) }), content: text };
  });
  const sealables = [...(await Promise.all(texts)), ...(await Promise.all(own.files.map(sealable)))];
  const { files, manifest } = await sealPreview(keys, previewAbout(corpus), sealables, cache);
  forgetOthers(cache);
  return { files, outputs: [manifest] };
}

/** Always from the cache, also where an image service delivers the public ones. */
async function picturesOfDrafts({ root, content, corpus, quietDrafts }: PreviewRequest) {
  const cache = pictureCache(root);
  const { engine: _, ...images } = corpus.settings.images;
  const needed = draftPictures(corpus);
  const local = await encodePictures(needed, { content, cache, effort: images.effort });
  tellDraftIssues(
    local.issues.map((issue) => ({ ...issue, draft: true })),
    quietDrafts,
  );
  const remote = remotePictures(needed.remote, cache, images);
  const files = new Map([...local.files, ...remote.files].map((file) => [file.path, file]));
  return { pictures: new Map([...local.pictures, ...remote.pictures]), files: once([...files.values()]) };
}

/** Of a picture in two formats the smaller one: whatever can open a preview shows AVIF. */
function once(files: readonly PictureFile[]): PictureFile[] {
  const paths = new Set(files.map(({ path }) => path));
  return files.filter(({ path }) => !(path.endsWith('.webp') && paths.has(path.replace(/webp$/, 'avif'))));
}

/** Encoded pictures are compressed already, and known by their path, which has their hash. */
async function sealable({ path, size, read }: PictureFile): Promise<Sealable> {
  const name = await recordName(pictureRecord(path));
  const record = { name, stored: size, length: size, bytes: () => new Uint8Array(read()) };
  return { group: pictureGroup(path), record, content: `${path} ${size}` };
}
