import { shownDraft } from './gate.ts';
import type { Corpus } from './model.ts';
import { type NeededPictures, picturesNeeded } from './pictures-needed.ts';

/** The pictures and logos of drafts, as picturesNeeded has those of public articles. The publication's own logo is not among them. */
export function draftPictures({ drafts, organizations }: Corpus): NeededPictures {
  return picturesNeeded({ settings: {}, organizations, articles: drafts.map(shownDraft) });
}
