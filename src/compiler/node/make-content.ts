import type { Picture } from '../../schema/picture.ts';
import { emit } from '../emit.ts';
import { localPicturesOf } from '../memory/make-row.ts';
import { emptyMemory } from '../memory/memory.ts';
import type { Output } from '../model.ts';
import { picturesNeeded } from '../pictures-needed.ts';
import { createPictureLook, type PictureLook } from './compile-key.ts';
import { encodePictures } from './encode-pictures.ts';
import { judgeCorpus } from './judge-corpus.ts';
import { countPaths, type Kept, keeper } from './keep-state.ts';
import { type LoadedCorpus, loadCorpusTogether } from './load-corpus.ts';
import { makePreview, type Preview } from './make-preview.ts';
import { type PictureFile, pictureCache } from './picture-cache.ts';
import { previewCache } from './read-options.ts';
import { originOf } from './remote/image-addresses.ts';
import { remotePictures } from './remote/remote-pictures.ts';
import { MOST_WARNINGS, reportIssues } from './report-issues.ts';
import type { SecondThread } from './second-thread.ts';

export interface ContentRequest {
  root: string;
  content: string;
  /** ms since 1970. */
  now: number;
  /** The folder that the build goes to. */
  out: string;
  keepGoing: boolean;
  quietDrafts: boolean;
  base: string;
  siteUrl?: string;
  originApi: boolean;
}

export interface Content {
  /** To be gone through once. */
  outputs: Iterable<Output>;
  /** BCP 47. */
  language: string;
  pictures: PictureFile[];
  /** Public articles. */
  articles: number;
  /** The origin of the image service that delivers pictures, where the publication has one. */
  engine?: string;
  /** What to say at the end of pictures that are missing; empty when none is. */
  hint: string;
  /** When the next scheduled article becomes public, in ms since 1970. */
  due?: number | undefined;
  /** Seals the drafts once all of it was written, where only what changed is made. */
  seal?: () => Promise<Preview>;
  /** Where only what changed is made: paths of files that no longer belong, once all outputs were made. */
  gone?: () => string[];
  /** What the next compile can rest on, once all outputs were made. */
  keep?: () => Kept | undefined;
}

/** Everything of a build that is not its shell. thread: helps where there is much to read. Prints issues; throws a Refusal when the content cannot be built. */
export async function makeContent(request: ContentRequest, thread: SecondThread): Promise<Content> {
  const options = { keepsOrigin: request.originApi };
  const loaded = await loadCorpusTogether(request.content, request.now, options, thread);
  judgeCorpus(loaded, request);
  const { corpus } = loaded;
  const { images, language } = corpus.settings;
  const cache = pictureCache(request.root);
  const needed = picturesNeeded(corpus);
  const look = createPictureLook(request.content, cache);
  look.see([...needed.pictures, ...needed.logos]);
  const local = await encodePictures(needed, { content: request.content, cache, effort: images.effort });
  if (local.issues.length > 0) console.error(reportIssues(local.issues, MOST_WARNINGS));
  const remote = remotePictures(needed.remote, cache, images);
  const engine = images.engine === undefined ? undefined : originOf(images.engine);
  const { base, originApi } = request;
  const siteUrl = request.siteUrl ?? corpus.settings.url;
  const pictures = new Map([...local.pictures, ...remote.pictures]);
  const { keep, done } = keeperOf(loaded, request, { pictures, look });
  const since = done && { since: { memory: emptyMemory(), built: () => '', done } };
  const outputs = emit(corpus, { pictures, base, ...(siteUrl && { siteUrl }), originApi, ...since });
  const preview = await makePreview({ ...request, corpus, pictures, cache: previewCache(request.root, request.out) });
  const files = new Map([...local.files, ...remote.files, ...preview.files].map((file) => [file.path, file]));
  const all = inTurn(outputs, preview.outputs);
  const articles = corpus.articles.length;
  const due = firstTime(corpus.drafts.flatMap(({ reason, article }) => (reason === 'scheduled' ? [article.time] : [])));
  const made = { outputs: all, language, pictures: [...files.values()], articles, hint: remote.hint, due };
  return { ...made, ...(engine && { engine }), ...(keep && { keep }) };
}

/** The earliest of times, undefined of none. */
export const firstTime = (times: readonly number[]): number | undefined =>
  times.reduce<number | undefined>((first, time) => (first === undefined || time < first ? time : first), undefined);

/** Nothing is kept where each compile has to look at everything. */
function keeperOf(
  { corpus, ledger }: LoadedCorpus,
  { originApi }: ContentRequest,
  { pictures, look }: { pictures: ReadonlyMap<string, Picture>; look: PictureLook },
): Partial<ReturnType<typeof keeper>> {
  const hasOthers = originApi || corpus.settings.images.engine !== undefined;
  if (!ledger || hasOthers) return {};
  const logo = corpus.settings.logo === undefined ? [] : [[corpus.settings.logo]];
  const localPictures = countPaths({}, [...logo, ...corpus.articles.map((article) => localPicturesOf(article, corpus))]);
  return keeper({ corpus, pictures, ledger, localPictures, look });
}

function* inTurn(...lists: Iterable<Output>[]): Generator<Output> {
  for (const list of lists) yield* list;
}
