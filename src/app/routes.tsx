import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType, ReactElement } from 'react';
import { matchRoutes, type RouteObject } from 'react-router';
import { CategoryPage, HomePage, ProviderPage, startFeed, TopicPage } from '../routes/feed-page.tsx';
import { NotFoundPage } from '../routes/not-found-page.tsx';
import { startArticle, startProviders, startTopics } from '../routes/start-requests.ts';
import { type LazyPage, lazyPage } from './lazy-page.tsx';
import { Shell } from './shell.tsx';

/** Begins what a page will ask for, so that its data and its code are on their way together. */
export type StartRequests = (client: QueryClient, params: Readonly<Record<string, string | undefined>>) => void;

interface PageHandle {
  start?: StartRequests | undefined;
  load?: LazyPage['load'] | undefined;
}
export type PageRoute = RouteObject & { handle?: PageHandle };

const article = lazyPage(async () => (await import('../routes/article-page.tsx')).ArticlePage);
const topics = lazyPage(async () => (await import('../routes/list-page.tsx')).TopicsPage);
const providers = lazyPage(async () => (await import('../routes/list-page.tsx')).ProvidersPage);
const saved = lazyPage(async () => (await import('../routes/saved-page.tsx')).SavedPage);

const here = (path: string, Page: ComponentType, start?: StartRequests): PageRoute => ({
  path,
  element: <Page />,
  handle: { start },
});
const later = (path: string, { Page, load }: LazyPage, start?: StartRequests): PageRoute => ({
  path,
  element: <Page />,
  handle: { start, load },
});

/** Every URL of the reader. frame: what stands around every page. */
export const createRoutes = (frame: ReactElement = <Shell />): PageRoute[] => [
  {
    path: '/',
    element: frame,
    children: [
      here('', HomePage, startFeed('all')),
      later('topic', topics, startTopics),
      here('topic/:topic', TopicPage, startFeed('topic')),
      later('provider', providers, startProviders),
      here('provider/:provider', ProviderPage, startFeed('provider')),
      later('saved', saved),
      ...(import.meta.env.DEV
        ? [
            later(
              'sandbox',
              lazyPage(async () => (await import('../routes/sandbox-page.tsx')).SandboxPage),
            ),
          ]
        : []),
      here(':category', CategoryPage, startFeed('category')),
      later(':category/:slug', article, startArticle),
      here('*', NotFoundPage),
    ],
  },
];

/** Starts the page at a path (base included): its requests at once; settles when its code is here, or could not be had. */
export async function startPage(routes: PageRoute[], client: QueryClient, basename: string, pathname: string): Promise<void> {
  const matches = matchRoutes(routes, { pathname }, basename) ?? [];
  const loads = matches.map(({ route, params }) => {
    const { start, load } = (route.handle ?? {}) as PageHandle;
    start?.(client, params);
    return load?.();
  });
  await Promise.all(loads);
}
