import { strings } from '../../lib/strings.ts';
import type { ArticleToSave } from '../../store/mark.ts';
import { Bookmark } from '../../ui/bookmark.tsx';
import { classNames } from '../../ui/class-names.ts';
import styles from './save-mark.module.css';
import { useSave } from './use-save.ts';

/** The bookmark on a card or a line. file: as in `useSave`. `data-save` is what the key `s` looks for. */
export function SaveMark({
  article,
  file,
  className,
}: {
  article: ArticleToSave;
  file?: string;
  className?: string | undefined;
}) {
  const { saved, toggle } = useSave(article, file);
  return (
    <button
      type="button"
      className={classNames(styles.mark, className)}
      aria-pressed={saved}
      aria-label={strings.saved.saveIt(article.title)}
      title={`${strings.saved.save} (s)`}
      onClick={toggle}
      data-save
    >
      <Bookmark inked={saved} />
    </button>
  );
}
