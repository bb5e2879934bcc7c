import { type FormEvent, type KeyboardEvent, memo, useId, useRef } from 'react';
import { reviewStrings as words } from '../../lib/review-strings.ts';
import type { DraftEntry } from '../../schema/preview.ts';
import { LONGEST_NOTE, VERDICTS } from '../../schema/verdict.ts';
import type { Opinion } from './notebook.ts';
import { opinionOn } from './opinions.ts';
import { type ReviewActs, useReview } from './review-context.tsx';
import styles from './verdict-bar.module.css';

/** What can be said of a draft, and what was. */
export function VerdictBar({ entry }: { entry: DraftEntry }) {
  const { notes, writing, give, note, write } = useReview();
  return <Bar entry={entry} {...opinionOn(notes, entry)} isWriting={writing === entry.id} {...{ give, note, write }} />;
}

interface BarProps extends Pick<ReviewActs, 'give' | 'note' | 'write'> {
  entry: DraftEntry;
  now?: Opinion;
  earlier?: Opinion;
  isWriting: boolean;
}

/** A verdict on one of a thousand drafts draws one bar anew. */
const Bar = memo(function Bar({ entry, now, earlier, isWriting, give, note, write }: BarProps) {
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
      {isWriting && <NoteForm note={now?.note ?? ''} onKeep={(text) => note(entry, text)} onEnd={() => write(undefined)} />}
    </div>
  );
});

interface NoteFormProps {
  note: string;
  onKeep: (text: string) => void;
  onEnd: () => void;
}

/** The field has no name, so that no browser offers later what was typed here. */
function NoteForm({ note, onKeep, onEnd }: NoteFormProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const leave = () => {
    // The field goes, and focus with it: it goes back to where the draft stands.
    const { current: element } = form;
    const row = element?.closest('[data-draft]') ?? element?.closest('[role=group]');
    onEnd();
    row?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onKeep(form.current?.querySelector('textarea')?.value ?? '');
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
