import type { Ref } from 'react';
import { topicHref } from '../../lib/href.ts';
import { strings } from '../../lib/strings.ts';
import { textDirection } from '../../lib/text-direction.ts';
import type { ArticleFile } from '../../schema/article.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { Text } from '../../ui/text.tsx';
import { ReadButton } from './article-acts.tsx';
import { ArticleBody } from './article-body.tsx';
import { ArticleFigure } from './article-figure.tsx';
import { ArticleHeader } from './article-header.tsx';
import { ArticleAddress, ArticleAmp, ArticleOut, ArticlePictureLinks } from './article-out.tsx';
import styles from './article-reading.module.css';
import { ArticleVideo } from './article-video.tsx';
import { isStandfirst } from './is-standfirst.ts';

/** An article as it is read. All of it runs the way its title does; the interface's own words are isolated in it. */
export function ArticleReading({ article, out }: { article: ArticleFile; out: Ref<HTMLAnchorElement> }) {
  const { title, excerpt, images, body, video, provider, lang, topics, pictureLinks } = article;
  const [first, ...more] = images;
  const short = isStandfirst(excerpt);
  return (
    <div className={styles.reading} dir={textDirection(title)}>
      <ArticleHeader article={article} standfirst={short ? excerpt : undefined} />
      {video ? (
        <ArticleVideo video={video} title={title} picture={first} />
      ) : (
        first && <ArticleFigure picture={first} provider={provider.name} first />
      )}
      {!short && excerpt !== undefined && (
        <p className={styles.opening} lang={lang}>
          {excerpt}
        </p>
      )}
      {body.length > 0 && <ArticleBody blocks={body} lang={lang} />}
      {more.map((picture) => (
        <ArticleFigure key={picture.id} picture={picture} />
      ))}
      {pictureLinks.length > 0 && <ArticlePictureLinks urls={pictureLinks} />}
      <ArticleAddress url={article.originalUrl} />
      <ArticleOut article={article} ref={out} />
      <ArticleAmp article={article} />
      <ReadButton slug={article.slug} />
      {topics.length > 0 && <Topics topics={topics} />}
    </div>
  );
}

function Topics({ topics }: { topics: readonly string[] }) {
  return (
    <ul className={styles.topics} aria-label={strings.topics}>
      {topics.map((topic) => (
        <li key={topic}>
          <PageLink to={topicHref(topic)}>
            <Text>{topic}</Text>
          </PageLink>
        </li>
      ))}
    </ul>
  );
}
