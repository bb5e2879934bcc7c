import { useQuery } from '@tanstack/react-query';
import { coverageQuery } from '../../data/queries.ts';
import { providerId } from '../../lib/slugify.ts';
import type { ArticleFile } from '../../schema/article.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';
import type { Cluster } from './use-cluster.ts';

export interface CoverageState {
  entries: TimelineEntry[];
  /** Stories but for the article itself, and who told them. */
  stories: number;
  providers: number;
  /** Whether the article's own provider told all of them. */
  alone: boolean;
  /** The file with the rest: nothing to wait for, on its way, or why it did not come. */
  rest: 'whole' | 'waiting' | 'failed';
  error: unknown;
  retry: () => void;
}

/** An article's timeline. The rest beyond the article's own file is asked for when it is wanted. */
export function useCoverage(article: ArticleFile, cluster: Cluster, wanted: boolean): CoverageState {
  const { slug, coverage, coverageRest } = article;
  const more = coverageRest !== undefined;
  const query = useQuery({ enabled: more && wanted, ...coverageQuery(slug, coverageRest ?? '') });
  const all = query.data ? [...coverage, ...query.data.coverage] : coverage;
  const whole = !more || query.data !== undefined;
  return {
    entries: timelineOf(article, all, !whole, cluster),
    ...countOf(article, cluster),
    rest: whole ? 'whole' : query.isError ? 'failed' : 'waiting',
    error: query.error,
    retry: () => void query.refetch(),
  };
}

function countOf(article: ArticleFile, { stories }: Cluster): Pick<CoverageState, 'stories' | 'providers' | 'alone'> {
  const named = new Set(article.coverage.flatMap(({ provider }) => (provider ? [providerId(provider)] : [])));
  const here = new Set(stories.map(({ provider }) => providerId(provider)));
  const others = [...here].filter((id) => !named.has(id)).length;
  const own = providerId(article.provider);
  const providers = article.coverageProviders + others;
  const count = article.coverageTotal + stories.length;
  return { stories: count, providers, alone: count === 0 || (providers === 1 && (named.has(own) || here.has(own))) };
}
