import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { articleManifestQuery } from '../data/queries.ts';
import { ArticleReading } from '../features/article/article-reading.tsx';
import { ArticleSkeleton } from '../features/article/article-skeleton.tsx';
import articleStyles from '../features/article/article-view.module.css';
import { useArticle } from '../features/article/use-article.ts';
import { EmptyFeed, FeedEnd } from '../features/feed/feed-end.tsx';
import { FeedHead } from '../features/feed/feed-head.tsx';
import { FeedSkeleton } from '../features/feed/feed-skeleton.tsx';
import { PartRows } from '../features/feed/part-rows.tsx';
import { type InPlace, nameOfFeed } from '../features/preview/in-place-address.ts';
import { InPlaceDesk, type InPlaceDeskProps } from '../features/preview/in-place-desk.tsx';
import type { Shown } from '../features/preview/shown-drafts.ts';
import { useFeedInPlace } from '../features/preview/use-feed-in-place.ts';
import { Coverage } from '../features/related/coverage.tsx';
import { Related } from '../features/related/related.tsx';
import { categoryHref, homeHref, topicHref } from '../lib/href.ts';
import { previewStrings } from '../lib/preview-strings.ts';
import { FaultNote } from '../ui/fault-note.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Proof } from '../ui/proof.tsx';
import { usePublication } from '../ui/publication-context.ts';
import { Text } from '../ui/text.tsx';
import styles from './preview-in-place.module.css';

const { inPlace: words } = previewStrings;

/** Pages of the reader with drafts in them as if they were published. */
export const PreviewInPlace = (props: Omit<InPlaceDeskProps, 'renderPage'>) => (
  <InPlaceDesk
    {...props}
    renderPage={(page) => (
      <>
        <Top />
        <div className={styles.main}>
          <Page page={page} entries={props.drafts.entries} shown={props.shown} />
        </div>
      </>
    )}
  />
);

type Entries = InPlaceDeskProps['drafts']['entries'];

function Page({ page, entries, shown }: { page: InPlace; entries: Entries; shown: Shown }) {
  if (page.page === 'feed') return <FeedInPlace key={page.kind + page.id} {...page} entries={entries} shown={shown} />;
  if (page.page === 'article') return <ArticleInPlace key={page.slug} slug={page.slug} />;
  const slug = entries.find(({ id, card }) => id === page.id && card)?.slug;
  return slug === undefined ? <p>{previewStrings.gone}</p> : <ArticleInPlace key={slug} slug={slug} />;
}

/** The masthead's words without what only a page of its own can do. No landmarks: the page around it has them. */
function Top() {
  const publication = usePublication();
  return (
    <div className={styles.top}>
      <p className={styles.name}>
        <PageLink to={homeHref()}>{publication?.title ?? '\u00a0'}</PageLink>
      </p>
      <div className={styles.sections}>
        {publication?.categories.map(({ id, name }) => (
          <PageLink key={id} to={categoryHref(id)}>
            <Text>{name}</Text>
          </PageLink>
        ))}
        {publication?.topics.map(({ id, name }) => (
          <PageLink key={id} to={topicHref(name)}>
            <Text>{name}</Text>
          </PageLink>
        ))}
      </div>
    </div>
  );
}

/** How many articles come at once. */
const STEP = 30;

type FeedPage = InPlace & { page: 'feed' };

function FeedInPlace({ kind, id, entries, shown }: FeedPage & { entries: Entries; shown: Shown }) {
  const [wanted, want] = useState(STEP);
  const feed = useFeedInPlace(kind, id, wanted, shown);
  if (feed === 'waiting') return <FeedSkeleton count={9} lead={kind === 'all'} />;
  if (feed === 'broken') return <FaultNote kind="offline" onRetry={() => want(wanted + 1)} whole />;
  const { cards, whole, manifest } = feed;
  return (
    <>
      <FeedHead kind={kind} manifest={manifest ?? { name: nameOfFeed(entries, kind, id) }} />
      {cards.length === 0 && <EmptyFeed />}
      <div className={styles.feed}>
        <PartRows
          cards={cards}
          first={1}
          before={undefined}
          total={cards.length}
          since={undefined}
          lead={kind === 'all' && cards.length > 0}
        />
      </div>
      {whole ? (
        <FeedEnd total={cards.length} />
      ) : (
        <button type="button" className={styles.older} onClick={() => want(wanted + STEP)}>
          {words.older}
        </button>
      )}
    </>
  );
}

function ArticleInPlace({ slug }: { slug: string }) {
  const state = useArticle(slug);
  const out = useRef<HTMLAnchorElement>(null);
  const here = useQuery(articleManifestQuery(slug)).data?.here ?? [];
  if (state.kind === 'gone') return <p>{previewStrings.gone}</p>;
  if (state.kind === 'fault') return <FaultNote kind={state.fault} onRetry={state.retry} whole />;
  if (state.kind === 'waiting') return <ArticleSkeleton header />;
  const { article } = state;
  const short = article.images.length === 0 && article.body.length === 0 && !article.video;
  return (
    <Proof reason={article.draft}>
      <div className={articleStyles.page} data-short={short || undefined}>
        <article className={articleStyles.article}>
          <ArticleReading article={article} out={out} />
        </article>
        <aside className={articleStyles.side}>
          <Coverage article={article} here={here} />
          <Related slug={slug} />
        </aside>
      </div>
    </Proof>
  );
}
