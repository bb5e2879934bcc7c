import { join } from 'node:path';
import type { Pages } from './create-pages.ts';
import type { Content } from './make-content.ts';
import type { SecondThread } from './second-thread.ts';
import { createWorkPool } from './work-pool.ts';
import { createWriteNew, type NewFile } from './write-new.ts';

const BATCH = 100;

/**
 * Writes all content into a folder that nobody reads yet, as it is made, with the help of a second thread. Settles when the last file is
 * written, with how many there are.
 */
export async function writeContent(folder: string, content: Content, pages: Pages, thread: SecondThread): Promise<number> {
  const write = createWriteNew();
  const files = createWorkPool<NewFile, void>({
    size: BATCH,
    alone: BATCH,
    there: async (jobs) => {
      await thread.ask('put', jobs);
      return [];
    },
    here: (jobs) => jobs.map(write),
  });
  let written = content.pictures.length;
  for (const picture of content.pictures) write({ path: join(folder, picture.path), bytes: picture.read() });
  for (const output of content.outputs) {
    written++;
    if (output.kind === 'page') await pages.write(output);
    else {
      pages.see(output);
      await files.add({ path: join(folder, output.path), bytes: output.text });
    }
  }
  // The other thread has pages to draw, still.
  content.keep?.()?.pack();
  await files.flush();
  await pages.flush();
  return written;
}
