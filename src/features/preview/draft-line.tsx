import { memo } from 'react';
import { draftStrings } from '../../lib/draft-strings.ts';
import { draftViewStrings } from '../../lib/draft-view-strings.ts';
import { draftHref } from '../../lib/href.ts';
import type { DraftEntry, PreviewAbout } from '../../schema/preview.ts';
import { Badge } from '../../ui/badge.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Proof } from '../../ui/proof.tsx';
import { Text } from '../../ui/text.tsx';
import { CardPicture } from '../article/card-picture.tsx';
import { useGonePicture } from '../article/use-gone-picture.ts';
import styles from './draft-queue.module.css';
import { reasonText } from './reason-text.ts';
import { VerdictBar } from './verdict-bar.tsx';

interface DraftLineProps {
  entry: DraftEntry;
  about: PreviewAbout;
  /** Of its title as a heading. */
  level?: 3 | 4;
}

/** A draft in the queue, on a proof, with the reason why nobody else sees it. */
export const DraftLine = memo(function DraftLine({ entry, about, level = 3 }: DraftLineProps) {
  const Heading = level === 3 ? 'h3' : 'h4';
  const { id, card, title, path, reason, quality, errors, warnings } = entry;
  const why = reasonText(entry, about);
  const faults = draftViewStrings.reason.faults(errors, warnings);
  const [gone, onGone] = useGonePicture(card?.image);
  return (
    <li className={styles.draft} data-draft={id}>
      <Proof reason={reason}>
        {card?.image && !gone && (
          <CardPicture
            picture={card.image}
            size="column"
            early={false}
            video={card.type === 'video'}
            className={styles.picture}
            onGone={onGone}
          />
        )}
        <Heading>
          <PageLink to={draftHref(id)} opens={false}>
            <Text lang={card?.lang}>{card?.title ?? title ?? draftViewStrings.untitled}</Text>
          </PageLink>
        </Heading>
        {/* The proof says it already where there is no more to say. */}
        {why !== draftStrings.reason[reason] && (
          <p className={styles.reason}>
            <bdi>{why}</bdi>
          </p>
        )}
        <p className={styles.facts}>
          {card ? (
            <>
              <span className={styles.provider}>
                <Badge provider={card.provider} />
                <bdi>{card.provider.name}</bdi>
              </span>
              <DateTime value={card.publishedDateTime} />
            </>
          ) : (
            <bdi>{path}</bdi>
          )}
          {quality !== undefined && <span>{draftViewStrings.score(quality, about.cutOff)}</span>}
          {faults !== '' && <strong>{faults}</strong>}
        </p>
        <VerdictBar entry={entry} />
      </Proof>
    </li>
  );
});
