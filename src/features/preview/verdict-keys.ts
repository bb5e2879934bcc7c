import { reviewStrings as words } from '../../lib/review-strings.ts';
import type { DraftEntry } from '../../schema/preview.ts';
import { useSettings } from '../../store/reader-context.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useReview } from './review-context.tsx';

/** p, h and x give the draft at hand a verdict, n a note; u takes the last one back. shown: the id of the draft that fills the page. on: not where the reader's own keys are. */
export function useVerdictKeys(shown: string | undefined, on: boolean): void {
  const { drafts, give, write, undo, say } = useReview();
  const { keys } = useSettings();
  const withDraft = (use: (entry: DraftEntry) => void) => () => {
    const id = shown ?? document.activeElement?.closest<HTMLElement>('[data-draft]')?.dataset['draft'];
    const entry = drafts.entries.find((one) => one.id === id);
    if (entry) use(entry);
    else say({ text: words.act.noDraft, canUndo: false });
  };
  useKeys(
    {
      p: withDraft((entry) => give(entry, 'publish')),
      h: withDraft((entry) => give(entry, 'hold')),
      x: withDraft((entry) => give(entry, 'remove')),
      n: withDraft(({ id }) => write(id)),
      u: undo,
    },
    keys && on,
  );
}
