import { createPath, type Location, type NavigateOptions, type Navigator, parsePath, type To } from 'react-router';

/** Where the reader is, and how it came there. Paths carry the base. */
export interface Entry {
  location: Location;
  action: 'POP' | 'PUSH' | 'REPLACE';
}

type Listener = (entry: Entry, options: NavigateOptions) => void;

/** What the router needs of a browser's history; tests have one without a browser's address. */
export interface ReaderHistory {
  current: () => Entry;
  navigator: Navigator;
  listen: (listener: Listener) => () => void;
}

const newKey = (): string => Math.random().toString(36).slice(2, 10);

export function createLocation(to: To, state: unknown = null, key = newKey()): Location {
  const path = typeof to === 'string' ? parsePath(to) : to;
  return { pathname: '/', search: '', hash: '', ...path, state, key };
}

/** The window's own history. The first page's key is `default`. */
export function createBrowserHistory(): ReaderHistory {
  const { history } = window;
  let listener: Listener | undefined;
  let current: Entry = { location: read(), action: 'POP' };
  const go = (action: Entry['action'], location: Location, options: NavigateOptions) => {
    current = { location, action };
    listener?.(current, options);
  };
  const write =
    (action: 'PUSH' | 'REPLACE') =>
    (to: To, state?: unknown, options: NavigateOptions = {}) => {
      const location = createLocation(to, state);
      const kept = { usr: location.state, key: location.key };
      if (action === 'PUSH') history.pushState(kept, '', createPath(location));
      else history.replaceState(kept, '', createPath(location));
      go(action, location, options);
    };
  const onPop = () => go('POP', read(), {});
  return {
    current: () => current,
    navigator: { createHref: hrefOf, go: (delta) => history.go(delta), push: write('PUSH'), replace: write('REPLACE') },
    listen: (next) => {
      listener = next;
      window.addEventListener('popstate', onPop);
      return () => window.removeEventListener('popstate', onPop);
    },
  };
}

export const hrefOf = (to: To): string => (typeof to === 'string' ? to : createPath(to));

function read(): Location {
  const { pathname, search, hash } = window.location;
  const state = window.history.state as { usr?: unknown; key?: string } | null;
  return createLocation({ pathname, search, hash }, state?.usr ?? null, state?.key ?? 'default');
}
