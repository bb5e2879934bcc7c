import { Worker } from 'node:worker_threads';
import type { markFirst, Walked } from './look-at-sources.ts';
import type { PageJob, PageSetup } from './page-pool.ts';
import type { WrittenPage } from './page-writer.ts';
import type { ParsedSources, ParseSetup } from './parse-sources.ts';

/** What the second thread does beside the first. Its answers come in the order of asking. */
export interface Tasks {
  /** `walkSources`, then `markFirst` of what it found. */
  walk: (content: string) => Walked;
  mark: (content: string) => ReturnType<typeof markFirst>;
  /** Before `parse`. */
  beginParse: (setup: ParseSetup) => Promise<void>;
  parse: (paths: string[]) => ParsedSources;
  /** Gets ready what draws pages, before it is known what they show. */
  load: (renderer: string) => Promise<void>;
  /** Before `write` and `draw`. */
  begin: (setup: PageSetup) => Promise<void>;
  write: (jobs: PageJob[]) => Promise<WrittenPage[]>;
  /** A page's bytes, not written yet. */
  draw: (job: PageJob) => Promise<Uint8Array>;
}

export interface Question {
  task: keyof Tasks;
  input: unknown;
}

export type Answer = { value: unknown } | { error: unknown };

export interface SecondThread {
  /** Rejects with what went wrong there; once the thread itself is gone, every question does. */
  ask: <Task extends keyof Tasks>(task: Task, input: Parameters<Tasks[Task]>[0]) => Promise<Awaited<ReturnType<Tasks[Task]>>>;
  close: () => Promise<void>;
}

/** A thread for as long as the work takes: one that is left would keep the process. */
export async function withThread<Result>(work: (thread: SecondThread) => Promise<Result>): Promise<Result> {
  const thread = startSecondThread();
  try {
    return await work(thread);
  } finally {
    await thread.close();
  }
}

function startSecondThread(): SecondThread {
  const worker = new Worker(new URL('./second-worker.mjs', import.meta.url));
  const asked: { resolve: (value: never) => void; reject: (error: unknown) => void }[] = [];
  let fault: Error | undefined;
  worker.on('message', (answer: Answer) => {
    const one = asked.shift();
    if ('error' in answer) one?.reject(answer.error);
    else one?.resolve(answer.value as never);
  });
  worker.on('error', (error) => {
    fault = error;
    for (const { reject } of asked.splice(0)) reject(error);
  });
  return {
    ask: (task, input) =>
      new Promise((resolve, reject) => {
        if (fault) return reject(fault);
        asked.push({ resolve, reject });
        worker.postMessage({ task, input } satisfies Question);
      }),
    close: async () => void (await worker.terminate()),
  };
}
