import { useQuery } from '@tanstack/react-query';
import { yearQuery } from '../../data/day-queries.ts';

/** A year's table, where there is one. */
export const useYear = (year = 0) => useQuery({ ...yearQuery(year), enabled: year > 0 }).data;
