import type { WordPlaces } from '../../lib/search-dictionary.ts';
import type { PeriodReference, SearchManifest, SearchPeriod, SearchVolume } from '../../schema/search.ts';
import { candidatePeriods, type Lookup, lookupsOf } from './candidate-periods.ts';
import { scoreOf } from './match-article.ts';
import type { SearchQuery } from './parse-query.ts';
import type { FoundArticle, SearchedArticle } from './searched-article.ts';

/** Where the files come from. Each promise is refused when the file cannot be had. */
export interface SearchSource {
  manifest: () => Promise<SearchManifest>;
  volume: (file: string) => Promise<SearchVolume>;
  dictionary: (file: string) => Promise<WordPlaces[]>;
  period: (file: string) => Promise<SearchPeriod>;
  /** Its articles with their words, newest first, made once; gives way to typing while it works. */
  articles: (period: SearchPeriod) => Promise<readonly SearchedArticle[]>;
}

export interface Hit {
  article: FoundArticle;
  score: number;
}

/**
 * hits: newest first. looked: articles that were looked at or ruled out; total: all there are. missing: articles in files that could
 * not be had, and why the last of them could not. since: how far back it went, in seconds, where older ones were left for later.
 */
export interface Found {
  hits: Hit[];
  looked: number;
  total: number;
  missing: number;
  fault?: unknown;
  since?: number;
}

/** It stops once it has this many hits and has read this many periods with them, and at `most` periods in any case. */
export interface Enough {
  hits: number;
  periods: number;
  most: number;
}

/** How many volumes or periods are asked ahead of the one whose turn it is. */
const AHEAD = 4;
/** After that many periods with no hit the next ones will be wanted too. */
const IN_VAIN = 2;

/**
 * Looks through the articles from the newest to the oldest and tells after each part what it has found so far; the last answer is
 * complete as far as `enough` goes. Throws when the manifest cannot be had, or when `signal` ends it.
 */
export async function* findArticles(
  source: SearchSource,
  query: SearchQuery,
  enough: Enough,
  signal: AbortSignal,
): AsyncGenerator<Found> {
  const manifest = await source.manifest();
  const found: Found = { hits: [], looked: 0, total: totalOf(manifest), missing: 0 };
  let read = 0;
  for await (const part of candidates(source, manifest, query, found, enough.most)) {
    signal.throwIfAborted();
    if (read >= enough.most || (found.hits.length >= enough.hits && read >= enough.periods)) {
      found.since = part.to;
      break;
    }
    read++;
    await lookInto(source, part, query, found, signal);
    yield { ...found, hits: [...found.hits] };
  }
  signal.throwIfAborted();
  yield found;
}

const totalOf = ({ open, volumes }: SearchManifest): number => volumes.reduce((sum, { count }) => sum + count, open?.count ?? 0);

async function lookInto(
  source: SearchSource,
  part: PeriodReference,
  query: SearchQuery,
  found: Found,
  signal: AbortSignal,
): Promise<void> {
  const period = await orFault(source.period(part.file));
  signal.throwIfAborted();
  if ('fault' in period) {
    found.missing += part.count;
    found.fault = period.fault;
    return;
  }
  const articles = await source.articles(period.value);
  signal.throwIfAborted();
  found.looked += part.count;
  for (const searched of articles) {
    const score = scoreOf(searched, query);
    if (score !== undefined) found.hits.push({ article: searched.article, score });
  }
}

/** The periods that may hold hits, newest first; what is ruled out is counted as looked at. */
async function* candidates(
  source: SearchSource,
  { open, volumes }: SearchManifest,
  query: SearchQuery,
  found: Found,
  most: number,
): AsyncGenerator<PeriodReference> {
  const inTime = timeTest(query);
  if (open && inTime(open)) yield open;
  else found.looked += open?.count ?? 0;
  const lookups = lookupsOf(query);
  const asked = volumes.map(() => undefined) as (ReturnType<typeof periodsIn> | undefined)[];
  const ask = (at: number) => {
    const volume = volumes[at];
    if (volume && inTime(volume)) asked[at] ??= periodsIn(source, volume.file, lookups);
  };
  let tried = 0;
  for (const [at, volume] of volumes.entries()) {
    for (let ahead = 0; ahead < AHEAD; ahead++) ask(at + ahead);
    const answer = await asked[at];
    if (answer && 'fault' in answer) {
      found.missing += volume.count;
      found.fault = answer.fault;
      continue;
    }
    const periods = (answer?.value ?? []).filter(inTime);
    found.looked += volume.count - periods.reduce((sum, { count }) => sum + count, 0);
    for (const [place, period] of periods.entries()) {
      tried++;
      const ahead = found.hits.length === 0 && tried > IN_VAIN ? Math.max(0, Math.min(AHEAD, most - tried)) : 0;
      for (const next of periods.slice(place + 1, place + 1 + ahead)) void orFault(source.period(next.file));
      yield period;
    }
  }
}

/** Newest first. */
const periodsIn = (source: SearchSource, file: string, lookups: readonly Lookup[]): Promise<Answer<PeriodReference[]>> =>
  orFault(
    source.volume(file).then(async (volume) => {
      const places = await candidatePeriods(volume, lookups, source.dictionary);
      return volume.periods.filter((_, place) => places?.has(place) ?? true).toReversed();
    }),
  );

/** Whether something between two times can hold what the query's dates allow. */
function timeTest({ filters }: SearchQuery): (part: { from: number; to: number }) => boolean {
  let [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const filter of filters) {
    if (!('time' in filter) || filter.time === undefined) continue;
    if (filter.operator === 'after') least = Math.max(least, filter.time);
    else most = Math.min(most, filter.time);
  }
  return ({ from, to }) => to >= least && from < most;
}

type Answer<T> = { value: T } | { fault: unknown };

/** A part that cannot be had does not end the search. */
export const orFault = <T>(promise: Promise<T>): Promise<Answer<T>> =>
  promise.then(
    (value) => ({ value }),
    (fault: unknown) => ({ fault }),
  );
