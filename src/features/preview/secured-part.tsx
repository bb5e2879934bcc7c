import { type FormEvent, useId, useRef, useState } from 'react';
import { securedStrings as words } from '../../lib/secured-strings.ts';
import { openSecured, readSecured, readSecuredKey, type Secured } from '../../seal/secured.ts';
import styles from './secured-part.module.css';

/** `secured` as what it is: sealed by somebody else. Who has its key opens it here, and it stays in this part's memory. */
export function SecuredPart({ secured }: { secured: string }) {
  const read = readSecured(secured);
  const [opened, setOpened] = useState<string>();
  return (
    <section className={styles.secured}>
      <h3>{words.title}</h3>
      <p>{read ? words.sealed(secured.length, read.blocks.length) : words.unknown(secured.length)}</p>
      {read && opened === undefined && <KeyForm secured={read} onOpen={setOpened} />}
      {opened !== undefined && (
        // What is long scrolls, and what scrolls must be reachable by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre ref={(text) => text?.focus()} className={styles.opened} tabIndex={0} aria-label={words.opened}>
          {opened}
        </pre>
      )}
    </section>
  );
}

type Told = keyof typeof words.why;

/** The field has no name, so that nothing can send it anywhere or offer it later. */
function KeyForm({ secured, onOpen }: { secured: Secured; onOpen: (text: string) => void }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [why, tell] = useState<Told>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const key = readSecuredKey(input.current?.value ?? '');
    const text = key && (await openSecured(secured, key));
    if (text !== undefined) return onOpen(text);
    tell(key ? 'wrong' : 'noKey');
    input.current?.focus();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <label htmlFor={id}>{words.key}</label>
      <div className={styles.line}>
        <input
          id={id}
          ref={input}
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={why !== undefined}
          aria-describedby={`${id}told`}
        />
        <button type="submit" className={styles.button}>
          {words.open}
        </button>
      </div>
      <p id={`${id}told`} className={styles.told} role="status">
        {why && words.why[why]}
      </p>
    </form>
  );
}
