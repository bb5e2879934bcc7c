import { memo, type RefObject, startTransition, useEffect, useRef, useState } from 'react';
import type { DraftEntry, PreviewAbout } from '../../schema/preview.ts';
import { DraftLine } from './draft-line.tsx';
import styles from './draft-queue.module.css';

/** So many drafts come and go together. Rows of one to four and of six come out even. */
const STRETCH = 12;

interface DraftStretchProps {
  entries: readonly DraftEntry[];
  about: PreviewAbout;
  /** It is in the first view, or holds what is to get focus. */
  early: boolean;
  /** Of the titles as headings. */
  level?: 3 | 4;
}

/** Some drafts of the queue: drawn where they are near the window, else as much room as they take. There may be a thousand. */
export const DraftStretch = memo(function DraftStretch({ entries, about, early, level = 3 }: DraftStretchProps) {
  const list = useRef<HTMLUListElement>(null);
  const near = useNear(list, early);
  return (
    <ul ref={list} className={styles.list} data-far={!near || undefined}>
      {entries.map((entry) =>
        near ? <DraftLine key={entry.id} entry={entry} about={about} level={level} /> : <li key={entry.id} />,
      )}
    </ul>
  );
});

/** How far from the window drafts are drawn: what a wheel turns in some frames of a slow device. */
const MARGIN = '1800px 0px';

function useNear(list: RefObject<HTMLElement | null>, early: boolean): boolean {
  const [near, setNear] = useState(early);
  useEffect(() => {
    const { current: element } = list;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const isNear = entries.at(-1)?.isIntersecting === true;
        // What somebody is at stays.
        if (!isNear && (element.contains(document.activeElement) || element.querySelector('textarea'))) return;
        if (!isNear) element.style.setProperty('--room', `${element.offsetHeight}px`);
        startTransition(() => setNear(isNear));
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [list]);
  return near;
}

/** Entries in stretches, each known by its first. */
export function inStretches(entries: readonly DraftEntry[]): DraftEntry[][] {
  return Array.from({ length: Math.ceil(entries.length / STRETCH) }, (_, at) => entries.slice(at * STRETCH, (at + 1) * STRETCH));
}
