import type { QueryClient } from '@tanstack/react-query';
import { searchDictionaryQuery, searchManifestQuery, searchPeriodQuery, searchVolumeQuery } from '../../data/search-queries.ts';
import { giveWay } from '../../lib/give-way.ts';
import type { FeedManifest, Shard } from '../../schema/feed.ts';
import type { SearchPeriod } from '../../schema/search.ts';
import type { SearchSource } from './find-articles.ts';
import { articlesOfPeriod, foundCard, type SearchedArticle, searchedArticle } from './searched-article.ts';

/** A key that is pressed waits no longer than this for what is being prepared. */
const SLICE_MS = 8;

/** Search's files through the tab's cache; what was prepared of them lives as long as the source. */
export function createSearchSource(client: QueryClient): SearchSource {
  const prepared = new WeakMap<SearchPeriod, Promise<SearchedArticle[]>>();
  return {
    manifest: () => client.fetchQuery(searchManifestQuery()),
    volume: kept((file) => client.fetchQuery(searchVolumeQuery(file))),
    dictionary: kept((file) => client.fetchQuery(searchDictionaryQuery(file))),
    period: kept((file) => client.fetchQuery(searchPeriodQuery(file))),
    articles: (period) => {
      let articles = prepared.get(period);
      if (!articles) {
        articles = prepare(period);
        prepared.set(period, articles);
      }
      return articles;
    },
  };
}

/** Files that never change: a key asks dozens of them, and the tab's cache takes a moment for each. What could not be had is asked for anew. */
function kept<File>(fetch: (file: string) => Promise<File>): (file: string) => Promise<File> {
  const files = new Map<string, Promise<File>>();
  return (file) => {
    let answer = files.get(file);
    if (!answer) {
      answer = fetch(file);
      files.set(file, answer);
      answer.catch(() => files.delete(file));
    }
    return answer;
  };
}

async function prepare(period: SearchPeriod): Promise<SearchedArticle[]> {
  const articles: SearchedArticle[] = [];
  let since = performance.now();
  for (const article of articlesOfPeriod(period)) {
    articles.push(searchedArticle(article));
    if (performance.now() - since < SLICE_MS) continue;
    await giveWay();
    since = performance.now();
  }
  return articles;
}

/** The articles of the feeds that this tab has loaded, newest first: what is left to search where search's own files cannot be had. */
export function loadedArticles(client: QueryClient): SearchedArticle[] {
  const found = new Map<string, SearchedArticle>();
  for (const root of ['feed', 'shard']) {
    for (const [, part] of client.getQueriesData<FeedManifest | Shard>({ queryKey: [root] })) {
      for (const card of part?.cards ?? []) found.set(card.slug, searchedArticle(foundCard(card)));
    }
  }
  return [...found.values()].sort((a, b) => b.article.time - a.article.time);
}
