import { useQuery } from '@tanstack/react-query';
import { coverageQuery } from '../../data/queries.ts';
import type { ArticleFile } from '../../schema/article.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';

export interface CoverageState {
  entries: TimelineEntry[];
  /** The file with the rest: nothing to wait for, on its way, or why it did not come. */
  rest: 'whole' | 'waiting' | 'failed';
  error: unknown;
  retry: () => void;
}

/** An article's timeline. The rest beyond the article's own file is asked for when it is wanted. */
export function useCoverage(article: ArticleFile, wanted: boolean): CoverageState {
  const { slug, coverage, coverageRest } = article;
  const more = coverageRest !== undefined;
  const query = useQuery({ ...coverageQuery(slug, coverageRest ?? ''), enabled: more && wanted });
  const all = query.data ? [...coverage, ...query.data.coverage] : coverage;
  const whole = !more || query.data !== undefined;
  return {
    entries: timelineOf(article, all, !whole),
    rest: whole ? 'whole' : query.isError ? 'failed' : 'waiting',
    error: query.error,
    retry: () => void query.refetch(),
  };
}
