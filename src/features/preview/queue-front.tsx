import type { ComponentProps } from 'react';
import { DraftQueue } from './draft-queue.tsx';
import { ReviewFront } from './review-front.tsx';

/** The first page of a preview: what changed, or the queue. */
export const QueueFront = ({
  look,
  ...queue
}: Pick<ComponentProps<typeof ReviewFront>, 'look'> & ComponentProps<typeof DraftQueue>) => (
  <ReviewFront look={look}>
    <DraftQueue {...queue} />
  </ReviewFront>
);
