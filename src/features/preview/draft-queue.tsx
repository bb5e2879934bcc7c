import { useEffect, useMemo, useRef } from 'react';
import type { OpenDrafts } from '../../data/drafts.ts';
import { queueStrings } from '../../lib/queue-strings.ts';
import { reviewStrings } from '../../lib/review-strings.ts';
import { useSettings } from '../../store/reader-context.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import type { Asked } from './asked.ts';
import { DraftFilter } from './draft-filter.tsx';
import styles from './draft-queue.module.css';
import { DraftStretch, inStretches } from './draft-stretch.tsx';
import { draftsFor } from './reasons.ts';

interface DraftQueueProps {
  drafts: OpenDrafts;
  asked: Asked;
  onAsk: (asked: Asked) => void;
  /** The draft that was shown before: focus goes back to it. */
  last: string | undefined;
}

/** All drafts, by the reason why they are not public. */
export function DraftQueue({ drafts, asked, onAsk, last }: DraftQueueProps) {
  const { about, entries } = drafts;
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => draftsFor(entries, asked), [entries, asked]);
  const stretches = useMemo(() => groups.map(({ entries: own }) => inStretches(own)), [groups]);
  useQueueKeys(list);
  useEffect(() => {
    if (last !== undefined) list.current?.querySelector<HTMLElement>(`[data-draft="${last}"] a`)?.focus();
  }, [last]);
  return (
    <>
      {entries.length > 0 ? (
        <>
          <p className={styles.count}>
            {queueStrings.count(about.drafts, about.faulty)}.{' '}
            <span className={styles.keys}>
              {queueStrings.keysNote} {reviewStrings.keysNote}
            </span>
          </p>
          <DraftFilter entries={entries} asked={asked} onAsk={onAsk} />
        </>
      ) : (
        <p className={styles.none}>{queueStrings.noDrafts}</p>
      )}
      <p role="status" className={styles.found}>
        {isNarrow(asked) && queueStrings.found(groups.reduce((sum, { entries: own }) => sum + own.length, 0))}
      </p>
      <div ref={list} aria-live="off">
        {groups.map(({ group, entries: own }, place) => (
          <section key={group} className={styles.group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>
              {queueStrings.group[group]} <small>{own.length}</small>
            </h2>
            {stretches[place]?.map((some, at) => (
              <DraftStretch
                key={some[0]?.id}
                entries={some}
                about={about}
                early={(place === 0 && at === 0) || some.some(({ id }) => id === last)}
              />
            ))}
          </section>
        ))}
      </div>
    </>
  );
}

/** j and k go from draft to draft, o opens the one that has focus in it. */
export function useQueueKeys(list: React.RefObject<HTMLElement | null>): void {
  const { keys } = useSettings();
  const move = (by: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-draft] a') ?? [])];
    const at = links.findIndex((link) => link.closest('[data-draft]')?.contains(document.activeElement));
    const next = at === -1 ? links.at(by === 1 ? 0 : -1) : links[at + by];
    const stretches = [...(list.current?.querySelectorAll('ul') ?? [])];
    const [from, to] = [links[at], next].map((link) => stretches.findIndex((stretch) => stretch.contains(link ?? null)));
    // Whoever scrolled away from it left what comes next undrawn: it is drawn when it is near again.
    if (at !== -1 && next && from !== undefined && to !== undefined && Math.abs(to - from) > 1)
      return stretches[from + by]?.scrollIntoView({ block: 'nearest' });
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  const open = () => {
    const draft = document.activeElement?.closest('[data-draft]');
    if (list.current?.contains(draft ?? null)) draft?.querySelector('a')?.click();
  };
  useKeys({ j: () => move(1), k: () => move(-1), o: open }, keys);
}

/** Whether less than everything was asked for. */
const isNarrow = ({ words, reason, topic, provider }: Asked): boolean => `${words}${reason}${topic}${provider}`.trim() !== '';
