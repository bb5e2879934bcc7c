import { use, useEffect } from 'react';
import { strings } from '../lib/strings.ts';
import styles from './notice.module.css';
import { OfflineOffer } from './offline-offer.ts';

type FaultKind = 'offline' | 'missing' | 'refused' | 'broken' | 'page';

interface FaultNoteProps {
  kind: FaultKind;
  onRetry?: (() => void) | undefined;
  /** It stands for a whole page: offline, what there is instead is offered. */
  whole?: boolean;
}

/** A part that could not be had, in one sentence and what it means, with a way on; being offline ends by itself. Never looks like "no news". */
export function FaultNote({ kind, onRetry, whole = false }: FaultNoteProps) {
  const offer = use(OfflineOffer);
  const { fault } = strings;
  useEffect(() => {
    if (kind !== 'offline' || !onRetry) return;
    window.addEventListener('online', onRetry);
    return () => window.removeEventListener('online', onRetry);
  }, [kind, onRetry]);
  return (
    <>
      <div className={styles.notice} role="alert" data-kind={kind}>
        <p className={styles.title}>{fault[kind]}</p>
        <p>{fault[`${kind}Note`]}</p>
        {onRetry && (
          <button type="button" className={styles.action} onClick={onRetry}>
            {fault.retry}
          </button>
        )}
      </div>
      {whole && kind === 'offline' && offer}
    </>
  );
}
