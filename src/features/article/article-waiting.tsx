import { textDirection } from '../../lib/text-direction.ts';
import type { Card, RelatedCard } from '../../schema/card.ts';
import { ArticleFigure } from './article-figure.tsx';
import { ArticleHeader } from './article-header.tsx';
import styles from './article-reading.module.css';
import { isStandfirst } from './is-standfirst.ts';

/** What a card knows of its article, in the places where the article will have it: nothing moves when that comes. */
export function ArticleWaiting({ card }: { card: Card | RelatedCard }) {
  // The Related panel's cards have no excerpt: a picture before it is known could be pushed down.
  const whole = 'topics' in card;
  const excerpt = whole ? card.excerpt : undefined;
  const short = isStandfirst(excerpt);
  return (
    <div className={styles.reading} dir={textDirection(card.title)}>
      <ArticleHeader article={card} standfirst={short ? excerpt : undefined} />
      {whole && card.type !== 'video' && card.image && <ArticleFigure picture={card.image} provider={card.provider.name} first />}
      {!short && excerpt !== undefined && (
        <p className={styles.opening} lang={card.lang}>
          {excerpt}
        </p>
      )}
    </div>
  );
}
