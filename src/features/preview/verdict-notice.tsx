import { useEffect, useState } from 'react';
import { reviewStrings as words } from '../../lib/review-strings.ts';
import { type ReviewAct, useReview } from './review-context.tsx';
import styles from './verdict-notice.module.css';

const SHOWN_MS = 6000;

/** Says what was just said of a draft, and takes it back. It goes by itself, but not from under a pointer or the focus. */
export function VerdictNotice() {
  const { act } = useReview();
  return (
    <div role="status" className={styles.place}>
      {act && <Notice key={act.turn} act={act} />}
    </div>
  );
}

function Notice({ act }: { act: ReviewAct }) {
  const { say, undo } = useReview();
  const [held, hold] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => say(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, say]);
  const keep = { onPointerEnter: () => hold(true), onPointerLeave: () => hold(false) };
  return (
    <div className={styles.notice} {...keep} onFocus={() => hold(true)} onBlur={() => hold(false)}>
      <p>{act.text}</p>
      {act.canUndo && (
        <button type="button" onClick={undo}>
          {words.undo}
        </button>
      )}
    </div>
  );
}
