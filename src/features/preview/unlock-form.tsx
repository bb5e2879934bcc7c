import { type FormEvent, useId, useRef, useState } from 'react';
import { previewStrings as words } from '../../lib/preview-strings.ts';
import { plainPassphrase } from '../../seal/derive.ts';
import type { Holder } from '../../seal/index-file.ts';
import { KeepIn } from './keep-in.tsx';
import styles from './preview-room.module.css';

interface UnlockFormProps {
  opening: boolean;
  /** What came of the last try. */
  why: string | undefined;
  onOpen: (holder: Holder, how: { keep: boolean }) => void;
}

/** Asks for the passphrase. The field has no name: nothing but the script below can send it anywhere. */
export function UnlockForm({ opening, why, onOpen }: UnlockFormProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState(false);
  const [keep, setKeep] = useState(false);
  const told = opening ? undefined : empty ? words.empty : why;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const passphrase = input.current?.value ?? '';
    const nothing = plainPassphrase(passphrase) === '';
    setEmpty(nothing);
    if (nothing) input.current?.focus();
    else if (!opening) onOpen({ passphrase }, { keep });
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-busy={opening}>
      <label htmlFor={id}>{words.passphrase}</label>
      <div className={styles.line}>
        <input
          id={id}
          ref={input}
          type="password"
          autoComplete="current-password"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={told !== undefined}
          aria-describedby={`${id}told`}
        />
        <button type="submit" className={styles.button} aria-disabled={opening}>
          {words.open}
        </button>
      </div>
      <KeepIn on={keep} onChange={setKeep} />
      <p id={`${id}told`} className={styles.told} role="status">
        {opening ? words.opening : told}
      </p>
      <p className={styles.aside}>{words.link}</p>
    </form>
  );
}
