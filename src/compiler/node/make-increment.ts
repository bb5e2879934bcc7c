import type { Picture } from '../../schema/picture.ts';
import { slugOf } from '../check-names.ts';
import { readClusterRules } from '../cluster-rules.ts';
import { emit } from '../emit.ts';
import type { ArticleRest } from '../memory/kept-article.ts';
import { localPicturesOf } from '../memory/make-row.ts';
import { type Memory, MemoryFault, type Row } from '../memory/memory.ts';
import { unpackMemory } from '../memory/unpack.ts';
import type { Corpus, PublicArticle, SourceFile } from '../model.ts';
import { picturesNeeded } from '../pictures-needed.ts';
import { type ReadParts, readParts, withoutWithdrawn } from '../read-content.ts';
import { builtFiles } from './built-files.ts';
import { createPictureLook, type PictureLook } from './compile-key.ts';
import { type CompileState, type LoadedState } from './compile-state.ts';
import { encodePictures } from './encode-pictures.ts';
import { gonePictures } from './gone-pictures.ts';
import { judgeCorpus } from './judge-corpus.ts';
import { countPaths, keeper } from './keep-state.ts';
import type { Looked } from './look-at-sources.ts';
import { type Content, type ContentRequest, firstTime } from './make-content.ts';
import { type PictureFile, pictureCache } from './picture-cache.ts';
import { readPreviewKeys } from './preview-keys.ts';
import { readSource } from './read-folder.ts';
import { remotePictures } from './remote/remote-pictures.ts';
import { reportIssues } from './report-issues.ts';
import { aroundHash, changedSources, nextLedger, type SourceChanges, withdrawnHash } from './source-ledger.ts';

/** With more changed files a full compile is as quick. */
const MOST_CHANGED = 400;

/**
 * What changed since the state was written; undefined where only a full compile can tell. folder: the build's. Prints issues of
 * changed files; throws a Refusal when one of them cannot be built.
 */
