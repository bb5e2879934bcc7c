import '@fontsource-variable/newsreader/wght.css';
import '@fontsource-variable/schibsted-grotesk/wght.css';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { App } from './app/app.tsx';
import { createRoutes } from './app/routes.tsx';
import { createQueryClient } from './data/create-query-client.ts';
import { basePath } from './lib/base-path.ts';
import { createReaderStore } from './store/reader-store.ts';

async function start(root: HTMLElement): Promise<void> {
  const client = createQueryClient();
  const store = createReaderStore();
  const mock = import.meta.env.DEV ? new URLSearchParams(window.location.search).get('mock') : null;
  if (mock !== null) await (await import('../mocks/start-mock.ts')).startMock(mock);
  if (import.meta.env.DEV) await (await import('./app/start-development.ts')).startDevelopment(client, store);
  const router = createBrowserRouter(createRoutes(client), { basename: basePath });
  createRoot(root).render(<App client={client} router={router} store={store} />);
}

const root = document.getElementById('root');
if (root) void start(root);
