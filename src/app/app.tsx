import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { DataRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ReaderStoreProvider } from '../store/reader-context.tsx';
import type { ReaderStore } from '../store/reader-store.ts';

export function App({ client, router, store }: { client: QueryClient; router: DataRouter; store: ReaderStore }) {
  return (
    <QueryClientProvider client={client}>
      <ReaderStoreProvider value={store}>
        <RouterProvider router={router} />
      </ReaderStoreProvider>
    </QueryClientProvider>
  );
}
