import { useEffect, useRef } from 'react';
import { keysStrings as words } from '../../lib/later-strings.ts';
import { useReaderStore, useSettings } from '../../store/reader-context.tsx';
import styles from './reader-keys.module.css';

const LIST: readonly (readonly [keys: string, what: string])[] = [
  ['j', words.next],
  ['k', words.previous],
  ['o', words.openArticle],
  ['v', words.original],
  ['m', words.read],
  ['s', words.save],
  ['.', words.newStories],
  ['/', words.search],
  ['g h', words.home],
  ['g t', words.topics],
  ['g p', words.providers],
  ['g d', words.calendar],
  ['g s', words.saved],
  ['?', words.help],
  ['Esc', words.back],
];

/** The list of all keys, open from the beginning. onClose: the reader closed it, and the focus is back where it was. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const store = useReaderStore();
  const { keys } = useSettings();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="keys-title" closedby="any" onClose={onClose}>
      <h2 id="keys-title">{words.title}</h2>
      <dl>
        {LIST.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label>
        <input type="checkbox" checked={keys} onChange={(event) => store.setKeys(event.target.checked)} /> {words.switch}
      </label>
      <button type="button" onClick={() => dialog.current?.close()}>
        {words.close}
      </button>
    </dialog>
  );
}
