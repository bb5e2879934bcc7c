import type { QueryClient } from '@tanstack/react-query';
import type { LoaderFunctionArgs } from 'react-router';
import { prefetchArticle } from '../data/prefetch-article.ts';

/** Its own file, so that the requests start while the page's code is on its way. */
export const articleLoader =
  (client: QueryClient) =>
  ({ params }: LoaderFunctionArgs): null => {
    void prefetchArticle(client, params.slug ?? '');
    return null;
  };
