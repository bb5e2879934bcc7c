import { useEffect, useEffectEvent, useState } from 'react';
import { reviewStrings as words } from '../../lib/review-strings.ts';
import styles from './verdict-notice.module.css';

const SHOWN_MS = 6000;

/** The last thing that was said, for the notice that offers to take it back. */
export interface ReviewAct {
  text: string;
  canUndo: boolean;
  /** Another for each that follows while one is shown. */
  turn: number;
}

interface NoticeProps {
  act: ReviewAct;
  onUndo: () => void;
  onEnd: () => void;
}

/** Says what was just said of a draft, and takes it back. It goes by itself, but not from under a pointer or the focus. */
export function VerdictNotice({ act, ...acts }: Omit<NoticeProps, 'act'> & { act: ReviewAct | undefined }) {
  return (
    <div role="status" className={styles.place}>
      {act && <Notice key={act.turn} act={act} {...acts} />}
    </div>
  );
}

function Notice({ act, onUndo, onEnd }: NoticeProps) {
  const [held, hold] = useState(false);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => end(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held]);
  const keep = { onPointerEnter: () => hold(true), onPointerLeave: () => hold(false) };
  return (
    <div className={styles.notice} {...keep} onFocus={() => hold(true)} onBlur={() => hold(false)}>
      <p>{act.text}</p>
      {act.canUndo && (
        <button type="button" onClick={onUndo}>
          {words.undo}
        </button>
      )}
    </div>
  );
}
