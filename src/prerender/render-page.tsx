import { QueryClient } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import * as v from 'valibot';
import { App } from '../app/app.tsx';
import { createLocation, hrefOf, type ReaderHistory } from '../app/reader-history.ts';
import { createRoutes, editionAt, type PageRoute } from '../app/routes.tsx';
import { PageOutlet } from '../app/shell.tsx';
import { yearQuery, yearsQuery } from '../data/day-queries.ts';
import { listQuery } from '../data/list-queries.ts';
import { articleFileQuery, articleManifestQuery, feedManifestQuery, publicationQuery, shardQuery } from '../data/queries.ts';
import { basePath } from '../lib/base-path.ts';
import { ArticleFile, ArticleManifest } from '../schema/article.ts';
import { DayYear, DayYears } from '../schema/days.ts';
import { FeedManifest, Shard } from '../schema/feed.ts';
import type { DrawnPage, DrawPage, PageData } from '../schema/page-data.ts';
import { lastingPart, NameList, PublicationManifest } from '../schema/publication.ts';
import { pathTo } from '../ui/page-link.tsx';
import { PublicationProvider } from '../ui/publication-context.ts';
import { stillStore } from './still-store.ts';

/** Settles when the code of every page is there. What it gives takes the text of a publication's table of contents. */
export async function loadRenderer(): Promise<(publication: string) => DrawPage> {
  const [whole, alone] = [createRoutes(), numerousRoutes(createRoutes(<PageOutlet />))];
  await Promise.all([loadAll(whole), loadAll(alone)]);
  return (publication) => {
    const draw = createDraw(whole, alone, parsed(PublicationManifest, publication));
    return (path, data) => {
      try {
        return draw(path, data);
      } catch (error) {
        throw new Error(`The page ${path} could not be drawn.`, { cause: error });
      }
    };
  };
}

function createDraw(whole: PageRoute[], alone: PageRoute[], publication: PublicationManifest): DrawPage {
  const lasting = lastingPart(publication);
  const draw = (routes: PageRoute[], path: string, data: PageData): DrawnPage => {
    const known = path === '/' || data.kind === 'plain' ? publication : lasting;
    const client = new QueryClient();
    client.setQueryData(publicationQuery().queryKey, known);
    fill(client, data);
    const drawn = renderToString(
      <PublicationProvider value={known}>
        <App basename={basePath} client={client} history={standingAt(path)} routes={routes} store={stillStore} />
      </PublicationProvider>,
      tells(path),
    );
    return {
      markup: drawn.startsWith('<link') ? drawn.replace(HINTS, '') : drawn,
      edition: editionAt(routes, client, basePath, { pathname: pathTo(path), search: '' }) ?? '',
    };
  };
  let around: readonly [string, string] | undefined;
  return (path, data) => {
    if (data.kind !== 'article' && !DAY.test(path)) return draw(whole, path, data);
    const { markup: waited, edition } = draw(alone, path, data);
    const markup = waited.slice(WAITING.length, -WAITED.length);
    // No article's or day's address stands in the frame, so that it is the same around all of them.
    around ??= halves(draw(whole, path, data).markup, markup);
    return { markup, around, edition };
  };
}

/** What went wrong in a part of a page, which then comes with the script alone. React itself would not tell it. */
const tells = (path: string): object => ({
  onError: (error: unknown) => {
    const { name = 'Error', stack = '' } = error instanceof Error ? error : {};
    // Where, not what: messages may quote an article.
    const place = /^\s+at .*$/m.exec(stack)?.[0].trim() ?? '';
    console.error(`A part of the page ${path} could not be drawn ahead and is left to the browser: ${name} ${place}`);
  },
});

function halves(whole: string, part: string): [before: string, after: string] {
  const at = whole.indexOf(part);
  if (at < 0) throw new Error('A page is not the same with and without its frame.');
  return [whole.slice(0, at), whole.slice(at + part.length)];
}

/** React asks for pictures early; a browser finds them as early by itself, since they stand in the page. */
const HINTS = /^(<link rel="preload"[^>]*>)+/;

/** What React sets around that which may wait for its code: the outermost stands around the frame. */
const WAITING = '<!--$-->';
const WAITED = '<!--/$-->';

/** Pages of which there are thousands: matching an address in so short a list takes no time. */
const numerousRoutes = (routes: PageRoute[]): PageRoute[] =>
  routes.map((route) => ({ ...route, children: route.children?.filter(({ path }) => NUMEROUS.has(path ?? '')) })) as PageRoute[];

const NUMEROUS: ReadonlySet<string> = new Set([':category/:slug', ':year/:month/:day']);
const DAY = /^\/\d{4}\/\d\d\/\d\d\/$/;

async function loadAll(routes: readonly PageRoute[]): Promise<void> {
  for (const route of routes) {
    await route.handle?.load?.();
    await loadAll((route.children ?? []) as PageRoute[]);
  }
}

const parsed = <T extends v.GenericSchema>(schema: T, text: string): v.InferOutput<T> => v.parse(schema, JSON.parse(text));

function fill(client: QueryClient, data: PageData): void {
  if (data.kind === 'feed') {
    const manifest = parsed(FeedManifest, data.manifest);
    const { kind, id } = manifest;
    client.setQueryData(feedManifestQuery(kind, id).queryKey, manifest);
    const [first] = manifest.references;
    if (first && data.shard !== undefined)
      client.setQueryData(shardQuery(kind, id, first.file).queryKey, parsed(Shard, data.shard));
  } else if (data.kind === 'article') {
    const manifest = parsed(ArticleManifest, data.manifest);
    client.setQueryData(articleManifestQuery(data.slug).queryKey, manifest);
    client.setQueryData(articleFileQuery(data.slug, manifest.file).queryKey, parsed(ArticleFile, data.file));
  } else if (data.kind === 'list') client.setQueryData(listQuery(data.of).queryKey, parsed(NameList, data.list));
  else if (data.kind === 'years') client.setQueryData(yearsQuery().queryKey, parsed(DayYears, data.table));
  else if (data.kind === 'year') client.setQueryData(yearQuery(data.year).queryKey, parsed(DayYear, data.table));
}

function standingAt(path: string): ReaderHistory {
  const location = createLocation(pathTo(path), null, 'default');
  const still = (): void => undefined;
  return {
    current: () => ({ location, action: 'POP' }),
    navigator: { createHref: hrefOf, go: still, push: still, replace: still },
    listen: () => still,
  };
}
