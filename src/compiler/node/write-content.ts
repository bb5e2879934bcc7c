import { join } from 'node:path';
import type { Pages } from './create-pages.ts';
import type { Content } from './make-content.ts';
import { createWriteNew } from './write-new.ts';

/** Writes all content into a folder that nobody reads yet, as it is made. Settles when the last page is drawn, with the number of files. */
export async function writeContent(folder: string, content: Content, pages: Pages): Promise<number> {
  const write = createWriteNew();
  let written = content.pictures.length;
  for (const picture of content.pictures) write(join(folder, picture.path), picture.read());
  for (const output of content.outputs) {
    written++;
    if (output.kind === 'page') await pages.write(output);
    else {
      pages.see(output);
      write(join(folder, output.path), output.text);
    }
  }
  await pages.flush();
  return written;
}
