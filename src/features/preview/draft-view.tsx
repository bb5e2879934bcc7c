import { lazy, type RefObject, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { OpenDrafts } from '../../data/drafts.ts';
import { draftViewStrings } from '../../lib/draft-view-strings.ts';
import { previewStrings as words } from '../../lib/preview-strings.ts';
import type { DraftFile } from '../../schema/preview.ts';
import { Proof } from '../../ui/proof.tsx';
import type { Asked } from './asked.ts';
import { DraftFacts } from './draft-facts.tsx';
import { DraftNav } from './draft-nav.tsx';
import { DraftReading } from './draft-reading.tsx';
import styles from './draft-view.module.css';
import { VerdictBar } from './verdict-bar.tsx';

const GoneDraft = lazy(async () => ({ default: (await import('./gone-draft.tsx')).GoneDraft }));

interface DraftViewProps {
  id: string;
  drafts: OpenDrafts;
  asked: Asked;
  onShown: () => void;
}

/** One draft as readers would see it, beside what the build knows of it. */
export function DraftView({ id, drafts, asked, onShown }: DraftViewProps) {
  const entry = drafts.entries.find((one) => one.id === id);
  const file = useDraft(id, drafts);
  const page = useReading(typeof file === 'object');
  const shown = useEffectEvent(onShown);
  useEffect(() => shown(), []);
  return (
    <>
      <DraftNav id={id} entries={drafts.entries} asked={asked} />
      {!entry && (
        <Suspense>
          <GoneDraft id={id} drafts={drafts} />
        </Suspense>
      )}
      {entry && (
        <div className={styles.verdict}>
          <VerdictBar entry={entry} />
        </div>
      )}
      {entry && file === 'loading' && <p role="status">{words.loading}</p>}
      {entry && file === 'unread' && <p role="alert">{draftViewStrings.unread}</p>}
      {entry && typeof file === 'object' && (
        <Proof reason={entry.reason}>
          <div ref={page} className={styles.page} tabIndex={-1} role="group" aria-label={entry.card?.title ?? entry.title}>
            <DraftReading entry={entry} file={file} />
            <DraftFacts entry={entry} file={file} about={drafts.about} />
          </div>
        </Proof>
      )}
    </>
  );
}

/** Focus that was lost with what stood here before, or lies around the draft, goes to it: reading begins there. */
function useReading(isThere: boolean): RefObject<HTMLDivElement | null> {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isThere && document.activeElement?.contains(page.current)) page.current?.focus({ preventScroll: true });
  }, [isThere]);
  return page;
}

function useDraft(id: string, drafts: OpenDrafts): DraftFile | 'loading' | 'unread' {
  const [file, setFile] = useState<DraftFile | 'loading' | 'unread'>('loading');
  useEffect(() => {
    let left = false;
    const show = (next: DraftFile | undefined) => !left && setFile(next ?? 'unread');
    drafts.read(id).then(show, () => show(undefined));
    return () => {
      left = true;
    };
  }, [id, drafts]);
  return file;
}
