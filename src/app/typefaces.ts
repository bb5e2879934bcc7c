import { useEffect, useRef } from 'react';
import { fetchTypefaces } from '../data/fetch-typefaces.ts';
import { readKept, writeKept } from '../store/typeface-store.ts';

/** The style sheet that names the typefaces; pages come with its address. None in development, where they come with the rest. */
const address = (): string | undefined => document.querySelector<HTMLMetaElement>('meta[name=typefaces]')?.content;

/**
 * Typefaces never change a page that is being read: on a first visit they are fetched when all else is done, and are there with the
 * next page. key: the history entry's.
 */
export function useTypefaces(key: string): void {
  const first = useRef(key);
  useEffect(() => {
    const faces = address();
    if (faces === undefined || readKept() === faces) return;
    void fetchTypefaces(faces).then(
      () => writeKept(faces),
      () => undefined,
    );
  }, []);
  useEffect(() => {
    const faces = address();
    if (key === first.current || faces === undefined || readKept() !== faces) return;
    if (document.querySelector(`link[href="${faces}"]`)) return;
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = faces;
    document.head.append(link);
  }, [key]);
}
