import { Worker } from 'node:worker_threads';
import type { PageData } from '../../schema/page-data.ts';
import type { PagePlan } from '../model.ts';
import { createPageWriter, type WrittenPage } from './page-writer.ts';

/** What drawing pages needs. renderer: path of the module that draws. fresh: they go into a new folder that nobody reads yet. */
export interface PageSetup {
  renderer: string;
  template: string;
  language: string;
  publication: string;
  fresh: boolean;
  /** All pages are drawn in the second thread, which begins at once: there are few, and this thread has other things to do. */
  apart?: boolean;
}

/** A page to draw. path: whole. Its plan can go to another thread. */
export interface PageJob {
  path: string;
  plan: Omit<PagePlan, 'data'> & { data: PageData };
}

export interface PagePool {
  add: (path: string, plan: PagePlan, onWritten: (page: WrittenPage) => void) => Promise<void> | undefined;
  /** Settles when all that was added is written; rejects with what went wrong. */
  flush: () => Promise<void>;
  close: () => Promise<void>;
}

interface Waiting {
  job: PageJob;
  onWritten: (page: WrittenPage) => void;
}

const BATCH = 40;
/** More than this many batches under way and the thread that makes them draws too. */
const AHEAD = 3;
/** For fewer pages a second thread costs more than it brings. */
const ALONE = 200;

/** Draws pages in a second thread and in this one, whichever has time. */
export function createPagePool(setup: PageSetup): PagePool {
  const own = setup.apart ? undefined : createPageWriter(setup);
  const thread = createThread(setup);
  if (setup.apart) thread.begin();
  let waiting: Waiting[] = [];
  let added = 0;
  const send = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    if (!own || (added > ALONE && thread.length() < AHEAD)) return batch.length > 0 ? thread.send(batch) : undefined;
    const write = await own;
    for (const { job, onWritten } of batch) onWritten(write(job));
    // The thread's answers are heard in between only: without a pause it would wait for its next batch until the end.
    await new Promise((done) => setImmediate(done));
  };
  return {
    add: (path, plan, onWritten) => {
      added++;
      waiting.push({ job: { path, plan: { ...plan, data: plan.data() } }, onWritten });
      return waiting.length < BATCH ? undefined : send();
    },
    flush: async () => {
      await send();
      await thread.settled();
    },
    close: () => thread.close(),
  };
}

/** The second thread, begun with its first batch. */
function createThread(setup: PageSetup) {
  let worker: Worker | undefined;
  const sent: { batch: Waiting[]; done: (error?: Error) => void }[] = [];
  const under = new Set<Promise<void>>();
  let fault: Error | undefined;
  const begin = (): Worker => {
    const made = new Worker(new URL('./page-worker.mjs', import.meta.url), { workerData: setup });
    made.on('message', (pages: WrittenPage[]) => {
      const { batch, done } = sent.shift() ?? { batch: [], done: () => undefined };
      batch.forEach(({ onWritten }, at) => onWritten(pages[at] as WrittenPage));
      done();
    });
    made.on('error', (error) => {
      fault = error;
      for (const { done } of sent.splice(0)) done(error);
    });
    return made;
  };
  return {
    begin: (): void => {
      worker ??= begin();
    },
    length: () => under.size,
    send: (batch: Waiting[]): void => {
      worker ??= begin();
      const settled = new Promise<void>((resolve, reject) => {
        sent.push({ batch, done: (error) => (error ? reject(error) : resolve()) });
      });
      under.add(settled);
      void settled.then(
        () => under.delete(settled),
        () => undefined,
      );
      worker.postMessage(batch.map(({ job }) => job));
    },
    settled: async (): Promise<void> => {
      await Promise.all(under);
      if (fault) throw fault;
    },
    close: async (): Promise<void> => void (await worker?.terminate()),
  };
}
