import { useQueryClient } from '@tanstack/react-query';
import { startTransition, useEffect, useReducer, useState } from 'react';
import { type CorrectedQuery, correctQuery } from './correct-query.ts';
import { type Enough, type Found, findArticles, type SearchSource } from './find-articles.ts';
import { scoreOf } from './match-article.ts';
import { asksForSomething, parseQuery, type SearchQuery } from './parse-query.ts';
import { createSearchSource, loadedArticles } from './search-source.ts';

/**
 * What is known of a query so far. query: as it was answered, with corrections. done: nothing more comes by itself.
 * inTab: only what the tab has loaded was searched, for `fault` kept the rest away.
 */
export interface SearchState {
  written: string;
  /** How often it was tried anew after a fault. */
  tries: number;
  query: SearchQuery;
  found?: Found;
  changes: CorrectedQuery['changes'];
  done: boolean;
  inTab: boolean;
  fault?: unknown;
}

/** A search that has nothing to show for that long says that it is on its way. */
const SLOW_MS = 400;
/** Between two drawings of what has been found so far. */
const DRAW_MS = 120;
const FRAME_MS = 16;

/** Searches for what is written, from the newest on, until there is enough; each change ends the search before. */
export function useSearch(written: string, enough: Enough): { state: SearchState; again: () => void } {
  const client = useQueryClient();
  const [source] = useState(() => createSearchSource(client));
  const [tries, again] = useReducer((times: number) => times + 1, 0);
  const [state, setState] = useState<SearchState>(() => beginning('', 0));
  const { hits, periods, most } = enough;
  useEffect(() => {
    const ended = new AbortController();
    const start = beginning(written, tries);
    // What was found for the query before stands until then: most answers come sooner.
    const waiting = setTimeout(() => setState(start), SLOW_MS);
    const tell = (next: SearchState) => {
      clearTimeout(waiting);
      if (!ended.signal.aborted) startTransition(() => setState(next));
    };
    if (!asksForSomething(start.query)) tell({ ...start, done: true });
    else
      void search(source, start, { hits, periods, most }, ended.signal, tell).catch((fault: unknown) => {
        const inTab = findInTab(loadedArticles(client), start.query);
        tell({ ...start, done: true, fault, ...(inTab && { inTab: true, found: inTab }) });
      });
    return () => {
      clearTimeout(waiting);
      ended.abort();
    };
  }, [client, source, written, hits, periods, most, tries]);
  return { state, again };
}

const beginning = (written: string, tries: number): SearchState => ({
  written,
  tries,
  query: parseQuery(written),
  changes: [],
  done: false,
  inTab: false,
});

async function search(
  source: SearchSource,
  start: SearchState,
  enough: Enough,
  signal: AbortSignal,
  tell: (state: SearchState) => void,
): Promise<void> {
  const last = await run(source, start, enough, signal, tell);
  if (last.found?.hits.length === 0 && last.found.since === undefined) {
    const corrected = await correctQuery(source, start.query);
    const second = corrected && (await run(source, { ...start, ...corrected }, enough, signal, tell));
    if (second?.found && second.found.hits.length > 0) return;
  }
  tell(last);
}

/** Tells what is found on the way, and the end of it where something was found. */
async function run(
  source: SearchSource,
  start: SearchState,
  enough: Enough,
  signal: AbortSignal,
  tell: (state: SearchState) => void,
): Promise<SearchState> {
  let state = start;
  let told = Number.NEGATIVE_INFINITY;
  for await (const found of findArticles(source, start.query, enough, signal)) {
    state = { ...start, found };
    if (found.hits.length === 0 || performance.now() - told < DRAW_MS) continue;
    tell(state);
    // All that is in memory would be looked through before it is drawn.
    await new Promise((drawn) => setTimeout(drawn, FRAME_MS));
    told = performance.now();
  }
  state = { ...state, done: true };
  if (state.found && state.found.hits.length > 0) tell(state);
  return state;
}

function findInTab(articles: ReturnType<typeof loadedArticles>, query: SearchQuery): Found | undefined {
  if (articles.length === 0) return undefined;
  const hits = articles.flatMap((searched) => {
    const score = scoreOf(searched, query);
    return score === undefined ? [] : [{ article: searched.article, score }];
  });
  return { hits, looked: articles.length, total: articles.length, missing: 0 };
}
