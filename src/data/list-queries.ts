import { queryOptions } from '@tanstack/react-query';
import { PROVIDERS, TOPICS } from '../schema/paths.ts';
import { ProviderList, TopicList } from '../schema/publication.ts';
import { fetchJson } from './fetch-json.ts';
import { contents } from './queries.ts';

export const topicsQuery = () =>
  queryOptions({ ...contents, queryKey: ['topics'], queryFn: ({ signal }) => fetchJson(TOPICS, TopicList, signal) });

export const providersQuery = () =>
  queryOptions({ ...contents, queryKey: ['providers'], queryFn: ({ signal }) => fetchJson(PROVIDERS, ProviderList, signal) });
