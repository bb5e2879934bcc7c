import { type FormEvent, useId, useRef, useState } from 'react';
import { earlierStrings as words } from '../../lib/earlier-strings.ts';
import { openEarlier, unsettled, withEarlier, withSettled } from './earlier-notes.ts';
import styles from './earlier-part.module.css';
import { useReview } from './review-context.tsx';

/** Verdicts that lie here under another key: says so, and takes them over for who has it. Nothing of them is ever deleted. */
export function EarlierPart() {
  const review = useReview();
  const names = unsettled(review);
  const [told, tell] = useState('');
  return (
    <div className={styles.earlier}>
      {names.length > 0 && (
        <details className={styles.more}>
          <summary>{words.title}</summary>
          <p>{words.what}</p>
          <p>{words.todo}</p>
          <EarlierForm names={names} onTell={tell} />
          <button type="button" className={styles.plain} onClick={() => review.change(withSettled(names))}>
            {words.settle}
          </button>
        </details>
      )}
      <p role="status">{told}</p>
    </div>
  );
}

/** The field has no name, so that nothing can send it anywhere or offer it later. */
function EarlierForm({ names, onTell }: { names: readonly string[]; onTell: (told: string) => void }) {
  const { change } = useReview();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [opening, setOpening] = useState(false);
  const bring = async (typed: string) => {
    const earlier = await openEarlier(typed, names).catch(() => 'failed' as const);
    if (earlier === 'failed') return words.failed;
    if (!earlier) return words.wrong;
    change(withEarlier(earlier));
    return words.brought(Object.keys(earlier.notes.opinions).length);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const typed = input.current?.value.trim() ?? '';
    if (opening) return;
    if (typed === '') return input.current?.focus();
    setOpening(true);
    onTell(words.bringing);
    onTell(await bring(typed));
    setOpening(false);
    input.current?.select();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} aria-busy={opening}>
      <label htmlFor={id}>{words.field}</label>
      <div className={styles.line}>
        <input id={id} ref={input} type="password" autoComplete="off" autoCapitalize="none" spellCheck={false} />
        <button type="submit" className={styles.button} aria-disabled={opening}>
          {words.bring}
        </button>
      </div>
    </form>
  );
}
