import { emptyMemory, type Row } from '../../../src/compiler/memory/memory.ts';
import { placesOf } from '../../../src/compiler/memory/places.ts';
import type { Corpus } from '../../../src/compiler/model.ts';
import { searchOutputs } from '../../../src/compiler/search.ts';
import { correctQuery } from '../../../src/features/search/correct-query.ts';
import { type Enough, type Found, findArticles, type SearchSource } from '../../../src/features/search/find-articles.ts';
import { parseQuery } from '../../../src/features/search/parse-query.ts';
import { articlesOfPeriod, searchedArticle } from '../../../src/features/search/searched-article.ts';
import { hash52 } from '../../../src/lib/hash.ts';
import { readDictionary } from '../../../src/lib/search-dictionary.ts';
import { SEARCH, searchFile } from '../../../src/schema/paths.ts';
import { SearchDictionary, SearchManifest, SearchPeriod, SearchVolume } from '../../../src/schema/search.ts';
import { read } from '../back/site.ts';

export type Files = ReadonlyMap<string, string>;

export function filesOf(articles: Corpus['articles']): Files {
  const memory = emptyMemory();
  const rowOf = (article: Corpus['articles'][number]) => ({ article, slugHash: hash52(article.slug) }) as Row;
  const places = placesOf([...articles].reverse(), memory, rowOf);
  return new Map([...searchOutputs(places, memory.search, () => '')].map(({ path, text }) => [path, text]));
}

/** Reads as the page does, through the schemas; `asked` tells which files. `gone` cannot be had. */
export function sourceOf(files: Files, asked = new Set<string>(), gone: (path: string) => boolean = () => false): SearchSource {
  const has = async (path: string): Promise<string> => {
    asked.add(path);
    if (gone(path)) throw new Error(`no ${path}`);
    return path;
  };
  const parse = (file: string) => has(searchFile(file));
  return {
    manifest: async () => read(files, await has(SEARCH), SearchManifest),
    volume: async (file) => read(files, await parse(file), SearchVolume),
    dictionary: async (file) => readDictionary(read(files, await parse(file), SearchDictionary)) ?? [],
    period: async (file) => read(files, await parse(file), SearchPeriod),
    articles: async (period) => [...articlesOfPeriod(period)].map(searchedArticle),
  };
}

export const EVERYTHING: Enough = { hits: Number.POSITIVE_INFINITY, periods: 0, most: Number.POSITIVE_INFINITY };

/** The last answer to a query, as the page comes to it, typos corrected. */
export async function answerTo(source: SearchSource, written: string, enough = EVERYTHING): Promise<Found> {
  const { signal } = new AbortController();
  const last = async (query: ReturnType<typeof parseQuery>): Promise<Found> => {
    let found: Found | undefined;
    for await (const next of findArticles(source, query, enough, signal)) found = next;
    if (!found) throw new Error('no answer');
    return found;
  };
  const query = parseQuery(written);
  const found = await last(query);
  const corrected = found.hits.length === 0 ? await correctQuery(source, query) : undefined;
  return corrected ? last(corrected.query) : found;
}

/** Slugs, the best first. */
export const slugsIn = ({ hits }: Found): string[] =>
  hits.toSorted((a, b) => b.score - a.score || b.article.time - a.article.time).map(({ article }) => article.slug);
