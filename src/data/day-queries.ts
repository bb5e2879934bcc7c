import { queryOptions } from '@tanstack/react-query';
import { DayYear, DayYears } from '../schema/days.ts';
import { YEARS, yearFile } from '../schema/paths.ts';
import { fetchJson } from './fetch-json.ts';
import { contents } from './queries.ts';

export const yearsQuery = () =>
  queryOptions({ ...contents, queryKey: ['years'], queryFn: ({ signal }) => fetchJson(YEARS, DayYears, signal) });

export const yearQuery = (year: number) =>
  queryOptions({ ...contents, queryKey: ['year', year], queryFn: ({ signal }) => fetchJson(yearFile(year), DayYear, signal) });
