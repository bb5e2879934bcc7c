import { join } from 'node:path';
import type { Pages } from './create-pages.ts';
import type { Content } from './make-content.ts';
import { createWriteNew } from './write-new.ts';

/**
 * Writes all content into a folder that nobody reads yet, as it is made. Settles when the last file is written, with how many there are.
 * Texts are written here: to hand them to the thread that draws pages takes as long as writing them.
 */
export async function writeContent(folder: string, content: Content, pages: Pages): Promise<number> {
  const write = createWriteNew();
  let written = content.pictures.length;
  for (const picture of content.pictures) write({ path: join(folder, picture.path), bytes: picture.read() });
  for (const output of content.outputs) {
    written++;
    if (output.kind === 'page') await pages.write(output);
    else {
      pages.see(output);
      write({ path: join(folder, output.path), bytes: output.text });
    }
  }
  // The other thread has pages to draw, still.
  content.keep?.()?.pack();
  await pages.flush();
  return written;
}
