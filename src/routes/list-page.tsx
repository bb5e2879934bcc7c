import type { QueryClient } from '@tanstack/react-query';
import { listQuery, partQuery } from '../data/list-queries.ts';
import { chosenLetter } from '../features/lists/chosen-letter.ts';
import { ProviderIndex } from '../features/lists/provider-index.tsx';
import { TopicIndex } from '../features/lists/topic-index.tsx';
import { listEdition } from '../lib/list-edition.ts';
import type { ListKind } from '../schema/paths.ts';

const requestsOf = (kind: ListKind) => ({
  start: async (client: QueryClient, _: unknown, search: string): Promise<void> => {
    await client.prefetchQuery(listQuery(kind));
    const [first] = chosenLetter(search, client.getQueryData(listQuery(kind).queryKey)?.letters)?.parts ?? [];
    if (first !== undefined) await client.prefetchQuery(partQuery(kind, first));
  },
  /** Pages that are made ahead show no letter. */
  edition: (client: QueryClient, _: unknown, search: string): string | undefined => {
    const list = client.getQueryData(listQuery(kind).queryKey);
    return list && !chosenLetter(search, list.letters) ? listEdition(list) : undefined;
  },
});

export const topics = { Page: () => <TopicIndex />, ...requestsOf('topic') };
export const providers = { Page: () => <ProviderIndex />, ...requestsOf('provider') };
