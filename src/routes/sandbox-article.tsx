import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { articleManifestQuery, coverageQuery } from '../data/queries.ts';
import { ArticleBody } from '../features/article/article-body.tsx';
import { ArticleReading } from '../features/article/article-reading.tsx';
import { ArticleSkeleton } from '../features/article/article-skeleton.tsx';
import { ArticleVideo } from '../features/article/article-video.tsx';
import { Coverage } from '../features/related/coverage.tsx';
import { RelatedArticle } from '../features/related/related.tsx';
import styles from './sandbox.module.css';
import type { Shapes } from './sandbox-cards.tsx';
import { clusterOf, coveredArticle, everyBlock, sampleArticle, sampleRelated, titles } from './sandbox-samples.ts';
import { Section, State } from './sandbox-section.tsx';

const out = { current: null };
const VIDEO = { host: 'youtube', id: 'aaaaaaaaaaa' } as const;

/** The parts of the article's page. */
export const SandboxArticle = ({ shapes }: { shapes: Shapes }) => (
  <>
    <SandboxPanels shapes={shapes} />
    <Section name="Articles">
      <State name="no link, long title">
        <ArticleReading article={withoutLink(titles.long)} out={out} />
      </State>
      <State name="right to left">
        <ArticleReading
          article={sampleArticle('rtl', { title: titles.persian, excerpt: titles.persian, lang: 'fa' })}
          out={out}
        />
      </State>
      <State name="portrait, AMP copy">
        <ArticleReading
          article={sampleArticle('amp', { ampWebUrl: 'https://example.com/amp', images: shapes.tall ? [shapes.tall] : [] })}
          out={out}
        />
      </State>
    </Section>
    <Section name="Text">
      <ArticleBody blocks={everyBlock} />
    </Section>
    <Section name="Video before the click">
      <div className={styles.grid}>
        <ArticleVideo video={VIDEO} title={titles.plain} picture={shapes.wide} />
        <ArticleVideo video={VIDEO} title={titles.plain} picture={undefined} />
      </div>
    </Section>
    <Section name="Skeletons">
      <div className={styles.grid}>
        <ArticleSkeleton header />
        <ArticleSkeleton />
      </div>
    </Section>
  </>
);

const SandboxPanels = ({ shapes }: { shapes: Shapes }) => (
  <>
    <Section name="Coverage">
      <div className={styles.grid}>
        {[0, 1, 5, 39, 179].map((count) => (
          <State key={count} name={`${count} stories`}>
            <SandboxCoverage count={count} />
          </State>
        ))}
      </div>
    </Section>
    <Section name="Related">
      <ul className={styles.narrow}>
        <RelatedArticle card={sampleRelated('related-1', shapes.wide ? { image: shapes.wide } : {})} />
        <RelatedArticle card={sampleRelated('related-2', { title: titles.long })} />
        <RelatedArticle card={sampleRelated('read', { title: titles.persian, lang: 'fa' })} />
      </ul>
    </Section>
  </>
);

function SandboxCoverage({ count }: { count: number }) {
  const client = useQueryClient();
  const [article] = useState(() => {
    const { article: covered, rest } = coveredArticle(count);
    client.setQueryData(coverageQuery(covered.slug, 'rest').queryKey, { coverage: rest });
    client.setQueryData(articleManifestQuery(covered.slug).queryKey, clusterOf(count));
    return covered;
  });
  return <Coverage article={article} here={[{ url: 'https://example.com/story-1', category: 'news', slug: 'elsewhere' }]} />;
}

const withoutLink = (title: string) => {
  const { originalUrl: _originalUrl, ...article } = sampleArticle('no-link', { title });
  return article;
};
