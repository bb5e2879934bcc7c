import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { Outlet, useLocation, useNavigationType } from 'react-router';
import { publicationQuery } from '../data/queries.ts';
import { ActNote } from '../features/shell/act-note.tsx';
import { Footer } from '../features/shell/footer.tsx';
import { Masthead } from '../features/shell/masthead.tsx';
import { strings } from '../lib/strings.ts';
import { OfflineOffer } from '../ui/offline-offer.ts';
import { PanelBoundary } from '../ui/panel-boundary.tsx';
import { PublicationProvider } from '../ui/publication-context.ts';
import { ApplyTheme } from './apply-theme.tsx';
import styles from './shell.module.css';

/** Wanted offline alone; without it a page still says what is wrong. */
const KeptHere = lazy(() =>
  import('../features/offline/kept-here.tsx').then(
    ({ KeptHere: loaded }) => ({ default: loaded }),
    () => ({ default: () => null }),
  ),
);
const offer = (
  <Suspense>
    <KeptHere />
  </Suspense>
);

/** What stands around every page. */
export function Shell() {
  const publication = useQuery(publicationQuery()).data;
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useFocusAfterNavigation(main);
  return (
    <PublicationProvider value={publication}>
      <a className={styles.skip} href="#main">
        {strings.skipToContent}
      </a>
      <Masthead />
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <PageOutlet key={pathname} />
      </main>
      <Footer />
      <ActNote />
      <ApplyTheme />
    </PublicationProvider>
  );
}

/** The page itself. Where pages are made ahead it is drawn alone: what stands around it is the same a thousand times. */
export const PageOutlet = () => (
  <PanelBoundary>
    <OfflineOffer value={offer}>
      <Suspense>
        <Outlet />
      </Suspense>
    </OfflineOffer>
  </PanelBoundary>
);

/** A new page is where reading begins: focus goes to it, but not at the first load and not on the way back, where the feed has its place. */
function useFocusAfterNavigation(main: React.RefObject<HTMLElement | null>) {
  const { pathname } = useLocation();
  const type = useNavigationType();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    // A page may have put it where its work begins.
    if (type !== 'POP' && !main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname, type, main]);
}
