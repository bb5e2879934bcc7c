import { statSync } from 'node:fs';
import { createPageText } from '../page-text.ts';
import { writeWhole } from './atomic-file.ts';
import { loadRenderer } from './load-renderer.ts';
import type { PageJob, PageSetup } from './page-pool.ts';
import { createWriteNew } from './write-new.ts';

/** Draws and writes one page after the other. What it gives tells how the file is on the disk: see `markOf`. */
export async function createPageWriter(setup: PageSetup): Promise<(job: PageJob) => string> {
  const { renderer, template, language, publication, fresh } = setup;
  const textOf = createPageText({ template, language, draw: (await loadRenderer(renderer))(publication) });
  const write = fresh ? createWriteNew() : writeWhole;
  return ({ path, plan }) => {
    write(path, textOf({ ...plan, data: () => plan.data }));
    return markOf(path) ?? '';
  };
}

/** A file's size and time: it is taken for what was written as long as both stay. Undefined when there is none. */
export function markOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && `${stat.size} ${stat.mtimeMs}`;
}
