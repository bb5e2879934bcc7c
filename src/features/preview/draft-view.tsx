import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import type { OpenDrafts } from '../../data/drafts.ts';
import { draftViewStrings } from '../../lib/draft-view-strings.ts';
import { previewHref } from '../../lib/href.ts';
import { previewStrings as words } from '../../lib/preview-strings.ts';
import type { DraftFile } from '../../schema/preview.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { Proof } from '../../ui/proof.tsx';
import { DraftFacts } from './draft-facts.tsx';
import { DraftReading } from './draft-reading.tsx';
import styles from './draft-view.module.css';
import { VerdictBar } from './verdict-bar.tsx';

const GoneDraft = lazy(async () => ({ default: (await import('./gone-draft.tsx')).GoneDraft }));

interface DraftViewProps {
  id: string;
  drafts: OpenDrafts;
  onShown: () => void;
}

/** One draft as readers would see it, beside what the build knows of it. */
export function DraftView({ id, drafts, onShown }: DraftViewProps) {
  const entry = drafts.entries.find((one) => one.id === id);
  const file = useDraft(id, drafts);
  const shown = useEffectEvent(onShown);
  useEffect(() => shown(), []);
  return (
    <>
      <p className={styles.back}>
        <PageLink to={previewHref()} opens={false}>
          {words.back}
        </PageLink>
      </p>
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
          <div className={styles.page}>
            <DraftReading entry={entry} file={file} />
            <DraftFacts entry={entry} file={file} about={drafts.about} />
          </div>
        </Proof>
      )}
    </>
  );
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
