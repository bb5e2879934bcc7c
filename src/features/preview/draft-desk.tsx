import { useState } from 'react';
import { useLocation } from 'react-router';
import type { OpenDrafts } from '../../data/drafts.ts';
import { previewStrings as words } from '../../lib/preview-strings.ts';
import { DraftQueue } from './draft-queue.tsx';
import { DraftView } from './draft-view.tsx';
import styles from './preview-room.module.css';
import { ASKED_NOTHING } from './reasons.ts';

/** The queue, or the draft that the address names. What was asked for is kept here, while drafts are looked at. */
export function DraftDesk({ drafts }: { drafts: OpenDrafts }) {
  const [asked, ask] = useState(ASKED_NOTHING);
  const id = useDraftId();
  const [last, keep] = useState<string>();
  if (id !== undefined) return <DraftView key={id} id={id} drafts={drafts} onShown={() => keep(id)} />;
  return (
    <>
      {drafts.damaged && (
        <p className={styles.warning} role="alert">
          {words.damaged}
        </p>
      )}
      <DraftQueue drafts={drafts} asked={asked} onAsk={ask} last={last} />
    </>
  );
}

/** Undefined for the queue. A hash that names a place on the page leaves what is shown. */
function useDraftId(): string | undefined {
  const { hash } = useLocation();
  const [shown, show] = useState<string>();
  const named = hash === '' || hash.startsWith('#/') ? (/^#\/d\/([\da-z]+)$/.exec(hash)?.[1] ?? '') : undefined;
  if (named !== undefined && named !== shown) show(named);
  return (named ?? shown) || undefined;
}
