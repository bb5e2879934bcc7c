import { useEffect, useRef, useState } from 'react';
import { strings } from '../../lib/strings.ts';
import type { Act } from '../../store/reader-acts.ts';
import { useLastAct, useReaderStore } from '../../store/reader-context.tsx';
import styles from './act-note.module.css';

const SHOWN_MS = 6000;

/** Says what was just saved or marked, and takes it back. It goes by itself, but not from under a pointer or the focus; Escape ends it. */
export function ActNote() {
  const act = useLastAct();
  return (
    <div role="status" className={styles.place}>
      {act && <Note act={act} />}
    </div>
  );
}

function Note({ act }: { act: Act }) {
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
          {strings.act.undo}
        </button>
      )}
    </div>
  );
}

const wordsFor = ({ what, kept }: Act): string => (kept ? strings.act[what] : `${strings.act[what]} ${strings.act.notKept}`);

function giveBackFocus(target: EventTarget | null): void {
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}
