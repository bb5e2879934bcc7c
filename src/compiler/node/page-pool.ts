import type { PageData } from '../../schema/page-data.ts';
import type { PagePlan } from '../model.ts';
import { createPageWriter, putPage, type WrittenPage } from './page-writer.ts';
import type { SecondThread } from './second-thread.ts';
import { createWorkPool } from './work-pool.ts';

/**
 * What drawing pages needs. renderer: path of the module that draws. fresh: they go into a new folder that nobody reads yet. made: what
 * their keys begin with, where those are wanted with them.
 */
export interface PageSetup {
  renderer: string;
  template: string;
  language: string;
  publication: string;
  fresh: boolean;
  made?: string;
}

/** A file of a new folder whose text a page shows. path: whole; key: of the page's data. */
export interface ShownFile {
  path: string;
  key: string;
}

/** A page to draw. path: whole. Its plan can go to another thread. shown: files to write with it. */
export interface PageJob {
  path: string;
  shown: readonly ShownFile[];
  plan: Omit<PagePlan, 'data'> & { data: PageData };
}

export interface PagePool {
  add: (
    page: { path: string; plan: PagePlan; shown: readonly ShownFile[] },
    onWritten: (page: WrittenPage) => void,
  ) => Promise<void> | undefined;
  /** Settles when all that was added is written; rejects with what went wrong. */
  flush: () => Promise<void>;
}

const BATCH = 40;
const ALONE = 80;

export function createPagePool(setup: PageSetup, thread: SecondThread): PagePool {
  const own = createPageWriter(setup);
  let begun: Promise<void> | undefined;
  const pool = createWorkPool<PageJob, WrittenPage>({
    size: BATCH,
    alone: ALONE,
    there: async (jobs) => {
      begun ??= thread.ask('begin', setup);
      const [, written] = await Promise.all([begun, thread.ask('write', jobs)]);
      return written;
    },
    here: async (jobs) => jobs.map((await own).write),
  });
  return { ...pool, add: ({ path, plan, shown }, onWritten) => pool.add(jobOf(path, plan, shown), onWritten) };
}

const jobOf = (path: string, plan: PagePlan, shown: readonly ShownFile[] = []): PageJob => ({
  path,
  shown,
  plan: { ...plan, data: plan.data() },
});

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
