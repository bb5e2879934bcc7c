import type { QueryClient } from '@tanstack/react-query';
import { providersQuery, topicsQuery } from '../data/queries.ts';

export const listLoader = (client: QueryClient, kind: 'topic' | 'provider') => (): null => {
  void (kind === 'topic' ? client.prefetchQuery(topicsQuery()) : client.prefetchQuery(providersQuery()));
  return null;
};
