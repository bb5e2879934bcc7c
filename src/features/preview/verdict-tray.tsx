import { useId, useState } from 'react';
import { changesHref } from '../../lib/href.ts';
import { reviewStrings } from '../../lib/review-strings.ts';
import { LONGEST_NAME } from '../../schema/verdicts.ts';
import { PageLink } from '../../ui/page-link.tsx';
import type { Notes } from './notebook.ts';
import { exportVerdicts, verdictsOn, withoutSent, withSent } from './opinions.ts';
import { type Review, useReview } from './review-context.tsx';
import styles from './verdict-tray.module.css';
import { countChanges, whatChanged } from './what-changed.ts';

const words = reviewStrings.tray;

/** What was said so far, where it is kept, and the way out of this browser. One line, until somebody wants out. */
export function VerdictTray({ onChanges }: { onChanges: boolean }) {
  const review = useReview();
  const { notes, kept, drafts } = review;
  const verdicts = verdictsOn(notes, drafts.entries);
  const unsent = verdicts.filter(({ sent }) => sent === undefined).length;
  const count = verdicts.length === 0 ? words.none : words.count(verdicts.length);
  return (
    <section className={styles.tray} aria-label={words.title}>
      {notes && verdicts.length > 0 ? (
        <details>
          <summary>
            {count}
            {unsent > 0 && `, ${words.unsent(unsent)}`}
          </summary>
          <WayOut {...review} notes={notes} hasSent={unsent < verdicts.length} />
        </details>
      ) : (
        <p>{count}</p>
      )}
      {!onChanges && <ChangesLink {...review} />}
      {!kept && (
        <p className={styles.lost}>
          <strong>{words.notKept}</strong>
        </p>
      )}
    </section>
  );
}

function ChangesLink({ notes, drafts }: Review) {
  const [opened] = useState(() => Date.now());
  if (!notes?.look) return null;
  const count = countChanges(whatChanged(notes.look, drafts.entries, drafts.damaged));
  // The first look is no last one.
  if (count === 0) return notes.look.at < opened && <p>{reviewStrings.changes.none}</p>;
  return (
    <PageLink to={changesHref()} opens={false}>
      {reviewStrings.changes.link(count)}
    </PageLink>
  );
}

function WayOut({ notes, drafts, change, hasSent }: Review & { notes: Notes; hasSent: boolean }) {
  const id = useId();
  const [sent, setSent] = useState<string>();
  const send = () => {
    const now = Date.now();
    const file = exportVerdicts(notes, drafts.entries, now);
    const name = `verdicts-${file.exportedAt.slice(0, 16).replace(':', '')}.json`;
    handOut(`${JSON.stringify(file, null, 2)}\n`, name);
    change(withSent(file, now));
    setSent(name);
  };
  const keepName = (reviewer: string) =>
    change(({ reviewer: _, ...others }) => (reviewer.trim() === '' ? others : { ...others, reviewer: reviewer.trim() }));
  return (
    <>
      <p className={styles.where}>{words.kept}</p>
      <div className={styles.out}>
        <div className={styles.name}>
          <label htmlFor={id}>{words.reviewer}</label>
          <input
            id={id}
            type="text"
            autoComplete="off"
            spellCheck={false}
            maxLength={LONGEST_NAME}
            defaultValue={notes.reviewer}
            onBlur={({ target }) => keepName(target.value)}
          />
        </div>
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

/** As a download, which asks nothing of the network. */
function handOut(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url));
}
