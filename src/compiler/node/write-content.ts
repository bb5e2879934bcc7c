import type { PageData } from '../../schema/page-data.ts';
import type { TextOutput } from '../model.ts';
import type { Pages } from './create-pages.ts';
import type { Content } from './make-content.ts';
import type { ShownFile } from './page-pool.ts';
import { createWriteNew } from './write-new.ts';

/** Texts come before the page that shows them, but for a few always right before it. */
const MOST_WAITING = 3;

/** Writes all content into a folder that nobody reads yet, as it is made. Settles when the last file is written, with how many there are. */
export async function writeContent(folder: string, content: Content, pages: Pages): Promise<number> {
  const write = createWriteNew();
  const put = ({ path, text }: TextOutput): void => write({ path: `${folder}/${path}`, bytes: text });
  let waiting: TextOutput[] = [];
  let written = content.pictures.length;
  for (const picture of content.pictures) write({ path: `${folder}/${picture.path}`, bytes: picture.read() });
  for (const output of content.outputs) {
    written++;
    if (output.kind === 'page') {
      const shown = shownOf(waiting.splice(0), output.plan.data());
      for (const text of shown.others) put(text);
      await pages.write(
        output,
        shown.files.map(({ path, key }) => ({ path: `${folder}/${path}`, key })),
      );
    } else {
      pages.see(output);
      waiting.push(output);
      if (waiting.length > MOST_WAITING) put(waiting.shift() as TextOutput);
    }
  }
  waiting.forEach(put);
  waiting = [];
  // The other thread has pages to draw, still.
  content.keep?.()?.pack();
  await pages.flush();
  return written;
}

/** Which texts a page shows. To hand them to another thread a second time would take as long as writing them. */
function shownOf(texts: readonly TextOutput[], data: PageData): { files: ShownFile[]; others: TextOutput[] } {
  const files: ShownFile[] = [];
  const others: TextOutput[] = [];
  const shown = Object.entries(data);
  for (const output of texts) {
    const key = shown.find(([, text]) => text === output.text)?.[0];
    if (key === undefined) others.push(output);
    else files.push({ path: output.path, key });
  }
  return { files, others };
}
