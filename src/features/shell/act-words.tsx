import { useEffect, useRef, useState } from 'react';
import { actStrings as words } from '../../lib/later-strings.ts';
import type { Act } from '../../store/reader-acts.ts';
import { useReaderStore } from '../../store/reader-context.tsx';
import styles from './act-note.module.css';

const SHOWN_MS = 6000;

/** What was just done, and a button that takes it back. */
export function ActWords({ act }: { act: Act }) {
  const { acts } = useReaderStore();
  const [held, setHeld] = useState(false);
  const before = useRef<EventTarget>(null);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => acts.dismiss(act), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [act, held, acts]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      // First the notice, only then what Escape means for the page: hence before all others.
      event.preventDefault();
      giveBackFocus(before.current);
      acts.dismiss(act);
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [act, acts]);
  const undo = () => {
    giveBackFocus(before.current);
    act.undo?.();
  };
  return (
    <div
      className={styles.note}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={(event) => {
        before.current = event.relatedTarget;
        setHeld(true);
      }}
      onBlur={() => setHeld(false)}
    >
      <p>{wordsFor(act)}</p>
      {act.undo && (
        <button type="button" className={styles.undo} onClick={undo}>
          {words.undo}
        </button>
      )}
    </div>
  );
}

const wordsFor = ({ what, kept }: Act): string => (kept ? words[what] : `${words[what]} ${words.notKept}`);

function giveBackFocus(target: EventTarget | null): void {
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}
