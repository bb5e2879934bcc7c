import { memo } from 'react';
import { draftHref } from '../../lib/href.ts';
import { previewStrings as words } from '../../lib/preview-strings.ts';
import type { DraftEntry, PreviewAbout } from '../../schema/preview.ts';
import { Badge } from '../../ui/badge.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { Proof } from '../../ui/proof.tsx';
import { Text } from '../../ui/text.tsx';
import { CardPicture } from '../article/card-picture.tsx';
import { useGonePicture } from '../article/use-gone-picture.ts';
import styles from './draft-queue.module.css';
import { reasonText } from './reasons.ts';

/** A draft in the queue, on a proof, with the reason why nobody else sees it. */
export const DraftLine = memo(function DraftLine({ entry, about }: { entry: DraftEntry; about: PreviewAbout }) {
  const { id, card, title, path, reason, quality, errors, warnings } = entry;
  const faults = words.reason.faults(errors, warnings);
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
        <h3>
          <PageLink to={draftHref(id)} opens={false}>
            <Text lang={card?.lang}>{card?.title ?? title ?? words.untitled}</Text>
          </PageLink>
        </h3>
        <p className={styles.reason}>
          <bdi>{reasonText(entry, about)}</bdi>
        </p>
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
          {quality !== undefined && <span>{words.score(quality, about.cutOff)}</span>}
          {faults !== '' && <strong>{faults}</strong>}
        </p>
      </Proof>
    </li>
  );
});
