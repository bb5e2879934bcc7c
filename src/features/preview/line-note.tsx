import { inPlaceStrings as words } from '../../lib/in-place-strings.ts';
import styles from './preview-room.module.css';

/** Says what is shown in place, and leads back to every draft. */
export const LineNote = ({ line, onAll }: { line: number; onAll: () => void }) => (
  <>
    {words.lineNote(line)}{' '}
    <button type="button" className={styles.plain} onClick={onAll}>
      {words.allDrafts}
    </button>
  </>
);
