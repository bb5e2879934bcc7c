import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType, ReactElement } from 'react';
import { matchRoutes, type RouteObject } from 'react-router';
import { publicationQuery } from '../data/queries.ts';
import { PLAIN_EDITION } from '../lib/edition.ts';
import { CategoryPage, editionOfFeed, HomePage, loadFeed, ProviderPage, startFeed, TopicPage } from '../routes/feed-page.tsx';
import { NotFoundPage } from '../routes/not-found-page.tsx';
import { editionOfArticle, startArticle } from '../routes/start-requests.ts';
import type { FeedKind } from '../schema/feed.ts';
import { type LazyPage, lazyPage } from './lazy-page.tsx';
import { Shell } from './shell.tsx';

type Params = Readonly<Record<string, string | undefined>>;

interface PageHandle {
  /** Begins what the page will ask for, so that its data and its code are on their way together. Settles when that has come, or failed. */
  start?: ((client: QueryClient, params: Params, search: string) => Promise<void>) | undefined;
  /** A mark of what the page shows; undefined while that is not there. */
  edition?: ((client: QueryClient, params: Params, search: string) => string | undefined) | undefined;
  load?: ((search?: string) => Promise<unknown>) | undefined;
}
export type PageRoute = RouteObject & { handle?: PageHandle };

const article = lazyPage(async () => (await import('../routes/article-page.tsx')).ArticlePage);
const day = lazyPage(async () => (await import('../routes/day-page.tsx')).DayPage);
const saved = lazyPage(async () => (await import('../routes/saved-page.tsx')).SavedPage);
const preview = lazyPage(async () => (await import('../routes/preview-page.tsx')).PreviewPage);

const searching = lazyPage(async () => (await import('../routes/search-page.tsx')).SearchPage);

const here = (path: string, Page: ComponentType, handle: PageHandle = {}): PageRoute => ({ path, element: <Page />, handle });
const later = (path: string, { Page, load }: LazyPage, handle: PageHandle = {}): PageRoute =>
  here(path, Page, { ...handle, load });

/** A page that few open: what it asks for comes with its code. */
function whole(path: string, code: () => Promise<{ Page: ComponentType } & PageHandle>): PageRoute {
  let own: PageHandle | undefined;
  const page = lazyPage(async () => {
    const { Page, ...handle } = await code();
    own = handle;
    return Page;
  });
  return later(path, page, {
    start: async (...at) => {
      await page.load();
      await own?.start?.(...at);
    },
    edition: (...at) => own?.edition?.(...at),
  });
}

const feed = (path: string, kind: FeedKind, Page: ComponentType): PageRoute =>
  here(path, Page, { start: startFeed(kind), edition: editionOfFeed(kind), load: loadFeed(kind) });

/** Every URL of the reader. frame: what stands around every page. */
export const createRoutes = (frame: ReactElement = <Shell />): PageRoute[] => [
  {
    path: '/',
    element: frame,
    children: [
      feed('', 'all', HomePage),
      whole('topic', async () => (await import('../routes/list-page.tsx')).topics),
      feed('topic/:topic', 'topic', TopicPage),
      whole('provider', async () => (await import('../routes/list-page.tsx')).providers),
      feed('provider/:provider', 'provider', ProviderPage),
      whole('day', async () => (await import('../routes/calendar-page.tsx')).years),
      whole('day/:year', async () => (await import('../routes/calendar-page.tsx')).year),
      later(':year/:month/:day', day, { start: startFeed('day'), edition: editionOfFeed('day') }),
      later('saved', saved),
      later('search', searching),
      later('preview', preview),
      ...(import.meta.env.DEV
        ? [
            later(
              'sandbox',
              lazyPage(async () => (await import('../routes/sandbox-page.tsx')).SandboxPage),
            ),
          ]
        : []),
      feed(':category', 'category', CategoryPage),
      later(':category/:slug', article, { start: startArticle, edition: editionOfArticle }),
      here('*', NotFoundPage),
    ],
  },
];

/** A path, base included, and what stands after it. */
interface Address {
  pathname: string;
  search: string;
}

interface Starting {
  /** Settles when the page's code is here, or could not be had. */
  code: Promise<unknown>;
  /** The same for its data. */
  data: Promise<unknown>;
}

/** Starts the page at an address: its requests and its code at once. */
export function startPage(routes: PageRoute[], client: QueryClient, basename: string, { pathname, search }: Address): Starting {
  const pages = pagesAt(routes, basename, pathname);
  return {
    data: Promise.all([
      client.prefetchQuery(publicationQuery()),
      ...pages.map(({ handle, params }) => handle.start?.(client, params, search)),
    ]),
    code: Promise.all(pages.map(({ handle }) => handle.load?.(search))),
  };
}

/** A mark of what the page at an address shows, from what has been loaded; undefined while that is not whole. */
export function editionAt(
  routes: PageRoute[],
  client: QueryClient,
  basename: string,
  { pathname, search }: Address,
): string | undefined {
  const page = pagesAt(routes, basename, pathname).at(-1);
  return page?.handle.edition ? page.handle.edition(client, page.params, search) : PLAIN_EDITION;
}

const pagesAt = (routes: PageRoute[], basename: string, pathname: string) =>
  (matchRoutes(routes, { pathname }, basename) ?? []).map(({ route, params }) => ({
    handle: (route.handle ?? {}) as PageHandle,
    params,
  }));
