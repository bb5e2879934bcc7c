import type { QueryClient } from '@tanstack/react-query';
import type { LoaderFunctionArgs } from 'react-router';
import { articleManifestQuery } from '../data/queries.ts';

/** Its own file, so that the request starts while the page's code is on its way. */
export const articleLoader =
  (client: QueryClient) =>
  ({ params }: LoaderFunctionArgs): null => {
    void client.prefetchQuery(articleManifestQuery(params.slug ?? ''));
    return null;
  };
