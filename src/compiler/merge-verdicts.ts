import type { Verdict } from '../schema/verdict.ts';
import type { GivenVerdict, VerdictsFile } from '../schema/verdicts-file.ts';

/** What reviewers say of one draft. isStale: all of them spoke of another text than there is now; earlier: how many did. */
export interface Merged {
  draft: string;
  verdicts: readonly Verdict[];
  isStale: boolean;
  earlier: number;
  notes: readonly { reviewer?: string; note: string }[];
}

interface Said extends GivenVerdict {
  from: string;
  reviewer?: string | undefined;
}

/**
 * Several reviewers' files as one. Of files from one browser the later word counts, of different reviewers every one:
 * `verdicts` has more than one where they contradict each other. judgedNow: the hash of a draft as it is, undefined for
 * ids that name none.
 */
export function mergeVerdicts(files: readonly VerdictsFile[], judgedNow: (draft: string) => string | undefined): Merged[] {
  const byDraft = new Map<string, Map<string, Said>>();
  for (const { from, reviewer, verdicts } of files) {
    for (const given of verdicts) {
      const said = byDraft.get(given.draft) ?? new Map<string, Said>();
      byDraft.set(given.draft, said);
      const before = said.get(from);
      if (!before || Date.parse(before.at) <= Date.parse(given.at)) said.set(from, { ...given, from, reviewer });
    }
  }
  return [...byDraft].map(([draft, said]) => {
    const all = [...said.values()];
    const live = all.filter(({ judged }) => judged === judgedNow(draft));
    const counted = live.length > 0 ? live : all;
    return {
      draft,
      verdicts: [...new Set(counted.map(({ verdict }) => verdict))],
      isStale: live.length === 0,
      earlier: all.length - live.length,
      notes: counted.flatMap(({ reviewer, note }) => (note ? [{ ...(reviewer !== undefined && { reviewer }), note }] : [])),
    };
  });
}
