import type { OpenDrafts } from '../../data/drafts.ts';
import { absoluteDate } from '../../lib/dates.ts';
import { previewStrings as words } from '../../lib/preview-strings.ts';
import styles from './keep-in.module.css';

interface KeepInProps {
  on: boolean;
  onChange: (on: boolean) => void;
}

/** The choice to be kept in on this device. */
export const KeepIn = ({ on, onChange }: KeepInProps) => (
  <label className={styles.keep}>
    <input type="checkbox" checked={on} autoComplete="off" onChange={({ target }) => onChange(target.checked)} />
    {words.keepIn}
  </label>
);

/** The same while the drafts are open, with the day on which it ends. until: ms. */
export function KeepInNow({
  drafts,
  until,
  onChange,
}: { drafts: OpenDrafts; until: number | undefined } & Pick<KeepInProps, 'onChange'>) {
  const { language, timeZone } = drafts.about;
  return (
    <div className={styles.now}>
      <KeepIn on={until !== undefined} onChange={onChange} />
      {until !== undefined && (
        <span className={styles.until}>
          {words.keptUntil(absoluteDate(new Date(until).toISOString(), 'day', language, timeZone))}
        </span>
      )}
    </div>
  );
}
