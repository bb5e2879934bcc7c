import { useEffect, useState } from 'react';

import { articleHref, homeHref, savedHref } from '../../lib/href.ts';
import { keptStrings } from '../../lib/later-strings.ts';
import { strings } from '../../lib/strings.ts';
import { type KeptArticle, keptArticles } from '../../store/kept-files.ts';
import { useSaved, useWithdrawn } from '../../store/reader-context.tsx';
import { Byline } from '../../ui/byline.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Text } from '../../ui/text.tsx';
import styles from './kept-here.module.css';

/** How many of the articles that were read last are named; the ways before them lead to the others. */
const NAMED = 8;

/** What opens without a network: the ways to all of it, and the articles that were read last. */
export function KeptHere() {
  const [kept, setKept] = useState<readonly KeptArticle[]>();
  const withdrawn = useWithdrawn();
  const saved = useSaved().filter(({ slug }) => !withdrawn.includes(slug)).length;
  useEffect(() => {
    let shown = true;
    keptArticles()
      .catch(() => [])
      .then((articles) => shown && setKept(articles))
      .catch(() => undefined);
    return () => {
      shown = false;
    };
  }, []);
  if (kept === undefined || (kept.length === 0 && saved === 0)) return null;
  return (
    <section className={styles.kept} aria-labelledby="kept-here">
      <h2 id="kept-here">{keptStrings.title}</h2>
      <p className={styles.ways}>
        <PageLink to={homeHref()}>{strings.allNews}</PageLink>
        {saved > 0 && <PageLink to={savedHref()}>{keptStrings.saved(saved)}</PageLink>}
      </p>
      <ul>
        {kept.slice(0, NAMED).map(({ article }) => (
          <li key={article.slug}>
            <h3>
              <PageLink to={articleHref(article)}>
                <Text lang={article.lang}>{article.title}</Text>
              </PageLink>
            </h3>
            <Byline provider={article.provider}>
              <DateTime value={article.publishedDateTime} />
            </Byline>
          </li>
        ))}
      </ul>
    </section>
  );
}
