import { useRef } from 'react';
import { draftViewStrings as words } from '../../lib/draft-view-strings.ts';
import { draftHref, previewHref } from '../../lib/href.ts';
import { previewStrings } from '../../lib/preview-strings.ts';
import type { DraftEntry } from '../../schema/preview.ts';
import { useSettings } from '../../store/reader-context.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import type { Asked } from './asked.ts';
import styles from './draft-view.module.css';
import { draftsFor } from './reasons.ts';

interface DraftNavProps {
  id: string;
  entries: readonly DraftEntry[];
  /** What the queue was narrowed to, and its order. */
  asked: Asked;
}

/** Back to the queue, and on to its neighbours there: j and k. */
export function DraftNav({ id, entries, asked }: DraftNavProps) {
  const nav = useRef<HTMLElement>(null);
  const { keys } = useSettings();
  const order = draftsFor(entries, asked).flatMap((group) => group.entries);
  const at = order.findIndex((entry) => entry.id === id);
  const way = (key: 'j' | 'k') => () => nav.current?.querySelector<HTMLElement>(`[aria-keyshortcuts=${key}]`)?.click();
  useKeys({ j: way('j'), k: way('k') }, keys);
  const neighbour = (entry: DraftEntry | undefined, key: 'j' | 'k') =>
    at !== -1 &&
    entry && (
      <PageLink to={draftHref(entry.id)} opens={false} aria-keyshortcuts={key}>
        {words.way[key]}
      </PageLink>
    );
  return (
    <nav ref={nav} className={styles.nav} aria-label={words.ways}>
      <PageLink to={previewHref()} opens={false}>
        {previewStrings.back}
      </PageLink>
      {at !== -1 && <span>{words.place(at + 1, order.length)}</span>}
      {neighbour(order[at - 1], 'k')}
      {neighbour(order[at + 1], 'j')}
    </nav>
  );
}
