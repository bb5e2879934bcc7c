import { closeSync, fstatSync, mkdirSync, openSync, type Stats, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PagePlan } from '../model.ts';
import { createPageText } from '../page-text.ts';
import { holds, writeWhole } from './atomic-file.ts';
import { loadRenderer } from './load-renderer.ts';
import { createPageBytes } from './page-bytes.ts';
import type { PageJob, PageSetup } from './page-pool.ts';
import { createPageKeys } from './page-state.ts';
import { createWriteNew } from './write-new.ts';

/** mark: how the page's file is on the disk (`markOf`). written: it was not so before. key: where the setup asks for it. */
export interface WrittenPage {
  mark: string;
  written: boolean;
  key?: string;
}

/** draw: a page's bytes, UTF-8. write: draws it, and writes it where it came out other than it was. */
export interface PageWriter {
  draw: (job: PageJob) => Uint8Array;
  write: (job: PageJob) => WrittenPage;
}

export async function createPageWriter(setup: PageSetup): Promise<PageWriter> {
  const { renderer, template, language, publication, fresh, made } = setup;
  const textOf = createPageText({ template, language, draw: (await loadRenderer(renderer))(publication) });
  const bytesOf = createPageBytes();
  const putText = createWriteNew();
  const keyOf = made === undefined ? undefined : createPageKeys({ made, language, publication });
  const planOf = ({ plan }: PageJob): PagePlan => ({ ...plan, data: () => plan.data });
  return {
    draw: (job) => bytesOf(textOf(planOf(job))).slice(),
    write: (job) => {
      for (const { path, key } of job.shown) putText({ path, bytes: String(Reflect.get(job.plan.data, key)) });
      const plan = planOf(job);
      const page = (fresh ? putNewPage : putPage)(job.path, bytesOf(textOf(plan)));
      return keyOf ? { ...page, key: keyOf(plan) } : page;
    },
  };
}

/** Writes a page where it is not so already. path: whole. */
export function putPage(path: string, bytes: Uint8Array): WrittenPage {
  const written = !holds(path, bytes);
  if (written) writeWhole(path, bytes);
  return { mark: markOf(path) ?? '', written };
}

/** The same in a folder that nobody reads yet: each page has a folder of its own. */
function putNewPage(path: string, bytes: Uint8Array): WrittenPage {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    return { mark: markIn(fstatSync(file)), written: true };
  } finally {
    closeSync(file);
  }
}

/** A file's size and time: it is taken for what was written as long as both stay. Undefined when there is none. */
export function markOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && markIn(stat);
}

const markIn = ({ size, mtimeMs }: Stats): string => `${size} ${mtimeMs}`;
