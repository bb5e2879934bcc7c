import { parentPort, workerData } from 'node:worker_threads';
import type { PageJob, PageSetup } from './page-pool.ts';
import { createPageWriter } from './page-writer.ts';

/** Draws pages and writes them, beside the thread that makes what they show. Answers each batch with what `createPageWriter` gives. */
async function work(setup: PageSetup): Promise<void> {
  const write = await createPageWriter(setup);
  parentPort?.on('message', (batch: PageJob[]) => parentPort?.postMessage(batch.map(write)));
}

void work(workerData as PageSetup);
