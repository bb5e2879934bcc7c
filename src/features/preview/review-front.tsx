import { lazy, type ReactNode, Suspense } from 'react';
import { queueStrings as words } from '../../lib/queue-strings.ts';
import type { Look } from './notebook.ts';
import styles from './preview-room.module.css';
import { useReview } from './review-context.tsx';
import { VerdictTray } from './verdict-tray.tsx';

const ChangesPage = lazy(async () => ({ default: (await import('./changes-page.tsx')).ChangesPage }));

/** A reviewer's first page: what was said so far, and what changed since the last look where that was asked for; else the queue. */
export function ReviewFront({ look, children }: { look: Look | undefined; children: ReactNode }) {
  const { damaged } = useReview().drafts;
  return (
    <>
      {damaged && (
        <p className={styles.warning} role="alert">
          {words.damaged}
        </p>
      )}
      <VerdictTray onChanges={look !== undefined} />
      {look ? (
        <Suspense>
          <ChangesPage look={look} />
        </Suspense>
      ) : (
        children
      )}
    </>
  );
}
