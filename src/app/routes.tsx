import type { QueryClient } from '@tanstack/react-query';
import type { RouteObject } from 'react-router';
import { articleLoader } from '../routes/article-loader.ts';
import { CategoryPage, feedLoader, HomePage, ProviderPage, TopicPage } from '../routes/feed-page.tsx';
import { listLoader } from '../routes/list-loader.ts';
import { NotFoundPage } from '../routes/not-found-page.tsx';
import { RouteFault } from './route-fault.tsx';
import { Shell } from './shell.tsx';

const article = async () => ({ Component: (await import('../routes/article-page.tsx')).ArticlePage });
const topics = async () => ({ Component: (await import('../routes/list-page.tsx')).TopicsPage });
const providers = async () => ({ Component: (await import('../routes/list-page.tsx')).ProvidersPage });
const sandbox = async () => ({ Component: (await import('../routes/sandbox-page.tsx')).SandboxPage });

/** Until a page's code is here, the frame stands and its place is empty; what waits for data shows that itself. */
const Waiting = () => null;

/** Every URL of the reader. */
export const createRoutes = (client: QueryClient): RouteObject[] => [
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: RouteFault,
    children: [
      {
        ErrorBoundary: RouteFault,
        HydrateFallback: Waiting,
        children: [
          { index: true, Component: HomePage, loader: feedLoader(client, 'all') },
          { path: 'topic', lazy: topics, loader: listLoader(client, 'topic') },
          { path: 'topic/:topic', Component: TopicPage, loader: feedLoader(client, 'topic') },
          { path: 'provider', lazy: providers, loader: listLoader(client, 'provider') },
          { path: 'provider/:provider', Component: ProviderPage, loader: feedLoader(client, 'provider') },
          ...(import.meta.env.DEV ? [{ path: 'sandbox', lazy: sandbox }] : []),
          { path: ':category', Component: CategoryPage, loader: feedLoader(client, 'category') },
          { path: ':category/:slug', lazy: article, loader: articleLoader(client) },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
];
