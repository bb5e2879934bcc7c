/** Jobs that are done in a second thread and in this one, whichever has time. */
export interface WorkPool<Job, Done> {
  /** onDone: called when the job is done. Gives a promise where the caller has to wait before the next one. */
  add: (job: Job, onDone?: (done: Done) => void) => Promise<void> | undefined;
  /** Settles when all that was added is done; rejects with what went wrong. */
  flush: () => Promise<void>;
}

/** size: jobs in a batch. alone: for fewer jobs than this a second thread costs more than it brings. there, here: a batch, done in the second thread or in this one. */
interface Work<Job, Done> {
  size: number;
  alone: number;
  there: (jobs: Job[]) => Promise<Done[]>;
  here: (jobs: Job[]) => Done[] | Promise<Done[]>;
}

interface Waiting<Job, Done> {
  job: Job;
  onDone: ((done: Done) => void) | undefined;
}

/** More than this many batches under way and the thread that makes them works too. */
const AHEAD = 16;

export function createWorkPool<Job, Done>({ size, alone, there, here }: Work<Job, Done>): WorkPool<Job, Done> {
  const under = new Set<Promise<void>>();
  const faults: unknown[] = [];
  let waiting: Waiting<Job, Done>[] = [];
  let added = 0;
  const tell = (batch: readonly Waiting<Job, Done>[], done: readonly Done[]): void => {
    for (const [at, { onDone }] of batch.entries()) onDone?.(done[at] as Done);
  };
  const send = async (): Promise<void> => {
    const batch = waiting;
    const jobs = batch.map(({ job }) => job);
    waiting = [];
    if (added > alone && under.size < AHEAD) {
      if (jobs.length === 0) return;
      const done = there(jobs).then(
        (results) => tell(batch, results),
        (error: unknown) => void faults.push(error),
      );
      under.add(done);
      void done.then(() => under.delete(done));
      return;
    }
    tell(batch, await here(jobs));
    // The thread's answers are heard in between only: without a pause it would wait for its next batch until the end.
    await new Promise((done) => setImmediate(done));
  };
  return {
    add: (job, onDone) => {
      added++;
      waiting.push({ job, onDone });
      return waiting.length < size ? undefined : send();
    },
    flush: async () => {
      await send();
      await Promise.all(under);
      if (faults.length > 0) throw faults[0];
    },
  };
}
