import type { QueryClient } from '@tanstack/react-query';
import { providersQuery, topicsQuery } from '../data/list-queries.ts';
import { ProviderIndex } from '../features/lists/provider-index.tsx';
import { TopicIndex } from '../features/lists/topic-index.tsx';
import { listEdition } from '../lib/list-edition.ts';

export const topics = {
  Page: () => <TopicIndex />,
  start: (client: QueryClient): Promise<void> => client.prefetchQuery(topicsQuery()),
  edition: (client: QueryClient): string | undefined => {
    const list = client.getQueryData(topicsQuery().queryKey);
    return list && listEdition(list.topics);
  },
};

export const providers = {
  Page: () => <ProviderIndex />,
  start: (client: QueryClient): Promise<void> => client.prefetchQuery(providersQuery()),
  edition: (client: QueryClient): string | undefined => {
    const list = client.getQueryData(providersQuery().queryKey);
    return list && listEdition(list.providers);
  },
};
