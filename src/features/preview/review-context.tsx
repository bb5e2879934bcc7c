import { createContext, type ReactNode, use, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { OpenDrafts } from '../../data/drafts.ts';
import { reviewStrings as words } from '../../lib/review-strings.ts';
import type { DraftEntry } from '../../schema/preview.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { hex } from '../../seal/bytes.ts';
import { randomBytes } from '../../seal/derive.ts';
import { type NotebookState, type NotesChange, type Opinion, openNotebook } from './notebook.ts';
import { opinionOn, withNote, withOpinion, withVerdict } from './opinions.ts';
import { type ReviewAct, VerdictNotice } from './verdict-notice.tsx';

/** What a reviewer can do. The same functions for as long as the drafts are open. */
export interface ReviewActs {
  /** The same verdict a second time takes it back. */
  give: (entry: DraftEntry, verdict: Verdict) => void;
  note: (entry: DraftEntry, text: string) => void;
  undo: () => void;
  change: (change: NotesChange) => void;
  /** Opens the field for a draft's note, by its id. */
  write: (id: string | undefined) => void;
  say: (act: Omit<ReviewAct, 'turn'> | undefined) => void;
}

/** What was said of drafts. writing: the draft whose note is being written. */
export interface Review extends NotebookState, ReviewActs {
  drafts: OpenDrafts;
  writing: string | undefined;
}

const ReviewContext = createContext<Review | undefined>(undefined);

export function useReview(): Review {
  const review = use(ReviewContext);
  if (!review) throw new Error('useReview needs a ReviewProvider above it.');
  return review;
}

const FROM_LENGTH = 8;

/** Opens the reviewer's notes beside the drafts; both are gone together. */
export function ReviewProvider({ drafts, children }: { drafts: OpenDrafts; children: ReactNode }) {
  const [notebook] = useState(() => openNotebook(drafts.keeper, hex(randomBytes(FROM_LENGTH))));
  const state = useSyncExternalStore(notebook.subscribe, notebook.get);
  const [writing, write] = useState<string>();
  const [act, setAct] = useState<ReviewAct>();
  const done = useRef<{ id: string; before: Opinion | undefined }[]>([]);
  const acts = useMemo((): ReviewActs => {
    const { change } = notebook;
    const say: ReviewActs['say'] = (next) => setAct((last) => next && { ...next, turn: (last?.turn ?? 0) + 1 });
    const run = ({ id }: DraftEntry, one: NotesChange, text: string) => {
      done.current.push({ id, before: notebook.get().notes?.opinions[id] });
      change(one);
      say({ text, canUndo: true });
    };
    return {
      change,
      write,
      say,
      give: (entry, verdict) => {
        const next = opinionOn(notebook.get().notes, entry).now?.verdict === verdict ? undefined : verdict;
        run(entry, withVerdict(entry, next, Date.now()), words.act[next ?? 'none']);
      },
      note: (entry, text) => run(entry, withNote(entry, text, Date.now()), words.act.note),
      undo: () => {
        const last = done.current.pop();
        if (last) change(withOpinion(last.id, last.before));
        say({ text: last ? words.act.undone : words.act.nothing, canUndo: false });
      },
    };
  }, [notebook]);
  const review = useMemo((): Review => ({ ...state, ...acts, drafts, writing }), [state, acts, drafts, writing]);
  return (
    <ReviewContext value={review}>
      {children}
      <VerdictNotice act={act} onUndo={review.undo} onEnd={() => review.say(undefined)} />
    </ReviewContext>
  );
}
