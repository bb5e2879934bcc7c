import type { QueryClient } from '@tanstack/react-query';
import { setupWorker } from 'msw/browser';
import { createRoot, type Root } from 'react-dom/client';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type Fault, siteHandlers } from '../../mocks/handlers.ts';
import type { PretendSite } from '../../mocks/pretend-site.ts';
import { App } from '../../src/app/app.tsx';
import type { ReaderHistory } from '../../src/app/reader-history.ts';
import { createRoutes, startPage } from '../../src/app/routes.tsx';
import { createQueryClient } from '../../src/data/create-query-client.ts';
import { createReaderStore } from '../../src/store/reader-store.ts';
import { createMemoryHistory } from './memory-history.ts';
import '../../src/styles/tokens.css';
import '../../src/styles/base.css';

/** What the network holds at the moment; a test changes it to publish, withdraw or fail. */
export const network: { site: PretendSite; faultOf: (path: string) => Fault | undefined | Promise<undefined>; asked: string[] } =
  {
    site: new Map(),
    faultOf: () => undefined,
    asked: [],
  };

const worker = setupWorker();
let errors: unknown[][] = [];
let open: { root: Root; element: HTMLElement; client: QueryClient }[] = [];
const consoleError = console.error;

/** Call once at the top of a test file: the pretend network, and no error on the console goes unseen. */
export function useReader(): void {
  beforeAll(() => worker.start({ quiet: true, onUnhandledRequest: refuseUnknown }));
  afterAll(() => worker.stop());
  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    await clearDatabase();
    network.faultOf = () => undefined;
    network.asked = [];
    errors = [];
    console.error = (...words: unknown[]) => errors.push(words);
    worker.resetHandlers(
      ...siteHandlers(
        () => network.site,
        (path) => {
          network.asked.push(path);
          return network.faultOf(path);
        },
      ),
    );
  });
  afterEach(() => {
    closeReader();
    console.error = consoleError;
    expect(errors.filter(isOurs), 'console.error').toEqual([]);
  });
}

/** The browser itself reports a failed request in the console; that is the test's own doing. */
const isOurs = (words: unknown[]): boolean => !String(words[0]).startsWith('Failed to load resource');

/** A request that neither the pretend network nor the test runner knows fails the test. */
function refuseUnknown(request: Request): void {
  const url = new URL(request.url);
  if (url.origin !== location.origin || /^\/(?!src\/).*?(data|img)\//.test(url.pathname))
    errors.push([`unknown request: ${request.method} ${request.url}`]);
}

/** Opens the reader at an address, as a fresh tab would, with the browser's memory as it is. */
export function openReader(path: string): { history: ReaderHistory; client: QueryClient } {
  closeReader();
  return openBeside(path);
}

/** Opens one more, as a second tab would, below the one that is there. */
export function openBeside(path: string): { history: ReaderHistory; client: QueryClient; element: HTMLElement } {
  const client = createQueryClient();
  const history = createMemoryHistory(path);
  const routes = createRoutes();
  const element = document.createElement('div');
  document.body.append(element);
  const root = createRoot(element);
  open.push({ root, element, client });
  void startPage(routes, client, '/', new URL(path, window.location.origin));
  root.render(<App basename="/" client={client} history={history} routes={routes} store={createReaderStore()} />);
  return { history, client, element };
}

function closeReader(): void {
  for (const { root, element, client } of open) {
    root.unmount();
    // As in a tab that is closed, nothing happens any more.
    void client.cancelQueries();
    element.remove();
  }
  open = [];
  window.scrollTo(0, 0);
}

/** As a browser does that has forgotten the site. */
export const clearDatabase = (): Promise<void> =>
  new Promise((done, fail) => {
    const request = indexedDB.deleteDatabase(`tearsheet:${import.meta.env.BASE_URL}`);
    request.addEventListener('success', () => done());
    request.addEventListener('error', () => fail(request.error ?? new Error('The database stayed.')));
  });
