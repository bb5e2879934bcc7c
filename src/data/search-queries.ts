import { queryOptions } from '@tanstack/react-query';
import { readDictionary } from '../lib/search-dictionary.ts';
import { SEARCH, searchFile } from '../schema/paths.ts';
import { SearchDictionary, SearchManifest, SearchPeriod, SearchVolume } from '../schema/search.ts';
import { DataFault, fetchJson } from './fetch-json.ts';

const contents = { staleTime: 60_000, gcTime: Number.POSITIVE_INFINITY };
const hashed = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY };

export const searchManifestQuery = () =>
  queryOptions({ ...contents, queryKey: ['search'], queryFn: ({ signal }) => fetchJson(SEARCH, SearchManifest, signal) });

export const searchVolumeQuery = (file: string) =>
  queryOptions({
    ...hashed,
    queryKey: ['search-volume', file],
    queryFn: ({ signal }) => fetchJson(searchFile(file), SearchVolume, signal),
  });

export const searchPeriodQuery = (file: string) =>
  queryOptions({
    ...hashed,
    // Large, and never changed: comparing it with itself would cost more than drawing it.
    structuralSharing: false,
    queryKey: ['search-period', file],
    queryFn: ({ signal }) => fetchJson(searchFile(file), SearchPeriod, signal),
  });

export const searchDictionaryQuery = (file: string) =>
  queryOptions({
    ...hashed,
    structuralSharing: false,
    queryKey: ['search-dictionary', file],
    queryFn: async ({ signal }) => {
      const entries = readDictionary(await fetchJson(searchFile(file), SearchDictionary, signal));
      if (!entries) throw new DataFault('broken', searchFile(file));
      return entries;
    },
  });
