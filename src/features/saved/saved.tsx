import { savedStrings } from '../../lib/later-strings.ts';
import { strings } from '../../lib/strings.ts';
import { useSaved } from '../../store/reader-context.tsx';
import notice from '../../ui/notice.module.css';
import { usePageTitle } from '../../ui/use-page-title.ts';
import styles from './saved.module.css';
import { SavedFiles } from './saved-files.tsx';
import { SavedList } from './saved-list.tsx';

const { saved: words } = strings;

/** All that was saved in this browser. */
export function Saved() {
  const { length } = useSaved();
  usePageTitle(words.title);
  return (
    <>
      <header className={styles.head}>
        <h1>{words.title}</h1>
        {length > 0 && (
          <p>
            {savedStrings.count(length)}, {savedStrings.order}
          </p>
        )}
        <p className={styles.here}>{savedStrings.here}</p>
      </header>
      {length === 0 ? (
        <div className={notice.notice}>
          <p className={notice.title}>{savedStrings.empty}</p>
          <p>{savedStrings.emptyNote}</p>
        </div>
      ) : (
        <SavedList />
      )}
      <SavedFiles />
    </>
  );
}
