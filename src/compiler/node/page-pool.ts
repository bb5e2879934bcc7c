import type { PageData } from '../../schema/page-data.ts';
import type { PagePlan } from '../model.ts';
import { createPageWriter, putPage, type WrittenPage } from './page-writer.ts';
import type { SecondThread } from './second-thread.ts';

/** What drawing pages needs. renderer: path of the module that draws. fresh: they go into a new folder that nobody reads yet. */
export interface PageSetup {
  renderer: string;
  template: string;
  language: string;
  publication: string;
  fresh: boolean;
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
}

interface Waiting {
  job: PageJob;
  onWritten: (page: WrittenPage) => void;
}

const BATCH = 40;
/** More than this many batches under way and the thread that makes them draws too. */
const AHEAD = 10;
/** For fewer pages a second thread costs more than it brings. */
const ALONE = 200;

/** Draws pages in a second thread and in this one, whichever has time. */
export function createPagePool(setup: PageSetup, second: SecondThread): PagePool {
  const own = createPageWriter(setup);
  const thread = createBatches(setup, second);
  let waiting: Waiting[] = [];
  let added = 0;
  const send = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    if (added > ALONE && thread.length() < AHEAD) return batch.length > 0 ? thread.send(batch) : undefined;
    const { write } = await own;
    for (const { job, onWritten } of batch) onWritten(write(job));
    // The thread's answers are heard in between only: without a pause it would wait for its next batch until the end.
    await new Promise((done) => setImmediate(done));
  };
  return {
    add: (path, plan, onWritten) => {
      added++;
      waiting.push({ job: jobOf(path, plan), onWritten });
      return waiting.length < BATCH ? undefined : send();
    },
    flush: async () => {
      await send();
      await thread.settled();
    },
  };
}

const jobOf = (path: string, plan: PagePlan): PageJob => ({ path, plan: { ...plan, data: plan.data() } });

/** Batches of pages for the second thread. */
function createBatches(setup: PageSetup, thread: SecondThread) {
  let isReady = false;
  const under = new Set<Promise<void>>();
  const faults: unknown[] = [];
  return {
    length: () => under.size,
    send: (batch: Waiting[]): void => {
      const fail = (error: unknown): void => void faults.push(error);
      if (!isReady) thread.ask('begin', setup).catch(fail);
      isReady = true;
      const written = thread
        .ask(
          'write',
          batch.map(({ job }) => job),
        )
        .then((pages) => {
          for (const [at, { onWritten }] of batch.entries()) onWritten(pages[at] as WrittenPage);
        }, fail);
      under.add(written);
      void written.then(() => under.delete(written));
    },
    settled: async (): Promise<void> => {
      await Promise.all(under);
      if (faults.length > 0) throw faults[0];
    },
  };
}

/** More texts than these are not held. */
const MOST_AHEAD = 300;

/** Pages whose drawing begins when it is known that they are wanted, and that are written when their turn has come. */
export interface PagesAhead {
  /** Gives the page's writing. */
  begin: (path: string, plan: PagePlan) => () => Promise<WrittenPage>;
}

/** All in the second thread: they are few, and this one has other things to do. */
export function createPagesAhead(setup: PageSetup, thread: SecondThread): PagesAhead {
  // Where that fails each page says so.
  thread.ask('begin', setup).catch(() => undefined);
  let held = 0;
  return {
    begin: (path, plan) => {
      const job = jobOf(path, plan);
      const bytes = held < MOST_AHEAD ? thread.ask('draw', job) : undefined;
      if (bytes) held++;
      // Whoever writes the page hears of it; a compile that ends before does not ask.
      bytes?.catch(() => undefined);
      return async () => {
        const page = putPage(path, await (bytes ?? thread.ask('draw', job)));
        if (bytes) held--;
        return page;
      };
    },
  };
}
