import type { ComponentProps } from 'react';
import { previewStrings as words } from '../../lib/preview-strings.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { DraftQueue } from './draft-queue.tsx';
import { inPlaceHref, lineHref } from './in-place-address.ts';
import styles from './preview-room.module.css';
import { ReviewFront } from './review-front.tsx';

interface QueueFrontProps extends Pick<ComponentProps<typeof ReviewFront>, 'look'>, ComponentProps<typeof DraftQueue> {
  /** All drafts are to be shown in place. */
  onInPlace: () => void;
}

/** The first page of a preview: the ways on, and what changed, or the queue. */
export const QueueFront = ({ look, onInPlace, ...queue }: QueueFrontProps) => (
  <>
    <p className={styles.ways}>
      <PageLink to={inPlaceHref()} opens={false} onClick={onInPlace}>
        {words.inPlace.title}
      </PageLink>
      <PageLink to={lineHref()} opens={false}>
        {words.line.title}
      </PageLink>
    </p>
    <ReviewFront look={look}>
      <DraftQueue {...queue} />
    </ReviewFront>
  </>
);
