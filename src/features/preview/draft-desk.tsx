import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import type { OpenDrafts } from '../../data/drafts.ts';
import { ASKED_NOTHING } from './asked.ts';
import { isInPlace } from './in-place-address.ts';
import { ReviewProvider } from './review-context.tsx';
import { SealedPictures } from './sealed-picture.tsx';
import { allShown, type Shown } from './shown-drafts.ts';
import { useReviewing } from './use-reviewing.ts';

const QueueFront = lazy(async () => ({ default: (await loadQueue()).QueueFront }));
const DraftView = lazy(async () => ({ default: (await import('./draft-view.tsx')).DraftView }));
const LineNote = lazy(async () => ({ default: (await import('./line-note.tsx')).LineNote }));
const LinePage = lazy(async () => ({ default: (await import('./line-page.tsx')).LinePage }));

/** Asked for ahead, so that the queue is there with its keys when the drafts are open. */
export const loadQueue = () => import('./queue-front.tsx');

export interface DraftDeskProps {
  drafts: OpenDrafts;
  /** Draws the reader with drafts in it. */
  renderInPlace: (what: { drafts: OpenDrafts; shown: Shown; note?: ReactNode }) => ReactNode;
}

export const DraftDesk = (props: DraftDeskProps) => (
  <SealedPictures drafts={props.drafts}>
    <ReviewProvider drafts={props.drafts}>
      <Desk {...props} />
    </ReviewProvider>
  </SealedPictures>
);

/** The queue, or the draft that the address names. What was asked for is kept here, while drafts are looked at. */
function Desk({ drafts, renderInPlace }: DraftDeskProps) {
  const [asked, ask] = useState(ASKED_NOTHING);
  const id = useDraftId();
  const [last, keep] = useState<string>();
  const { hash } = useLocation();
  const look = useReviewing(id, !isInPlace(hash));
  const [line, move] = useState(drafts.about.cutOff);
  const [atLine, see] = useState<Shown>();
  const all = useMemo(() => allShown(drafts.entries), [drafts]);
  const everything = () => see(undefined);
  const moveTo = (to: number) => {
    move(to);
    everything();
  };
  const page = () => {
    if (isInPlace(hash)) {
      const note = atLine && <LineNote line={line} onAll={everything} />;
      return renderInPlace({ drafts, shown: atLine ?? all, note });
    }
    if (hash === '#/line/') return <LinePage drafts={drafts} line={line} onMove={moveTo} onSee={see} />;
    if (id !== undefined) return <DraftView key={id} id={id} drafts={drafts} asked={asked} onShown={() => keep(id)} />;
    return <QueueFront look={look} onInPlace={everything} drafts={drafts} asked={asked} onAsk={ask} last={last} />;
  };
  return <Suspense>{page()}</Suspense>;
}

/** Undefined for the queue. A hash that names a place on the page leaves what is shown. */
function useDraftId(): string | undefined {
  const { hash } = useLocation();
  const [shown, show] = useState<string>();
  const named = hash === '' || hash.startsWith('#/') ? (/^#\/d\/([\da-z]+)$/.exec(hash)?.[1] ?? '') : undefined;
  if (named !== undefined && named !== shown) show(named);
  return (named ?? shown) || undefined;
}
