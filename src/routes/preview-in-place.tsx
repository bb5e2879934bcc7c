import { lazy, Suspense, useState } from 'react';
import { EmptyFeed, FeedEnd } from '../features/feed/feed-end.tsx';
import headStyles from '../features/feed/feed-head.module.css';
import { FeedHead, FeedLine } from '../features/feed/feed-head.tsx';
import { FeedSkeleton } from '../features/feed/feed-skeleton.tsx';
import { PartRows } from '../features/feed/part-rows.tsx';
import { type InPlace } from '../features/preview/in-place-address.ts';
import { InPlaceDesk, type InPlaceDeskProps } from '../features/preview/in-place-desk.tsx';
import { nameOfFeed } from '../features/preview/in-place-map.ts';
import type { Shown } from '../features/preview/shown-drafts.ts';
import { useFeedInPlace } from '../features/preview/use-feed-in-place.ts';
import { categoryHref, homeHref, sortHref, topicHref } from '../lib/href.ts';
import { inPlaceStrings as words } from '../lib/in-place-strings.ts';
import { previewStrings } from '../lib/preview-strings.ts';
import { strings } from '../lib/strings.ts';
import type { FeedKind } from '../schema/feed.ts';
import { FaultNote } from '../ui/fault-note.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { usePublication } from '../ui/publication-context.ts';
import { Text } from '../ui/text.tsx';
import styles from './preview-in-place.module.css';

/** Most look at feeds first: what an article takes comes with the first of them. */
const Article = lazy(async () => ({ default: (await import('./preview-article.tsx')).PreviewArticle }));

const Top = lazy(async () => ({ default: (await import('./preview-top.tsx')).PreviewTop }));

/** Pages of the reader with drafts in them as if they were published. */
export const PreviewInPlace = (props: Omit<InPlaceDeskProps, 'renderPage'>) => (
  <InPlaceDesk
    {...props}
    renderPage={(page) => (
      <>
        <Masthead />
        <div className={styles.main}>
          <Page page={page} entries={props.drafts.entries} shown={props.shown} />
        </div>
      </>
    )}
  />
);

type Entries = InPlaceDeskProps['drafts']['entries'];

function Page({ page, entries, shown }: { page: InPlace; entries: Entries; shown: Shown }) {
  if (page.page === 'feed' && page.top && shown.all && hasTop(page.kind))
    return (
      <Suspense>
        <Top key={page.kind + page.id} {...page} sort={<Sort {...page} />} />
      </Suspense>
    );
  if (page.page === 'feed') return <FeedInPlace key={page.kind + page.id} {...page} entries={entries} shown={shown} />;
  if (page.page === 'article') return <ArticleInPlace key={page.slug} slug={page.slug} />;
  const slug = entries.find(({ id, card }) => id === page.id && card)?.slug;
  return slug === undefined ? <p>{previewStrings.gone}</p> : <ArticleInPlace key={slug} slug={slug} />;
}

/** The masthead's words without what only a page of its own can do. No landmarks: the page around it has them. */
function Masthead() {
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

const hasTop = (kind: FeedKind): boolean => kind === 'all' || kind === 'category';

/** Newest and Top, as the reader has them. */
function Sort({ kind, id, top = false }: FeedPage) {
  const link = (isOfTop: boolean) => (
    <PageLink to={sortHref(kind === 'all' ? '' : id, isOfTop)} opens={false} current={isOfTop === top}>
      {isOfTop ? strings.top : strings.newest}
    </PageLink>
  );
  return (
    // No landmark: there are two windows, and two landmarks of one name would be taken for one.
    <div role="group" className={headStyles.sort} aria-label={strings.order}>
      {link(false)}
      {link(true)}
    </div>
  );
}

type FeedPage = InPlace & { page: 'feed' };

function FeedInPlace({ entries, shown, ...page }: FeedPage & { entries: Entries; shown: Shown }) {
  const { kind, id } = page;
  const [wanted, want] = useState(STEP);
  const feed = useFeedInPlace(kind, id, wanted, shown);
  if (feed === 'waiting') return <FeedSkeleton count={9} lead={kind === 'all'} />;
  if (feed === 'broken') return <FaultNote kind="offline" onRetry={() => want(wanted + 1)} whole />;
  const { cards, whole, manifest } = feed;
  return (
    <>
      <FeedHead kind={kind} manifest={manifest ?? { name: nameOfFeed(entries, kind, id) }} />
      {shown.all && hasTop(kind) && <FeedLine total={undefined} sort={<Sort {...page} />} />}
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

const ArticleInPlace = ({ slug }: { slug: string }) => (
  <Suspense>
    <Article slug={slug} />
  </Suspense>
);
