import { type ChangeEvent, useState } from 'react';
import { savedStrings, savedFileStrings as words } from '../../lib/later-strings.ts';
import { useReaderStore, useSaved } from '../../store/reader-context.tsx';
import { type Brought, exportSaved, importSaved } from '../../store/saved-file.ts';
import styles from './saved-files.module.css';

/** One file out, one file in. */
export function SavedFiles() {
  const { marks } = useReaderStore();
  const none = useSaved().length === 0 && marks.read().length === 0;
  const [brought, setBrought] = useState<Brought>();
  const bring = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    if (!file) return;
    setBrought(await importSaved(marks, file));
    // The same file chosen again is a new try.
    currentTarget.value = '';
  };
  return (
    <section className={styles.files} aria-labelledby="saved-files">
      <h2 id="saved-files">{words.files}</h2>
      <p>{words.filesNote}</p>
      <div className={styles.ways}>
        <button type="button" className={styles.way} disabled={none} onClick={() => handOut(exportSaved(marks, Date.now()))}>
          {words.keep}
        </button>
        <label className={styles.way}>
          {words.bring}
          <input
            className="visually-hidden"
            type="file"
            accept=".json,application/json"
            onChange={(event) => void bring(event)}
          />
        </label>
      </div>
      <div role="status">{brought && <p className={styles.result}>{wordsFor(brought)}</p>}</div>
    </section>
  );
}

function wordsFor(brought: Brought): string {
  if (brought.fault) return words.fault[brought.fault];
  const { added, before, damaged, kept } = brought;
  const sentences = [words.brought(added, before), damaged > 0 && words.damaged(damaged), !kept && savedStrings.notKept];
  return sentences.filter((sentence) => sentence !== false).join(' ');
}

/** As a download, which asks nothing of the network. */
function handOut(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'saved-articles.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url));
}
