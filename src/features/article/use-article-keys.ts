import type { RefObject } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { homeHref } from '../../lib/href.ts';
import { useReaderStore, useSettings } from '../../store/reader-context.tsx';
import { useKeys } from '../../ui/use-keys.ts';

/** Back to where the reader came from inside the reader, else to all news. */
export function useGoBack(): () => void {
  const navigate = useNavigate();
  const cameFromInside = useLocation().key !== 'default';
  return () => void (cameFromInside ? navigate(-1) : navigate(homeHref()));
}

/** v the original, m read or not, s saved or not, Escape or u back. */
export function useArticleKeys(slug: string, out: RefObject<HTMLAnchorElement | null>): void {
  const store = useReaderStore();
  const { keys } = useSettings();
  const back = useGoBack();
  useKeys(
    {
      v: () => out.current?.click(),
      s: () => document.querySelector<HTMLElement>('[data-article-page] [data-save]')?.click(),
      m: () => store.acts.toggleRead(slug),
      u: back,
    },
    keys,
  );
  // Escape is no letter: it works with single keys switched off.
  useKeys({ Escape: back });
}
