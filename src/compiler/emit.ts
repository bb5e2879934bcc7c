import { articleFile } from '../schema/paths.ts';
import type { Picture } from '../schema/picture.ts';
import { articleManifest, relatedCards } from './article-outputs.ts';
import { ClusterTerms } from './cluster-terms.ts';
import { dayFeeds } from './day-feeds.ts';
import { dayTables } from './day-tables.ts';
import { feedOutputs } from './emit-feeds.ts';
import { type Feeds, feedsOf } from './feeds.ts';
import { listOutputs } from './lists.ts';
import { type Coverage, coverageOf } from './memory/coverage.ts';
import { knownRelated } from './memory/find-related.ts';
import { type KnownClusters, knownClusters } from './memory/find-ties.ts';
import { goneFiles } from './memory/gone-files.ts';
import { createRowMaker } from './memory/make-row.ts';
import { emptyMemory, type Memory, type Row } from './memory/memory.ts';
import { moveLists } from './memory/move-lists.ts';
import { OwnFiles } from './memory/own-files.ts';
import { type Places, placesOf } from './memory/places.ts';
import type { Corpus, Output, PublicArticle } from './model.ts';
import { newestFirst } from './order.ts';
import { originApi } from './origin-api.ts';
import { Pages } from './pages.ts';
import { publicationManifest } from './publication.ts';
import { Resolver } from './resolve.ts';
import { searchOutputs } from './search.ts';
import { TermIndex } from './term-index.ts';
import { webManifest } from './web-manifest.ts';

/**
 * pictures: by path in the content folder, logos by `logo:<path>`; what is not in it is left out. base: '/' or '/path/'.
 * siteUrl: address of the build's root, ends in `/`.
 */
export interface EmitOptions {
  pictures: ReadonlyMap<string, Picture>;
  base: string;
  siteUrl?: string;
  originApi: boolean;
  /** The corpus's articles are newest first as they are. */
  isOrdered?: boolean;
  since?: Since;
}

/**
 * The compile before, where there was one: then only outputs that may be other than they were are made. Articles that did not
 * change are the memory's own objects. built: the text of a hashed file that it made. done: gets what to keep for the next one, and
 * the paths of files that are no longer.
 */
export interface Since {
  memory: Memory;
  built: (path: string) => string;
  done: (memory: Memory, gone: string[]) => void;
}

const nothing = (): Since => ({ memory: emptyMemory(), built: () => '', done: () => undefined });

/** What all steps work with. */
export interface Context {
  corpus: Corpus;
  since: Since;
  places: Places;
  resolver: Resolver;
  pages: Pages;
  coverage: Coverage;
  known: KnownClusters;
  rowOf: (article: PublicArticle) => Row;
  /** The hash that names an article's file. */
  fileOf: (article: PublicArticle) => string;
}

/**
 * Every file of the public output, each path once, the publication's table of contents first; one after the other, so that nobody
 * needs to hold them all. Takes nothing of the corpus but what passed the gate.
 */
export function* emit(corpus: Corpus, options: EmitOptions): Generator<Output> {
  const paths = new Set<string>();
  for (const output of steps(corpus, options)) {
    // Two files of one name would make the output depend on which is written last; hashed ones of one name say the same.
    if (output.kind !== 'hashed' && paths.has(output.path))
      throw new Error(`two files of the output have the name ${output.path}`);
    if (output.kind !== 'hashed') paths.add(output.path);
    yield output;
  }
}

