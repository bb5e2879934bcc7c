import { statSync } from 'node:fs';
import { createPageText } from '../page-text.ts';
import { holds, writeWhole } from './atomic-file.ts';
import { loadRenderer } from './load-renderer.ts';
import type { PageJob, PageSetup } from './page-pool.ts';
import { createWriteNew } from './write-new.ts';

/** mark: how the page's file is on the disk (`markOf`). written: it was not so before. */
export interface WrittenPage {
  mark: string;
  written: boolean;
}

/** text: of a page. write: draws it, and writes it where it came out other than it was. */
export interface PageWriter {
  text: (job: PageJob) => string;
  write: (job: PageJob) => WrittenPage;
}

export async function createPageWriter(setup: PageSetup): Promise<PageWriter> {
  const { renderer, template, language, publication, fresh } = setup;
  const textOf = createPageText({ template, language, draw: (await loadRenderer(renderer))(publication) });
  const text = ({ plan }: PageJob): string => textOf({ ...plan, data: () => plan.data });
  const writeNew = createWriteNew();
  return {
    text,
    write: (job) => {
      if (!fresh) return putPage(job.path, text(job));
      writeNew(job.path, text(job));
      return { mark: markOf(job.path) ?? '', written: true };
    },
  };
}

/** Writes a page where it is not so already. path: whole. */
export function putPage(path: string, text: string): WrittenPage {
  const written = !holds(path, text);
  if (written) writeWhole(path, text);
  return { mark: markOf(path) ?? '', written };
}

/** A file's size and time: it is taken for what was written as long as both stay. Undefined when there is none. */
export function markOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && `${stat.size} ${stat.mtimeMs}`;
}
