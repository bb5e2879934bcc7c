import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ReaderStoreProvider } from '../store/reader-context.tsx';
import type { ReaderStore } from '../store/reader-store.ts';
import type { ReaderHistory } from './reader-history.ts';
import { ReaderRouter } from './reader-router.tsx';
import type { PageRoute } from './routes.tsx';

interface AppProps {
  /** Where the build lives: '/' or '/path/'. */
  basename: string;
  client: QueryClient;
  history: ReaderHistory;
  routes: PageRoute[];
  store: ReaderStore;
}

export function App({ basename, client, history, routes, store }: AppProps) {
  return (
    <QueryClientProvider client={client}>
      <ReaderStoreProvider value={store}>
        <ReaderRouter basename={basename} client={client} history={history} routes={routes} />
      </ReaderStoreProvider>
    </QueryClientProvider>
  );
}
