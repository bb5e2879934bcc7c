import { useRef } from 'react';
import { type NavigateFunction, useNavigate } from 'react-router';
import { calendarHref, homeHref, providersHref, savedHref, searchHref, topicsHref } from '../../lib/href.ts';
import { strings } from '../../lib/strings.ts';
import { useReaderStore, useSettings } from '../../store/reader-context.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import styles from './reader-keys.module.css';

const { keys: words } = strings;
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

/** On the search page its field takes the focus by itself when it is opened, and here when it is open already. */
function goToSearch(navigate: NavigateFunction): void {
  const field = document.querySelector<HTMLInputElement>('main [role="combobox"]');
  if (field) field.select();
  else void navigate(searchHref());
}

/** Keys that work on every page, and the list of all keys. */
export function ReaderKeys() {
  const store = useReaderStore();
  const { keys } = useSettings();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = () => dialog.current?.showModal();
  useKeys(
    {
      '?': open,
      '/': () => goToSearch(navigate),
      'g h': () => void navigate(homeHref()),
      'g t': () => void navigate(topicsHref()),
      'g p': () => void navigate(providersHref()),
      'g d': () => void navigate(calendarHref()),
      'g s': () => void navigate(savedHref()),
    },
    keys,
  );
  return (
    <>
      <button type="button" className={styles.open} onClick={open} aria-keyshortcuts="?" title={`${words.open} (?)`}>
        <span aria-hidden="true">?</span>
        <span className="visually-hidden">{words.open}</span>
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="keys-title" closedby="any">
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
    </>
  );
}
