import type { Picture } from '../../schema/picture.ts';
import { emit } from '../emit.ts';
import type { ArticleRest } from '../memory/kept-article.ts';
import { localPicturesOf } from '../memory/make-row.ts';
import type { Memory, Row } from '../memory/memory.ts';
import { unpackMemory } from '../memory/unpack.ts';
import type { Corpus, PublicArticle } from '../model.ts';
import { newestFirst } from '../order.ts';
import { picturesNeeded } from '../pictures-needed.ts';
import { builtFiles } from './built-files.ts';
import { createPictureLook, type PictureLook } from './compile-key.ts';
import type { LoadedState } from './compile-state.ts';
import { encodePictures } from './encode-pictures.ts';
import { gonePictures } from './gone-pictures.ts';
import { judgeCorpus } from './judge-corpus.ts';
import { countPaths, keeper } from './keep-state.ts';
import type { Looked } from './look-at-sources.ts';
import { type Content, type ContentRequest, firstTime } from './make-content.ts';
import { type PictureFile, pictureCache } from './picture-cache.ts';
import { type Changes, readChanges } from './read-changes.ts';
import { remotePictures } from './remote/remote-pictures.ts';
import { reportIssues } from './report-issues.ts';
import { aroundHash, isLeftOut, nextLedger } from './source-ledger.ts';

/**
 * What changed since the state was written; undefined where only a full compile can tell. folder: the build's. Prints issues of
 * changed files; throws a Refusal when one of them cannot be built.
 */
export async function makeIncrement(
  request: ContentRequest,
  state: LoadedState,
  folder: string,
  lookAtSources: () => Promise<Looked>,
): Promise<Content | undefined> {
  const { content, root, now } = request;
  const cache = pictureCache(root);
  if (request.originApi) return undefined;
  const look = createPictureLook(content, cache);
  if (look.marks(state.localPictures) !== state.pictureMarks) return undefined;
  const pictures = new Map(Object.entries(state.logos));
  const memory = unpackMemory(state.packed, (place) => restAt(state, place, pictures));
  const looked = await lookAtSources();
  if (looked.issues.length > 0 || aroundHash(looked.folder) !== state.ledger.around || looked.hasTwins) return undefined;
  const read = readChanges(looked, state, memory, { content, now });
  if (!read) return undefined;
  const { corpus, came, changes, parts, files } = read;
  judge(read, looked.articles.length, request);
  if (corpus.settings.images.engine !== undefined) return undefined;
  const { files: shown, hint } = await picturesFor({ ...corpus, articles: came }, request, look, pictures);
  const went = goneRests(memory, corpus, (place) => restAt(state, place, pictures));
  const siteUrl = request.siteUrl ?? corpus.settings.url;
  const ledger = nextLedger(state.ledger, changes, files, parts.parsed);
  const shownLocally = came.map((article) => localPicturesOf(article, corpus));
  const localPictures = countPaths(without(state.localPictures, went), shownLocally);
  const { done, keep, gone } = keeper({ corpus, pictures, ledger, localPictures, look });
  const since = { memory, built: builtFiles(folder), done };
  const made = { pictures, base: request.base, ...(siteUrl && { siteUrl }), originApi: false, isOrdered: true };
  return {
    outputs: emit(corpus, { ...made, since }),
    language: corpus.settings.language,
    pictures: shown,
    articles: corpus.articles.length,
    hint,
    due: firstTime(Object.values(ledger.scheduled)),
    keep,
    gone: () => [...gone(), ...gonePictures(went, keep()?.rows ?? [], pictures, pictures.get(`logo:${corpus.settings.logo}`))],
  };
}

/** What articles show: puts it to `pictures`, and gives the files and what is to be said of those that are missing. */
async function picturesFor(
  corpus: Corpus,
  { content, root }: ContentRequest,
  look: PictureLook,
  pictures: Map<string, Picture>,
): Promise<Pick<Content, 'hint'> & { files: PictureFile[] }> {
  const cache = pictureCache(root);
  const { images } = corpus.settings;
  const needed = picturesNeeded(corpus);
  look.see([...needed.pictures, ...needed.logos]);
  const local = await encodePictures(needed, { content, cache, effort: images.effort });
  if (local.issues.length > 0) console.error(reportIssues(local.issues));
  const remote = remotePictures(needed.remote, cache, images);
  for (const [key, picture] of [...local.pictures, ...remote.pictures]) pictures.set(key, picture);
  const files = new Map([...local.files, ...remote.files].map((file) => [file.path, file]));
  return { files: [...files.values()], hint: remote.hint };
}
const without = (counts: Record<string, number>, went: readonly { rest: ArticleRest }[]): Record<string, number> =>
  countPaths(
    counts,
    went.map(({ rest }) => rest.local ?? []),
    -1,
  );

function restAt(state: LoadedState, place: number, pictures: Map<string, Picture>): ArticleRest {
  const rest = JSON.parse(Buffer.from(state.rests.read(place)).toString('utf8')) as ArticleRest;
  for (const [key, picture] of Object.entries(rest.pictures ?? {})) pictures.set(key, picture);
  return rest;
}

/** Of articles that are gone, or have another source. */
function goneRests({ rows }: Memory, { articles }: Corpus, restOf: (place: number) => ArticleRest) {
  const gone: { row: Row; rest: ArticleRest }[] = [];
  // Both in one order: what does not come next is gone.
  for (let place = rows.length - 1, at = 0; place >= 0; place--) {
    const row = rows[place] as Row;
    while (at < articles.length && newestFirst(articles[at] as PublicArticle, row.article) < 0) at++;
    if (articles[at] !== row.article) gone.push({ row, rest: restOf(place) });
  }
  return gone;
}

function judge({ corpus, parts }: Changes, articleCount: number, request: ContentRequest): void {
  const skipped = parts.parsed.flatMap((one) => (isLeftOut(one) ? [one.path] : []));
  judgeCorpus({ corpus, issues: corpus.issues, skipped, articleCount }, request);
}
