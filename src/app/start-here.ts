import type { QueryClient } from '@tanstack/react-query';
import { isMissing } from '../data/fetch-json.ts';
import { publicationQuery } from '../data/queries.ts';
import { basePath } from '../lib/base-path.ts';
import { absoluteDate } from '../lib/dates.ts';
import { giveWay } from '../lib/give-way.ts';
import { entryOf, readPlace } from '../store/place-store.ts';
import type { ReaderHistory } from './reader-history.ts';
import { editionAt, type PageRoute, startPage } from './routes.tsx';

const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Starts the page that the browser stands at. One that was made ahead stays as it is until all that it shows has come, also while the
 * network does not answer: it can be read meanwhile. Settles with true when the script's own drawing will be the same.
 */
export async function startHere(routes: PageRoute[], client: QueryClient, history: ReaderHistory): Promise<boolean> {
  const { location } = history.current();
  const { edition } = document.body.dataset;
  const start = () => startPage(routes, client, basePath, location);
  const first = start();
  if (edition === undefined || edition === '') return false;
  await Promise.all([first.code, first.data]);
  await readyDates(client);
  for (let wait = FIRST_WAIT_MS; hasFailed(client); wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    await waitOrNetwork(wait);
    await start().data;
  }
  // A reader who comes back deep into a feed is brought there, which the page that was made ahead is not.
  const comesBack = readPlace(entryOf({ ...location, pathname: location.pathname.slice(basePath.length - 1) })) !== undefined;
  return !comesBack && editionAt(routes, client, basePath, location) === edition;
}

/** A browser takes as long for its first date in a language and time zone as for a page: alone, before the page is drawn. */
async function readyDates(client: QueryClient): Promise<void> {
  const publication = client.getQueryData(publicationQuery().queryKey);
  if (publication === undefined) return;
  await giveWay();
  absoluteDate('2022-10-03T12:00:00Z', 'full', publication.language, publication.timeZone);
  await giveWay();
}

const hasFailed = (client: QueryClient): boolean =>
  client
    .getQueryCache()
    .getAll()
    .some(({ state }) => state.status === 'error' && !isMissing(state.error));

const waitOrNetwork = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const go = () => {
      clearTimeout(timer);
      resolve();
    };
    window.addEventListener('online', go, { once: true });
  });
