import { type FormEvent, type KeyboardEvent, useId, useRef } from 'react';
import { reviewStrings as words } from '../../lib/review-strings.ts';
import type { DraftEntry } from '../../schema/preview.ts';
import { LONGEST_NOTE, VERDICTS } from '../../schema/verdicts.ts';
import { opinionOn } from './opinions.ts';
import { useReview } from './review-context.tsx';
import styles from './verdict-bar.module.css';

/** What can be said of a draft, and what was. */
export function VerdictBar({ entry }: { entry: DraftEntry }) {
  const { notes, give, writing, write } = useReview();
  const { now, earlier } = opinionOn(notes, entry);
  const isWriting = writing === entry.id;
  return (
    <div className={styles.bar} role="group" aria-label={words.on(entry.card?.title ?? entry.title ?? '')}>
      <div className={styles.buttons}>
        {VERDICTS.map((verdict) => (
          <button
            key={verdict}
            type="button"
            data-verdict={verdict}
            aria-keyshortcuts={words.key[verdict]}
            title={`${words.verdict[verdict]} (${words.key[verdict]})`}
            aria-pressed={now?.verdict === verdict}
            onClick={() => give(entry, verdict)}
          >
            {words.verdict[verdict]}
          </button>
        ))}
        <button
          type="button"
          aria-expanded={isWriting}
          aria-keyshortcuts={words.key.note}
          title={`${words.note} (${words.key.note})`}
          onClick={() => write(isWriting ? undefined : entry.id)}
        >
          {words.note}
        </button>
        {now?.sent !== undefined && <small>{words.sent}</small>}
      </div>
      {now?.note !== undefined && !isWriting && (
        <p className={styles.note}>
          <bdi>{now.note}</bdi> {now.verdict === undefined && <small>{words.noteAlone}</small>}
        </p>
      )}
      {earlier && (
        <p className={styles.note}>
          <small>
            {words.earlier} {earlier.verdict && words.verdict[earlier.verdict]}
          </small>{' '}
          <bdi>{earlier.note}</bdi>
        </p>
      )}
      {isWriting && <NoteForm entry={entry} note={now?.note ?? ''} />}
    </div>
  );
}

/** The field has no name, so that no browser offers later what was typed here. */
function NoteForm({ entry, note }: { entry: DraftEntry; note: string }) {
  const review = useReview();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const leave = () => {
    // The field goes, and focus with it: it goes back to where the draft stands.
    const row = form.current?.closest('[data-draft]');
    review.write(undefined);
    row?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    review.note(entry, form.current?.querySelector('textarea')?.value ?? '');
    leave();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} onKeyDown={onKey}>
      <label htmlFor={id}>{words.noteFor}</label>
      {/* Whoever asked for the field wants to write. */}
      <textarea
        id={id}
        ref={(field) => field?.focus()}
        rows={3}
        maxLength={LONGEST_NOTE}
        autoComplete="off"
        spellCheck={false}
        defaultValue={note}
      />
      <div className={styles.buttons}>
        <button type="submit">{words.keepNote}</button>
        <button type="button" onClick={leave}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
