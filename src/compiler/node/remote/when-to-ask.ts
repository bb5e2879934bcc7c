import type { Remote } from './remote-cache.ts';

const DAY = 86_400_000;
/** A copy younger than this is not asked about. */
const FRESH = 7 * DAY;
const LONGEST = 32 * DAY;

/** fetch: whole. check: only whether it changed. keep: it is there. wait: it failed, and its next try is not due. */
export type Step = 'fetch' | 'check' | 'keep' | 'wait';

/**
 * What a run does about a picture. made: what a new copy would be made with. One that failed once is tried at the next run, one that
 * failed again after a day, then two, four and so on up to 32.
 */
export function whatToDo(remote: Remote | undefined, isKept: boolean, made: string, now: number): Step {
  if (remote === undefined) return 'fetch';
  const pause = remote.failures < 2 ? 0 : Math.min(LONGEST, DAY * 2 ** (remote.failures - 2));
  // A clock that went back must not make anybody wait for ever.
  const age = Math.abs(now - remote.checked);
  if (remote.failures > 0 && age < pause) return isKept ? 'keep' : 'wait';
  if (!isKept || remote.made !== made) return 'fetch';
  return remote.failures > 0 || age > FRESH ? 'check' : 'keep';
}
