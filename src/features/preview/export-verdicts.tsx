import { useId, useState } from 'react';
import { trayStrings as words } from '../../lib/tray-strings.ts';
import { LONGEST_NAME } from '../../schema/verdict.ts';
import { verdictsOn } from './opinions.ts';
import { useReview } from './review-context.tsx';
import styles from './verdict-tray.module.css';
import { exportVerdicts, withoutSent, withSent } from './verdicts-out.ts';

/** The way out of this browser: one file, and what to do with it. */
export function ExportVerdicts() {
  const { notes, drafts, change } = useReview();
  const [sent, setSent] = useState<string>();
  if (!notes) return null;
  const hasSent = verdictsOn(notes, drafts.entries).some(({ sent: at }) => at !== undefined);
  const send = () => {
    const now = Date.now();
    const file = exportVerdicts(notes, drafts.entries, now);
    const name = `verdicts-${file.exportedAt.slice(0, 16).replace(':', '')}.json`;
    handOut(`${JSON.stringify(file, null, 2)}\n`, name);
    change(withSent(file, now));
    setSent(name);
  };
  return (
    <>
      <p className={styles.where}>{words.kept}</p>
      <div className={styles.out}>
        <Reviewer />
        <button type="button" className={styles.export} onClick={send}>
          {words.export}
        </button>
        {hasSent && (
          <button type="button" className={styles.forget} onClick={() => change(withoutSent)}>
            {words.forget}
          </button>
        )}
      </div>
      <div role="status">
        {sent !== undefined && (
          <p className={styles.sent}>
            {words.exported(sent)} <code>{words.command(sent)}</code>
          </p>
        )}
      </div>
    </>
  );
}

function Reviewer() {
  const { notes, change } = useReview();
  const id = useId();
  const keep = (reviewer: string) =>
    change(({ reviewer: _, ...others }) => (reviewer.trim() === '' ? others : { ...others, reviewer: reviewer.trim() }));
  return (
    <div className={styles.name}>
      <label htmlFor={id}>{words.reviewer}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST_NAME}
        defaultValue={notes?.reviewer}
        onBlur={({ target }) => keep(target.value)}
      />
    </div>
  );
}

/** As a download, which asks nothing of the network. */
function handOut(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url));
}
