import { useEffect } from 'react';
import { usePublication } from './publication-context.ts';

/** The tab's title; pages come with theirs, this follows navigation. */
export function usePageTitle(title: string | undefined): void {
  const publication = usePublication()?.title;
  useEffect(() => {
    if (publication === undefined) return;
    document.title = title === undefined || title === publication ? publication : `${title} · ${publication}`;
  }, [title, publication]);
}
