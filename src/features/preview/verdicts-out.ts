import type { DraftEntry } from '../../schema/preview.ts';
import type { GivenVerdict, VerdictsFile } from '../../schema/verdicts-file.ts';
import type { Notes, NotesChange } from './notebook.ts';
import { verdictsOn } from './opinions.ts';

/** The file that `npm run review -- apply` reads. now: ms since 1970. */
export function exportVerdicts(notes: Notes, entries: readonly DraftEntry[], now: number): VerdictsFile {
  const verdicts = verdictsOn(notes, entries).map(
    ({ id, judged, verdict, note, at }): GivenVerdict => ({
      draft: id,
      judged,
      verdict,
      ...(note !== undefined && { note }),
      at: new Date(at).toISOString(),
    }),
  );
  const { from, reviewer } = notes;
  const file = { format: 'tearsheet-verdicts', version: 1, exportedAt: new Date(now).toISOString(), from, verdicts } as const;
  return reviewer === undefined ? file : { ...file, reviewer };
}

/** Remembers that these verdicts went out. */
export const withSent =
  (sent: VerdictsFile, now: number): NotesChange =>
  (notes) => {
    const at = new Map(sent.verdicts.map(({ draft, at: said }) => [draft, Date.parse(said)]));
    const opinions = Object.entries(notes.opinions).map(([id, one]) => [id, at.get(id) === one.at ? { ...one, sent: now } : one]);
    return { ...notes, opinions: Object.fromEntries(opinions) };
  };

export const withoutSent: NotesChange = (notes) => ({
  ...notes,
  opinions: Object.fromEntries(Object.entries(notes.opinions).filter(([, { sent }]) => sent === undefined)),
});
