import { createContext, type MouseEvent, type ReactNode, type Ref, use } from 'react';
import { basePath } from '../lib/base-path.ts';
import { Elsewhere } from './elsewhere.ts';

/** Goes to a page of the reader. to: as `lib/href.ts` makes it, below the base; -1: back. */
export type Navigate = (to: string, options?: { viewTransition?: boolean }) => void;

export const NavigateContext = createContext<Navigate | undefined>(undefined);

interface PageLinkProps {
  to: string;
  className?: string | undefined;
  title?: string | undefined;
  ref?: Ref<HTMLAnchorElement>;
  /** The page opens out of this one. */
  opens?: boolean;
  current?: boolean;
  'aria-keyshortcuts'?: string;
  'aria-label'?: string;
  'aria-hidden'?: boolean;
  tabIndex?: number;
  onClick?: (event: MouseEvent<HTMLAnchorElement>) => void;
  onPointerEnter?: (event: { pointerType: string }) => void;
  onPointerLeave?: () => void;
  onFocus?: () => void;
  onTouchStart?: () => void;
  children: ReactNode;
}

/** The URL path of a page, base included. */
export const pathTo = (to: string): string => basePath.slice(0, -1) + to;

/**
 * A link within the reader. In the HTML it is a plain one, which works before the script is there; a plain click then goes on without
 * loading the page anew. It asks the router for nothing: a page has fifty of them, and there are as many pages as articles.
 */
export function PageLink({ to: page, opens = true, current = false, onClick, children, ...rest }: PageLinkProps) {
  const navigate = use(NavigateContext);
  const to = use(Elsewhere)?.lead(page) ?? page;
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (!navigate || event.defaultPrevented || !isPlain(event)) return;
    event.preventDefault();
    // A part of a page changes by itself.
    navigate(to, { viewTransition: opens && to === page });
  };
  return (
    <a href={pathTo(to)} aria-current={current ? 'page' : undefined} onClick={click} {...rest}>
      {children}
    </a>
  );
}

/** Any other click is the browser's: a new tab, a new window, a download. */
const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
