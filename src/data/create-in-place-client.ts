import { QueryClient, type QueryKey } from '@tanstack/react-query';

/** Answers a query by its key; `ask` asks the network for what it names. */
export type Answer = (key: QueryKey, ask: () => Promise<unknown>) => Promise<unknown>;

/** A client for the reader's parts where drafts stand among what is public: every query, of whatever part, goes through `answer`. */
export const createInPlaceClient = (answer: Answer): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnReconnect: false,
        refetchOnWindowFocus: false,
        persister: (ask, context) => answer(context.queryKey, async () => ask(context)) as never,
      },
    },
  });
