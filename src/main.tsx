import '@fontsource-variable/newsreader/wght.css';
import '@fontsource-variable/schibsted-grotesk/wght.css';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import { startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { createBrowserHistory } from './app/reader-history.ts';
import { createRoutes } from './app/routes.tsx';
import { startHere } from './app/start-here.ts';
import { createQueryClient } from './data/create-query-client.ts';
import { basePath } from './lib/base-path.ts';
import { giveWay } from './lib/give-way.ts';
import { whenIdle } from './lib/when-idle.ts';
import { clearFirstEntry } from './store/place-store.ts';
import { createReaderStore, type ReaderStore } from './store/reader-store.ts';

async function start(root: HTMLElement): Promise<void> {
  // In steps: a person may scroll or press between them.
  await giveWay();
  const client = createQueryClient();
  const store = createReaderStore();
  const mock = import.meta.env.DEV ? new URLSearchParams(window.location.search).get('mock') : null;
  if (mock !== null) await (await import('../mocks/start-mock.ts')).startMock(mock);
  if (import.meta.env.DEV) await (await import('./app/start-development.ts')).startDevelopment(client, store);
  clearFirstEntry(window.location.pathname.slice(basePath.length - 1));
  const history = createBrowserHistory();
  const routes = createRoutes();
  const app = <App basename={basePath} client={client} history={history} routes={routes} store={store} />;
  // Before the page is taken over, which waits for the network.
  if (import.meta.env.PROD) whenIdle(() => void startOffline(store).catch(() => undefined));
  await giveWay();
  const same = await startHere(routes, client, history);
  // What differs all the same is drawn anew without a word: the reader sees the newer of two states, once.
  // As a transition, which lets go of the processor every few milliseconds: what is painted can be scrolled meanwhile.
  startTransition(() => {
    if (same) hydrateRoot(root, app, { onRecoverableError: () => undefined });
    else createRoot(root).render(app);
  });
}

/** Not part of the first view. Where storage is denied or the network failed, the reader goes on without. */
const startOffline = async (store: ReaderStore) => (await import('./app/start-offline.tsx')).startOffline(store);

const root = document.getElementById('root');
if (root) void start(root);