export async function makeIncrement(
  request: ContentRequest,
  state: LoadedState,
  folder: string,
  looking: Promise<Looked>,
): Promise<Content | undefined> {
  const { content, root, now } = request;
  const cache = pictureCache(root);
  if (readPreviewKeys(content, process.env) || request.originApi || request.keepGoing) return undefined;
  const look = createPictureLook(content, cache);
  if (look.marks(state.localPictures) !== state.pictureMarks) return undefined;
  const pictures = new Map(Object.entries(state.logos));
  const memory = unpackMemory(state.packed, (place) => restAt(state, place, pictures));
  const looked = await looking;
  if (looked.issues.length > 0 || aroundHash(looked.folder) !== state.ledger.around || looked.hasTwins) return undefined;
  const read = readChanges(looked, state, memory, { content, now });
  if (!read) return undefined;
  const { corpus, came, changes, parts, files } = read;
  judge(read, request);
  if (corpus.settings.images.engine !== undefined) return undefined;
  const { files: shown, hint } = await picturesFor({ ...corpus, articles: came }, request, look, pictures);
  const went = goneRests(memory, corpus, (place) => restAt(state, place, pictures));
  const siteUrl = request.siteUrl ?? corpus.settings.url;
  const ledger = nextLedger(state.ledger, changes, files, parts.parsed);
  const { done, keep, gone } = keeper({
    corpus,
    pictures,
    ledger,
    localPictures: countPaths(
      without(state.localPictures, went),
      came.map((article) => localPicturesOf(article, corpus)),
    ),
    look,
    restOf: placesOf(memory),
  });
  const since = { memory, built: builtFiles(folder), done };
  const outputs = emit(corpus, { pictures, base: request.base, ...(siteUrl && { siteUrl }), originApi: false, since });
  return {
    outputs,
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
  const stay = new Set(articles);
  return rows.flatMap((row, place) => (stay.has(row.article) ? [] : [{ row, rest: restOf(place) }]));
}

function placesOf(memory: Memory): (article: PublicArticle) => number | undefined {
  const places = new Map(memory.rows.map(({ article }, place) => [article, place]));
  return (article) => places.get(article);
}

interface Changes {
  corpus: Corpus;
  came: PublicArticle[];
  changes: SourceChanges;
  parts: ReadParts;
  files: SourceFile[];
}

/** Undefined where what changed reaches further than the changed files and those that name them. */
function readChanges(
  looked: Looked,
  state: LoadedState,
  memory: Memory,
  { content, now }: Pick<ContentRequest, 'content' | 'now'>,
): Changes | undefined {
  const { ledger } = state;
  const { folder, articles } = looked;
  const read = (path: string): SourceFile => {
    const file = readSource(content, path, []);
    if (!file) throw new MemoryFault('a source cannot be read');
    return file;
  };
  const changes = changedSources(looked, ledger, read);
  addScheduled(changes, ledger, now);
  if (memory.rows.some(({ article }) => article.time > now) || changes.changed.length > MOST_CHANGED) return undefined;
  let files = changes.changed.map((at) => read(articles[at] as string));
  let parts = readParts({ ...folder, articles: files }, { now });
  const withdrawn = withdrawnNow(changes, ledger, parts);
  if (!withdrawn) return undefined;
  if (addNaming(changes, memory.rows, withdrawn.came)) {
    files = changes.changed.map((at) => read(articles[at] as string));
    parts = readParts({ ...folder, articles: files }, { now });
  }
  const rules = readClusterRules(folder.clusters, () => articles.map(slugOf));
  const byPath = new Map(memory.rows.map(({ article }) => [article.path, article]));
  const changed = new Set(changes.changed);
  const unchanged = articles.flatMap((path, at) => (changed.has(at) ? [] : (byPath.get(path) ?? [])));
  const came = parts.parsed.flatMap(({ gated }) =>
    gated?.kind === 'public' ? [withoutWithdrawn(gated.article, (url) => withdrawn.now.has(withdrawnHash(url)))] : [],
  );
  const { settings, organizations, topics } = parts;
  const corpus: Corpus = {
    settings,
    organizations,
    topics,
    articles: [...unchanged, ...came],
    clusters: rules.rules,
    drafts: [],
    faulty: [],
    scores: new Map(),
    issues: parts.parsed.flatMap(({ issues }) => issues),
    skipped: [],
  };
  return { corpus, came, changes, parts, files };
}

/** Drafts whose time has come. */
function addScheduled(changes: SourceChanges, { scheduled }: CompileState['ledger'], now: number): void {
  for (const [at, old] of changes.kept.entries()) {
    const time = old < 0 ? undefined : scheduled[old];
    if (time === undefined || time > now) continue;
    changes.kept[at] = -1;
    changes.changed.push(at);
  }
}

/** Addresses of removed stories, as hashes. Undefined where one is removed no longer: nobody knows who named it. */
function withdrawnNow({ kept }: SourceChanges, { withdrawn }: CompileState['ledger'], { parsed }: ReadParts) {
  const before = new Set(Object.values(withdrawn).flat());
  const now = new Set([
    ...Array.from(kept, (old) => withdrawn[old] ?? []).flat(),
    ...parsed.flatMap((one) => one.withdrawn.map(withdrawnHash)),
  ]);
  if ([...before].some((url) => !now.has(url))) return undefined;
  return { now, came: [...now].filter((url) => !before.has(url)) };
}

/** Adds articles whose coverage names a story that was removed now. */
function addNaming(changes: SourceChanges, rows: readonly Row[], came: readonly string[]): boolean {
  if (came.length === 0) return false;
  const hashes = new Set(came.map((url) => Number.parseInt(url, 10)));
  const naming = new Set(
    rows.flatMap(({ article, relatedUrls }) => (Array.from(relatedUrls).some((url) => hashes.has(url)) ? [article.path] : [])),
  );
  let added = false;
  for (const [at, path] of changes.paths.entries()) {
    if (!naming.has(path) || (changes.kept[at] as number) < 0) continue;
    changes.kept[at] = -1;
    changes.changed.push(at);
    added = true;
  }
  return added;
}

function judge({ corpus, files }: Changes, request: ContentRequest): void {
  judgeCorpus({ corpus, issues: corpus.issues, skipped: [], articleCount: files.length }, request);
}
