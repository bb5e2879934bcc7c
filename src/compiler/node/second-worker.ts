import { parentPort } from 'node:worker_threads';
import { loadRenderer } from './load-renderer.ts';
import { markFirst, type Walked, walkSources } from './look-at-sources.ts';
import type { PageJob, PageSetup } from './page-pool.ts';
import { createPageWriter, type PageWriter } from './page-writer.ts';
import type { ParsedSources } from './parse-sources.ts';
import type { Answer, Question, Tasks } from './second-thread.ts';

let parseSources: ((paths: readonly string[]) => ParsedSources) | undefined;
let walked: Walked | undefined;
/** Rejects with why no page can be drawn. */
let pages: Promise<PageWriter> | undefined;

function writer(): Promise<PageWriter> {
  if (!pages) throw new Error('No page can be drawn before the thread knows how.');
  return pages;
}

const tasks: Tasks = {
  walk: (content) => {
    walked = walkSources(content);
    return walked;
  },
  mark: (content) => {
    if (!walked) throw new Error('No article can be looked at before the folder was walked.');
    return markFirst(content, walked);
  },
  beginParse: async (setup) => {
    // Most compiles ask for none of it, and wait for the thread to be there.
    const { createSourceParser } = await import('./parse-sources.ts');
    parseSources = createSourceParser(setup);
  },
  parse: (paths) => {
    if (!parseSources) throw new Error('No article can be parsed before the thread knows how.');
    return parseSources(paths);
  },
  begin: async (setup: PageSetup) => {
    pages = createPageWriter(setup);
    await pages;
  },
  load: async (renderer: string) => {
    await loadRenderer(renderer);
  },
  write: async (jobs: PageJob[]) => {
    const { write } = await writer();
    return jobs.map(write);
  },
  draw: async (job: PageJob) => (await writer()).draw(job),
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
