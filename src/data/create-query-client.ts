import { QueryClient } from '@tanstack/react-query';
import { DataFault } from './fetch-json.ts';

/** A missing file is an answer and a broken one will break again: only what may pass by itself is tried again, twice. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: (failures, error) =>
          failures < 2 && error instanceof DataFault && error.kind !== 'missing' && error.kind !== 'broken',
        retryDelay: (failures) => 400 * 2 ** failures,
        refetchOnReconnect: true,
      },
    },
  });
