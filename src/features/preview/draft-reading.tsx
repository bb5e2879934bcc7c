import type { MouseEvent } from 'react';
import { draftViewStrings } from '../../lib/draft-view-strings.ts';
import { textDirection } from '../../lib/text-direction.ts';
import type { DraftEntry, DraftFile } from '../../schema/preview.ts';
import { Text } from '../../ui/text.tsx';
import { ArticleBody } from '../article/article-body.tsx';
import { ArticleFigure } from '../article/article-figure.tsx';
import { ArticleHeader } from '../article/article-header.tsx';
import { isStandfirst } from '../article/is-standfirst.ts';
import styles from './draft-view.module.css';

/** The article, of the parts that readers see. Nothing of it is asked for at its public address. */
export function DraftReading({ entry, file }: { entry: DraftEntry; file: DraftFile }) {
  const { article } = file;
  if (!article)
    return (
      <article className={styles.article}>
        <h2 className={styles.untitled}>
          <Text>{entry.title ?? draftViewStrings.untitled}</Text>
        </h2>
        <p className={styles.note}>{draftViewStrings.unreadable}</p>
      </article>
    );
  const { title, excerpt, lang, body, images, originalUrl, provider } = article;
  const short = isStandfirst(excerpt);
  const [first, ...more] = images;
  return (
    <article className={styles.article} onClickCapture={keepHere} onAuxClickCapture={keepHere}>
      <p className={styles.note}>{draftViewStrings.asReaders}</p>
      <div className={styles.reading} dir={textDirection(title)}>
        <ArticleHeader article={article} standfirst={short ? excerpt : undefined} level={2} />
        {first && <ArticleFigure picture={first} provider={provider.name} />}
        {!short && excerpt !== undefined && <p lang={lang}>{excerpt}</p>}
        {body.length > 0 && <ArticleBody blocks={body} lang={lang} />}
        {more.map((picture) => (
          <ArticleFigure key={picture.id} picture={picture} />
        ))}
      </div>
      <p className={styles.out}>
        {draftViewStrings.leadsTo} <bdi>{originalUrl ?? draftViewStrings.noLink}</bdi>
      </p>
    </article>
  );
}

/** A link within a draft would put its words into an address, or lose what is open. */
function keepHere(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('a')) {
    event.preventDefault();
    event.stopPropagation();
  }
}
