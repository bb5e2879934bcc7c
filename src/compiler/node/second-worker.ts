import { parentPort } from 'node:worker_threads';
import { lookAtSources } from './look-at-sources.ts';
import type { PageJob, PageSetup } from './page-pool.ts';
import { createPageWriter, type PageWriter } from './page-writer.ts';
import type { Answer, Question, Tasks } from './second-thread.ts';

let pages: PageWriter | undefined;

const writer = (): PageWriter => {
  if (!pages) throw new Error('No page can be drawn before the thread knows how.');
  return pages;
};

const tasks: Tasks = {
  look: lookAtSources,
  begin: async (setup: PageSetup) => {
    pages = await createPageWriter(setup);
  },
  load: async (renderer: string) => {
    await import('./load-renderer.ts').then(({ loadRenderer }) => loadRenderer(renderer));
  },
  write: (jobs: PageJob[]) => jobs.map((job) => writer().write(job)),
  draw: (job: PageJob) => writer().text(job),
};

/** One after the other, in the order of asking. */
let before: Promise<void> = Promise.resolve();
parentPort?.on('message', ({ task, input }: Question) => {
  before = before.then(async () => {
    const answer: Answer = await Promise.resolve()
      .then(() => (tasks[task] as (value: unknown) => unknown)(input))
      .then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
    parentPort?.postMessage(answer);
  });
});
