import { useEffect, useEffectEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { changesHref } from '../../lib/href.ts';
import type { DraftEntry } from '../../schema/preview.ts';
import type { Look } from './notebook.ts';
import { useReview } from './review-context.tsx';
import { useVerdictKeys } from './verdict-keys.ts';
import { allSeen, countChanges, oneSeen, whatChanged } from './what-changed.ts';

/**
 * The last look, when the address asks for what changed since. Who comes without asking for a draft is led there once, where
 * something changed; without a last look this is the first one. id: of the draft that fills the page, which is seen with it. keys: whether p, h, x, n and u
 * are for verdicts.
 */
export function useReviewing(id: string | undefined, keys: boolean): Look | undefined {
  const { notes, drafts, change } = useReview();
  useVerdictKeys(id, keys);
  const shown = drafts.entries.find((entry) => entry.id === id);
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [wanted, want] = useState(false);
  // A hash that names a place on the page leaves what is shown.
  const asked = hash === '' || hash.startsWith('#/') ? hash === '#/changes' : wanted;
  if (asked !== wanted) want(asked);
  const begin = useEffectEvent(() => {
    if (!notes?.look) change(allSeen(drafts.entries, drafts.damaged, Date.now()));
    else if (hash === '' && countChanges(whatChanged(notes.look, drafts.entries, drafts.damaged)) > 0)
      void navigate(changesHref(), { replace: true });
  });
  const isRead = notes !== undefined;
  useEffect(() => {
    if (isRead) begin();
  }, [isRead]);
  const see = useEffectEvent((entry: DraftEntry) => {
    if (notes?.look?.seen[entry.id] !== entry.version) change(oneSeen(entry));
  });
  useEffect(() => {
    if (isRead && shown) see(shown);
  }, [isRead, shown]);
  return asked ? notes?.look : undefined;
}
