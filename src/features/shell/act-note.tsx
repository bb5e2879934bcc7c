import { useEffect, useState } from 'react';
import { useLastAct } from '../../store/reader-context.tsx';
import styles from './act-note.module.css';
import type { ActWords } from './act-words.tsx';

/** Says what was just saved or marked, and takes it back. It goes by itself, but not from under a pointer or the focus; Escape ends it. */
export function ActNote() {
  const act = useLastAct();
  const [Words, setWords] = useState<typeof ActWords>();
  useEffect(() => {
    if (!act) return;
    // Without it what was done is done all the same, and the mark shows it.
    import('./act-words.tsx').then(
      ({ ActWords: loaded }) => setWords(() => loaded),
      () => undefined,
    );
  }, [act]);
  return (
    <div role="status" className={styles.place}>
      {act && Words && <Words act={act} />}
    </div>
  );
}
