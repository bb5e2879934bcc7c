import type { QueryClient } from '@tanstack/react-query';
import { Suspense, startTransition, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { createPath, Router, useRoutes } from 'react-router';
import { type Navigate, NavigateContext, pathTo } from '../ui/page-link.tsx';
import { PageTransitionContext } from '../ui/page-transition.ts';
import type { Entry, ReaderHistory } from './reader-history.ts';
import { type PageRoute, startPage } from './routes.tsx';
import { useTypefaces } from './typefaces.ts';
import { useScroll } from './use-scroll.ts';

interface ReaderRouterProps {
  basename: string;
  client: QueryClient;
  history: ReaderHistory;
  routes: PageRoute[];
}

/** Shows the page of the current address. A page whose code is not here yet is waited for on the page before it. */
export function ReaderRouter({ basename, client, history, routes }: ReaderRouterProps) {
  const [entry, setEntry] = useState(history.current);
  const [moving, setMoving] = useState<readonly [string, string]>();
  const shown = useRef(entry);
  const moved = useRef(new Set<string>());
  useLayoutEffect(() => {
    let latest = history.current();
    const show = (next: Entry) => {
      shown.current = next;
      setEntry(next);
    };
    return history.listen(async (next, options) => {
      latest = next;
      await startPage(routes, client, basename, next.location).code;
      if (latest !== next) return;
      // Two entries between which a page opened: it closes the same way.
      const pair = [shown.current.location.key, next.location.key].sort().join();
      const moves = options.viewTransition === true || (next.action === 'POP' && moved.current.has(pair));
      if (!moves || !wantsMotion()) {
        setMoving(undefined);
        return startTransition(() => show(next));
      }
      moved.current.add(pair);
      const paths = [shown.current.location, next.location].map((location) => location.pathname) as [string, string];
      flushSync(() => setMoving(paths));
      // The browser asks for the new page a frame later: by then the reader may have gone elsewhere.
      const change = () => {
        if (latest === next) flushSync(() => show(next));
      };
      await document.startViewTransition(change).finished;
      if (latest === next) setMoving(undefined);
    });
  }, [basename, client, history, routes]);
  useScroll(entry);
  useTypefaces(entry.location.key);
  const navigate = useNavigation(history);
  return (
    <Router basename={basename} location={entry.location} navigationType={entry.action as never} navigator={history.navigator}>
      <NavigateContext value={navigate}>
        <PageTransitionContext value={moving}>
          <Suspense>
            <Routes routes={routes} />
          </Suspense>
        </PageTransitionContext>
      </NavigateContext>
    </Router>
  );
}

/** As a browser follows links: one to the page that is shown adds nothing to the history. */
const useNavigation = ({ current, navigator }: ReaderHistory): Navigate =>
  useMemo(
    () => (to, options) => {
      const path = pathTo(to);
      navigator[createPath(current().location) === path ? 'replace' : 'push'](path, undefined, options);
    },
    [current, navigator],
  );

const Routes = ({ routes }: { routes: PageRoute[] }) => useRoutes(routes);

const wantsMotion = (): boolean =>
  'startViewTransition' in document && !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
