import * as v from 'valibot';

/** What a reviewer can say of a draft; docs/preview.md tells what each of them writes. */
export const VERDICTS = ['publish', 'hold', 'remove'] as const;
export const Verdict = v.picklist(VERDICTS);
export type Verdict = v.InferOutput<typeof Verdict>;

export const LONGEST_NOTE = 2000;
export const LONGEST_NAME = 60;
