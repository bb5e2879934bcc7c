import { memo } from 'react';
import { Link } from 'react-router';
import { articleHref } from '../../lib/href.ts';
import { strings } from '../../lib/strings.ts';
import { useIsRead } from '../../store/reader-context.tsx';
import { Byline } from '../../ui/byline.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { Proof } from '../../ui/proof.tsx';
import { SaveMark } from '../article/save-mark.tsx';
import { excerptAround, markedPieces } from './find-marks.ts';
import type { Term } from './parse-query.ts';
import styles from './search-hit.module.css';
import type { FoundArticle } from './searched-article.ts';

/** A found article as a line of the list, with what was searched for marked. */
export const SearchHit = memo(function SearchHit({ article, terms }: { article: FoundArticle; terms: readonly Term[] }) {
  const { slug, title, lang, provider, publishedDateTime, type, draft } = article;
  const read = useIsRead(slug);
  const excerpt = excerptOf(article, terms);
  return (
    <li className={styles.hit} data-hit={slug} data-read={read || undefined}>
      <Proof reason={draft}>
        <div className={styles.words}>
          <h2>
            <Link className={styles.link} to={articleHref(article)} viewTransition>
              <Marked text={title} lang={lang} terms={terms} />
            </Link>
          </h2>
          <Byline provider={provider}>
            <DateTime value={publishedDateTime} />
            {type === 'video' && <span>{strings.video}</span>}
            {read && <span>{strings.read}</span>}
          </Byline>
          {excerpt !== '' && (
            <p className={styles.excerpt}>
              <Marked text={excerpt} lang={lang} terms={terms} />
            </p>
          )}
        </div>
      </Proof>
      <SaveMark article={article} className={styles.mark} />
    </li>
  );
});

/** The excerpt, unless the body alone says what was searched for. */
function excerptOf({ excerpt, text, title }: FoundArticle, terms: readonly Term[]): string {
  const holds = (part: string): boolean => markedPieces(part, terms).some(({ hit }) => hit);
  const shown = text !== '' && !holds(excerpt) && !holds(title) && holds(text) ? text : excerpt;
  return excerptAround(shown, terms);
}

const Marked = ({ text, lang, terms }: { text: string; lang: string | undefined; terms: readonly Term[] }) => (
  <bdi dir="auto" lang={lang}>
    {markedPieces(text, terms).map((piece, at) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name.
      piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text,
    )}
  </bdi>
);
