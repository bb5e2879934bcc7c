import { lazy, Suspense, useState } from 'react';
import { changesHref } from '../../lib/href.ts';
import { changesStrings, trayStrings as words } from '../../lib/tray-strings.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { verdictsOn } from './opinions.ts';
import { type Review, useReview } from './review-context.tsx';
import styles from './verdict-tray.module.css';
import { countChanges, whatChanged } from './what-changed.ts';

const ExportVerdicts = lazy(async () => ({ default: (await import('./export-verdicts.tsx')).ExportVerdicts }));

const EarlierPart = lazy(async () => ({ default: (await import('./earlier-part.tsx')).EarlierPart }));

/** What was said so far, where it is kept, and the way out of this browser. One line, until somebody wants out. */
export function VerdictTray({ onChanges }: { onChanges: boolean }) {
  const review = useReview();
  const { notes, kept, drafts, others } = review;
  const [isOpen, show] = useState(false);
  const verdicts = verdictsOn(notes, drafts.entries);
  const unsent = verdicts.filter(({ sent }) => sent === undefined).length;
  const count = verdicts.length === 0 ? words.none : words.count(verdicts.length);
  return (
    <section className={styles.tray} tabIndex={-1} aria-label={words.title}>
      {notes && verdicts.length > 0 ? (
        <details onToggle={({ currentTarget }) => show(currentTarget.open)}>
          <summary>
            {count}
            {unsent > 0 && `, ${words.unsent(unsent)}`}
          </summary>
          {isOpen && (
            <Suspense>
              <ExportVerdicts />
            </Suspense>
          )}
        </details>
      ) : (
        <p>{count}</p>
      )}
      {!onChanges && <ChangesLink {...review} />}
      {!kept && (
        <p className={styles.lost}>
          <strong>{words.notKept}</strong>
        </p>
      )}
      {others.length > 0 && (
        <Suspense>
          <EarlierPart />
        </Suspense>
      )}
    </section>
  );
}

function ChangesLink({ notes, drafts }: Review) {
  const [opened] = useState(() => Date.now());
  if (!notes?.look) return null;
  const count = countChanges(whatChanged(notes.look, drafts.entries, drafts.damaged));
  // The first look is no last one.
  if (count === 0) return notes.look.at < opened && <p>{changesStrings.none}</p>;
  return (
    <PageLink to={changesHref()} opens={false}>
      {changesStrings.link(count)}
    </PageLink>
  );
}
