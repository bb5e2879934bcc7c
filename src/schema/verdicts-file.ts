import * as v from 'valibot';
import { LONGEST_NAME, LONGEST_NOTE, Verdict } from './verdict.ts';

const VERDICTS_FORMAT = 'tearsheet-verdicts';
export const VERDICTS_VERSION = 1;

const time = v.pipe(
  v.string(),
  v.maxLength(30),
  v.check((text) => Number.isFinite(Date.parse(text))),
);
const hex = (digits: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${digits}}$`)));

/** draft: its id in the preview. judged: the hash of the text that was judged. at: ISO 8601. */
export const GivenVerdict = v.object({
  draft: hex(20),
  judged: hex(32),
  verdict: Verdict,
  note: v.optional(v.pipe(v.string(), v.maxLength(LONGEST_NOTE))),
  at: time,
});
export type GivenVerdict = v.InferOutput<typeof GivenVerdict>;

/** To be read first: whether a file is one of ours, and not a newer one. */
export const VerdictsHead = v.object({ format: v.literal(VERDICTS_FORMAT), version: v.number() });

/**
 * The one file that verdicts travel in. from: random, the same in every file of one browser and key, so that a later file
 * takes an earlier one's place. reviewer: as they call themselves. It holds no word of a draft.
 */
export const VerdictsFile = v.object({
  format: v.literal(VERDICTS_FORMAT),
  version: v.literal(VERDICTS_VERSION),
  exportedAt: time,
  from: hex(16),
  reviewer: v.optional(v.pipe(v.string(), v.maxLength(LONGEST_NAME))),
  verdicts: v.array(GivenVerdict),
});
export type VerdictsFile = v.InferOutput<typeof VerdictsFile>;
