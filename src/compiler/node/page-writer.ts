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

/** Draws one page after the other, and writes those that came out other than they were. */
export async function createPageWriter(setup: PageSetup): Promise<(job: PageJob) => WrittenPage> {
  const { renderer, template, language, publication, fresh } = setup;
  const textOf = createPageText({ template, language, draw: (await loadRenderer(renderer))(publication) });
  const write = fresh ? createWriteNew() : writeWhole;
  return ({ path, plan }) => {
    const text = textOf({ ...plan, data: () => plan.data });
    const written = fresh || !holds(path, text);
    if (written) write(path, text);
    return { mark: markOf(path) ?? '', written };
  };
}

/** A file's size and time: it is taken for what was written as long as both stay. Undefined when there is none. */
export function markOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && `${stat.size} ${stat.mtimeMs}`;
}
