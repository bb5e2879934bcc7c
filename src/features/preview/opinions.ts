import type { DraftEntry } from '../../schema/preview.ts';
import type { Verdict } from '../../schema/verdict.ts';
import type { Notes, NotesChange, Opinion } from './notebook.ts';

type Judged = Pick<DraftEntry, 'id' | 'judged'>;

/** What was said of a draft's text as it is; earlier: of another one, and to be judged anew. */
export function opinionOn(notes: Notes | undefined, { id, judged }: Judged): { now?: Opinion; earlier?: Opinion } {
  const opinion = notes?.opinions[id];
  if (!opinion) return {};
  return opinion.judged === judged ? { now: opinion } : { earlier: opinion };
}

/** Says a verdict, or with undefined takes it back. A note stays. at: ms since 1970. */
export const withVerdict = ({ id, judged }: Judged, verdict: Verdict | undefined, at: number): NotesChange =>
  changed(id, (before) => tidy({ judged, verdict, note: before?.judged === judged ? before.note : undefined, at }));

/** An empty note is none. */
export const withNote = ({ id, judged }: Judged, note: string, at: number): NotesChange =>
  changed(id, (before) => tidy({ judged, verdict: before?.judged === judged ? before.verdict : undefined, note, at }));

/** As it was before. */
export const withOpinion = (id: string, opinion: Opinion | undefined): NotesChange => changed(id, () => opinion);

interface Loose {
  judged: string;
  verdict: Verdict | undefined;
  note: string | undefined;
  at: number;
}

function tidy({ judged, verdict, note, at }: Loose): Opinion | undefined {
  const text = note?.trim() ?? '';
  if (verdict === undefined && text === '') return undefined;
  return { judged, at, ...(verdict && { verdict }), ...(text !== '' && { note: text }) };
}

const changed =
  (id: string, change: (before: Opinion | undefined) => Opinion | undefined): NotesChange =>
  (notes) => {
    const { [id]: before, ...others } = notes.opinions;
    const after = change(before);
    return { ...notes, opinions: after ? { ...others, [id]: after } : others };
  };

/** Verdicts on the drafts as they are here, in the order in which they were given. */
export const verdictsOn = (
  notes: Notes | undefined,
  entries: readonly DraftEntry[],
): (Opinion & { id: string; verdict: Verdict })[] =>
  entries
    .flatMap((entry) => {
      const { now } = opinionOn(notes, entry);
      return now?.verdict ? [{ ...now, verdict: now.verdict, id: entry.id }] : [];
    })
    .sort((one, other) => one.at - other.at);