function* steps(corpus: Corpus, options: EmitOptions): Generator<Output> {
  const since = options.since ?? nothing();
  const articles = options.isOrdered ? corpus.articles : [...corpus.articles].sort(newestFirst);
  const resolver = new Resolver(corpus, options.pictures);
  const feeds = feedsOf(corpus, articles, resolver);
  const pages = new Pages(corpus.settings, { base: options.base, siteUrl: options.siteUrl });
  const lists = yield* publicationOutputs(corpus, feeds, resolver, pages, options);
  const words = new ClusterTerms(since.memory.words, since.memory.numbers?.words);
  const terms = new TermIndex(since.memory.terms, since.memory.numbers?.terms);
  const makeRow = createRowMaker({ corpus, pictures: options.pictures, words, terms });
  const places = placesOf([...articles].reverse(), since.memory, makeRow);
  moveLists(places);
  const own = new OwnFiles(places, resolver);
  const coverage = coverageOf(places);
  const known = knownClusters(places, coverage, corpus.clusters, words);
  const rowOf = (article: PublicArticle): Row => places.rows[places.placeOf.get(article) as number] as Row;
  const fileOf = (article: PublicArticle): string => own.file(places.placeOf.get(article) as number);
  const context: Context = { corpus, since, places, resolver, pages, coverage, known, rowOf, fileOf };
  const days = dayFeeds(articles, corpus.settings.language, (article) => rowOf(article).day);
  yield* dayTables(days, pages);
  // Whoever writes pages has some to draw while the rest is found: at first those of articles, of which there are most.
  const isFirst = since.memory.rows.length === 0;
  const early = isFirst ? undefined : yield* feedOutputs(feeds, days, context);
  const search = yield* beside(articleViews(context, own, terms), searchOutputs(places, since.memory.search, since.built));
  const made = early ?? (yield* feedOutputs(feeds, days, context));
  if (options.originApi) yield* originApi(corpus, feeds);
  const { rows } = places;
  const numbers = { words: words.numbers, terms: terms.numbers };
  since.done({ rows, words: words.all, terms: terms.all, numbers, feeds: made, search: search.memory, lists }, [
    ...goneFiles(places, since.memory, made),
    ...since.memory.lists.filter((path) => !lists.includes(path)),
    ...search.gone,
  ]);
}

const TURN = 40;
/** Whoever writes pages has some to draw by then. */
const FIRST_TURN = 1500;

/** Both lists of outputs, one of the second after each few of the first, the first one later. Returns what the second does. */
function* beside<Made>(first: Generator<Output>, second: Generator<Output, Made>): Generator<Output, Made> {
  let other: IteratorResult<Output, Made> | undefined;
  for (let turn = 1, next = first.next(); !next.done; turn++, next = first.next()) {
    yield next.value;
    if (turn < FIRST_TURN || turn % TURN > 0 || other?.done) continue;
    other = second.next();
    if (!other.done) yield other.value;
  }
  for (;;) {
    if (other?.done) return other.value;
    other = second.next();
    if (!other.done) yield other.value;
  }
}

/** Returns the paths of what long lists have parts in. */
function* publicationOutputs(
  corpus: Corpus,
  feeds: Feeds,
  resolver: Resolver,
  pages: Pages,
  { base }: EmitOptions,
): Generator<Output, string[]> {
  yield publicationManifest(corpus.settings, feeds, resolver);
  const parts: string[] = [];
  for (const kind of ['topic', 'provider'] as const) {
    const made = listOutputs(kind, kind === 'topic' ? feeds.topics : feeds.providers);
    yield* made.parts;
    yield made.list;
    yield pages.list(kind, made.list.text);
    parts.push(...made.parts.map(({ path }) => path));
  }
  yield* pages.others();
  yield webManifest(corpus.settings, base);
  return parts;
}

/** An article's own files, what it shows of others, and its page, where one of them may be other than it was. */
function* articleViews(context: Context, own: OwnFiles, terms: TermIndex): Generator<Output> {
  const { places, since, coverage, known, resolver, pages, fileOf } = context;
  const related = knownRelated(places, known.clusters, { coverage: coverage.changed, clusters: known.touched }, terms);
  const relatedCard = relatedCards(fileOf, resolver);
  for (let place = 0; place < places.rows.length; place++) {
    const isNew = places.was[place] === -1;
    const isRelatedOther = related.look(place);
    if (!isNew && !isRelatedOther && !known.touched.has(place) && !coverage.changed.has(place)) continue;
    const outputs = isNew ? own.take(place) : [];
    yield* outputs;
    const { article, file, stories } = places.rows[place] as Row;
    const neighbours = {
      related: related.of(place),
      here: stories === 0 ? [] : coverage.here.of(article),
      followers: known.clusters.followers(article),
      following: known.clusters.following(article),
    };
    const manifest = articleManifest(article, file, neighbours, relatedCard, resolver);
    yield manifest;
    const text = (): string => outputs.at(-1)?.text ?? since.built(articleFile(article.slug, file));
    yield pages.article(article, { file, own: text, manifest: manifest.text }, resolver.images(article)[0]);
  }
}
