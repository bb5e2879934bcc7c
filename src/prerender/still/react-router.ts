import { jsx } from './jsx-runtime.ts';
import { createContext, use } from './react.ts';
import type { StillElement } from './still-element.ts';

type Params = Readonly<Record<string, string>>;
interface Location {
  pathname: string;
  search: string;
  hash: string;
}
interface Route {
  path: string;
  element: unknown;
  children?: readonly Route[];
}
interface Match {
  route: Route;
  params: Params;
}
interface Standing {
  basename: string;
  location: Location;
  navigationType: string;
}
interface Within {
  params: Params;
  outlet: unknown;
}

/** `react-router` where pages are drawn ahead: one address, and the page that stands there. */
const Here = createContext(undefined);
const Within = createContext({ params: {}, outlet: null } satisfies Within);
const here = (): Standing => use(Here) as Standing;

/** As the router tells it, without the base. */
export function Router({ basename, location, navigationType, children }: Standing & { children: unknown }): StillElement {
  const below: Location = { ...location, pathname: belowBase(location.pathname, basename) };
  return jsx(Here, { value: { basename, location: below, navigationType }, children });
}

export const useLocation = (): Location => here().location;
export const useNavigationType = (): string => here().navigationType;
export const useNavigate = () => never;
export const useParams = (): Params => (use(Within) as Within).params;
export const Outlet = (): unknown => (use(Within) as Within).outlet;

const never = (): void => undefined;

export function useRoutes(routes: readonly Route[]): unknown {
  const found = matchRoutes(routes, here().location);
  return (found ?? []).reduceRight<unknown>(
    (outlet, { route, params }) => jsx(Within, { value: { params, outlet }, children: route.element }),
    null,
  );
}

/** Routes stand in a frame at the root, which holds those of the pages. */
export function matchRoutes(routes: readonly Route[], { pathname }: { pathname: string }, basename = '/'): Match[] | null {
  const below = belowBase(pathname, basename);
  const known = pagesOf(routes);
  // A page is asked for twice: to draw it, and to mark it.
  if (known.latest?.below !== below) known.latest = { below, matches: matchesOf(known.pages, below) };
  return known.latest.matches;
}

function matchesOf(pages: readonly Page[], below: string): Match[] | null {
  const given = below.split('/').filter(Boolean).map(decodeURIComponent);
  const found = pages.find(({ parts }) => fits(parts, given));
  if (!found) return null;
  const { frame, page, parts } = found;
  const params: Record<string, string> = {};
  for (const [at, part] of parts.entries()) if (part.startsWith(':')) params[part.slice(1)] = given[at] ?? '';
  return [
    { route: frame, params },
    { route: page, params },
  ];
}

interface Page {
  frame: Route;
  page: Route;
  parts: readonly string[];
}

interface Known {
  pages: readonly Page[];
  latest?: { below: string; matches: Match[] | null };
}

/** Taken apart once: there are few lists of routes, and thousands of addresses. */
const taken = new WeakMap<readonly Route[], Known>();

/** Names before what stands for any name, and both before what stands for everything. */
function pagesOf(routes: readonly Route[]): Known {
  const known = taken.get(routes);
  if (known) return known;
  const pages = routes.flatMap((frame) =>
    (frame.children ?? []).map((page) => ({ frame, page, parts: page.path.split('/').filter(Boolean) })),
  );
  pages.sort((a, b) => rank(a) - rank(b));
  const made: Known = { pages };
  taken.set(routes, made);
  return made;
}

const rank = ({ parts }: Page): number => (parts[0] === '*' ? 1000 : parts.filter((part) => part.startsWith(':')).length);

const fits = (parts: readonly string[], given: readonly string[]): boolean =>
  parts[0] === '*' || (parts.length === given.length && parts.every((part, at) => part.startsWith(':') || part === given[at]));

const belowBase = (pathname: string, basename: string): string =>
  basename === '/' ? pathname : `/${pathname.slice(basename.length).replace(/^\//, '')}`;

interface Path {
  pathname?: string;
  search?: string;
  hash?: string;
}
export const createPath = ({ pathname = '/', search = '', hash = '' }: Path): string => pathname + search + hash;

export function parsePath(path: string): Path {
  const [, pathname = '', search = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(path) ?? [];
  return { ...(pathname && { pathname }), ...(search && { search }), ...(hash && { hash }) };
}
