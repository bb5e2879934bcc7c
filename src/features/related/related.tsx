import { useQuery } from '@tanstack/react-query';
import { DataFault, isMissing } from '../../data/fetch-json.ts';
import { articleManifestQuery } from '../../data/queries.ts';
import { articleHref } from '../../lib/href.ts';
import { clusterStrings, panelStrings } from '../../lib/later-strings.ts';
import { strings } from '../../lib/strings.ts';
import type { RelatedCard } from '../../schema/card.ts';
import type { Picture } from '../../schema/picture.ts';
import { useIsRead } from '../../store/reader-context.tsx';
import { Byline } from '../../ui/byline.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { FaultNote } from '../../ui/fault-note.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Text } from '../../ui/text.tsx';
import { KeptPicture } from '../article/kept-picture.tsx';
import { PicturePlaceholder } from '../article/picture-placeholder.tsx';
import { useGonePicture } from '../article/use-gone-picture.ts';
import { useLoadAhead } from '../article/use-load-ahead.ts';
import { Panel } from './panel.tsx';
import styles from './related.module.css';

/** Articles of this publication on the same subject. It fails alone: what is beside it stays. */
export function Related({ slug }: { slug: string }) {
  // The page asks for it already; asking again by being shown would take back the fault that is shown.
  const { data, error, refetch } = useQuery({ retryOnMount: false, ...articleManifestQuery(slug) });
  if (data?.related.length === 0 || isMissing(error)) return null;
  return (
    <Panel id="related" title={panelStrings.related} screenOnly>
      {data && (
        <ul>
          {data.related.map((card) => (
            <RelatedArticle key={card.slug} card={card} />
          ))}
        </ul>
      )}
      {!data && error && <FaultNote kind={error instanceof DataFault ? error.kind : 'broken'} onRetry={() => void refetch()} />}
      {!data && !error && <RelatedSkeleton />}
    </Panel>
  );
}

export function RelatedArticle({ card }: { card: RelatedCard }) {
  const read = useIsRead(card.slug);
  const loadAhead = useLoadAhead(card.slug, card.file);
  return (
    <li className={styles.related} data-read={read || undefined}>
      <div className={styles.words}>
        <h3>
          <PageLink className={styles.link} to={articleHref(card)} {...loadAhead}>
            <Text lang={card.lang}>{card.title}</Text>
          </PageLink>
        </h3>
        <Byline provider={card.provider}>
          <DateTime value={card.publishedDateTime} />
          {read && <span className="visually-hidden">{strings.read}</span>}
        </Byline>
        {card.words.length > 0 && <p className={styles.why}>{clusterStrings.inCommon(card.words)}</p>}
      </div>
      {card.image && <SmallPicture picture={card.image} />}
    </li>
  );
}

function SmallPicture({ picture }: { picture: Picture }) {
  const [gone, onGone] = useGonePicture(picture);
  if (gone) return null;
  return (
    <div className={styles.picture}>
      <PicturePlaceholder picture={picture} fit="cover" />
      <KeptPicture picture={picture} sizes="96px" onGone={onGone} />
    </div>
  );
}

/** Where five will stand. */
const RelatedSkeleton = () => (
  <ul className={styles.skeleton} aria-hidden="true">
    {[0, 1, 2, 3, 4].map((place) => (
      <li key={place} className={styles.related} />
    ))}
  </ul>
);
