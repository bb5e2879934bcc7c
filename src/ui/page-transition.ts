import { createContext, use } from 'react';
import { pathTo } from './page-link.tsx';

/** The URL paths, base included, of the two pages between which the browser is animating; undefined at rest. */
export const PageTransitionContext = createContext<readonly [from: string, to: string] | undefined>(undefined);

/** Whether a page is opening into the one at `href`, or closing back from it: what both show takes a view-transition name then. */
export function usePageTransition(href: string): boolean {
  return use(PageTransitionContext)?.includes(pathTo(href)) ?? false;
}
