import { useState } from 'react';
import { type NavigateFunction, useNavigate } from 'react-router';
import { calendarHref, homeHref, providersHref, savedHref, searchHref, topicsHref } from '../../lib/href.ts';
import { strings } from '../../lib/strings.ts';
import { useSettings } from '../../store/reader-context.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import type { KeysHelp } from './keys-help.tsx';
import styles from './reader-keys.module.css';

/** On the search page its field takes the focus by itself when it is opened, and here when it is open already. */
function goToSearch(navigate: NavigateFunction): void {
  const field = document.querySelector<HTMLInputElement>('main [role="combobox"]');
  if (field) field.select();
  else void navigate(searchHref());
}

/** Keys that work on every page, and a button for the list of all keys, which comes when it is asked for. */
export function ReaderKeys() {
  const { keys } = useSettings();
  const navigate = useNavigate();
  const [Help, setHelp] = useState<typeof KeysHelp>();
  // Where it cannot be had nothing opens, and the next press tries again.
  const open = () =>
    void import('./keys-help.tsx').then(
      ({ KeysHelp: loaded }) => setHelp(() => loaded),
      () => undefined,
    );
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
      <button type="button" className={styles.open} onClick={open} aria-keyshortcuts="?" title={`${strings.keys} (?)`}>
        <span aria-hidden="true">?</span>
        <span className="visually-hidden">{strings.keys}</span>
      </button>
      {Help && <Help onClose={() => setHelp(undefined)} />}
    </>
  );
}
