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
  const given = belowBase(pathname, basename).split('/').filter(Boolean).map(decodeURIComponent);
  for (const frame of routes) {
    const page = best((frame.children ?? []).filter(({ path }) => fits(partsOf(path), given)));
    if (!page) continue;
    const params: Params = Object.fromEntries(
      partsOf(page.path).flatMap((part, at) => (part.startsWith(':') ? [[part.slice(1), given[at] ?? '']] : [])),
    );
    return [frame, page].map((route) => ({ route, params }));
  }
  return null;
}

const belowBase = (pathname: string, basename: string): string =>
  basename === '/' ? pathname : `/${pathname.slice(basename.length).replace(/^\//, '')}`;

const partsOf = (path: string): string[] => path.split('/').filter(Boolean);

const fits = (parts: readonly string[], given: readonly string[]): boolean =>
  parts[0] === '*' || (parts.length === given.length && parts.every((part, at) => part.startsWith(':') || part === given[at]));

/** Names before what stands for any name, and both before what stands for everything. */
const best = (routes: readonly Route[]): Route | undefined =>
  routes.toSorted((a, b) => rank(a) - rank(b))[0];
const rank = ({ path }: Route): number => (path === '*' ? 1000 : partsOf(path).filter((part) => part.startsWith(':')).length);

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
