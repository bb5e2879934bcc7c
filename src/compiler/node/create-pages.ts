import { join } from 'node:path';
import { MANIFEST } from '../../schema/paths.ts';
import type { PageOutput, PagePlan, TextOutput } from '../model.ts';
import type { BuildRecord } from './build-record.ts';
import { openPolicy } from './csp.ts';
import { createPagePool, createPagesAhead, type PagePool, type PagesAhead, type ShownFile } from './page-pool.ts';
import { createPageKeys, type KeptPages, type PageState } from './page-state.ts';
import { markOf, type WrittenPage } from './page-writer.ts';
import type { SecondThread } from './second-thread.ts';

/** The pages of a build: which are as they should be, and drawing the others. */
export interface Pages {
  /** To be shown every other file of the output: pages begin when the publication's own table of contents was there. */
  see: (output: TextOutput) => void;
  /** The page to draw; undefined where what lies there was made from the same. */
  changed: (output: PageOutput) => ChangedPage | undefined;
  /** onWritten: called when its file became another, before `flush` settles. */
  draw: (page: ChangedPage, onWritten?: () => void, shown?: readonly ShownFile[]) => Promise<void> | undefined;
  /** Draws a page of a new folder. shown: files whose texts it shows, to be written with it: they go where it is drawn anyway. */
  write: (output: PageOutput, shown: readonly ShownFile[]) => Promise<void> | undefined;
  flush: () => Promise<void>;
  close: () => Promise<void>;
  /** What the pages are made from, of all that were asked for. */
  state: PageState;
}

/** key: undefined where whoever writes it makes it. */
export interface ChangedPage {
  path: string;
  plan: PagePlan;
  key: string | undefined;
  /** Writes it, where its drawing began already. */
  put?: (() => Promise<WrittenPage>) | undefined;
}

interface PagesOptions {
  folder: string;
  /** The folder is new, and nobody reads it yet. */
  fresh: boolean;
  language: string;
  renderer: string;
  record: BuildRecord;
  /** The origin of the image service that delivers pictures, where the publication has one. */
  engine?: string | undefined;
  /** What the pages were made from before. */
  before?: KeptPages;
  thread: SecondThread;
  /** There are few pages to draw, and they are drawn while others are looked for. */
  ahead?: boolean;
}

/** What draws pages, once it is known what they stand in. */
interface Begun {
  pool?: PagePool;
  inTime?: PagesAhead;
  keyOf?: (plan: PagePlan) => string;
}

function begin(options: PagesOptions, publication: string): Begun {
  const { language, renderer, record, fresh, engine, thread, ahead } = options;
  const template = openPolicy(record.template, engine);
  const made = `${record.shell}\n${template}`;
  const setup = { renderer, template, language, publication, fresh };
  if (ahead) return { inTime: createPagesAhead(setup, thread), keyOf: createPageKeys({ made, language, publication }) };
  // Where no page can be as it was, nobody asks for its key before it is written: the thread that writes it makes it.
  if (hasNone(options)) return { pool: createPagePool({ ...setup, made }, thread) };
  return { pool: createPagePool(setup, thread), keyOf: createPageKeys({ made, language, publication }) };
}

const hasNone = ({ before }: PagesOptions): boolean => before === undefined || before.isEmpty;

export function createPages(options: PagesOptions): Pages {
  const { folder, before } = options;
  const state = new Map<string, string>();
  let begun: Begun | undefined;
  const made = () => {
    if (!begun) throw new Error(`${MANIFEST} must come before the pages.`);
    return begun;
  };
  const pages: Pages = {
    state,
    see: ({ path, text }) => {
      if (path === MANIFEST) begun = begin(options, text);
    },
    changed: ({ path, plan }) => {
      const data = plan.data();
      const own = { ...plan, data: () => data };
      const { keyOf, inTime } = made();
      const page: ChangedPage = { path, plan: own, key: keyOf?.(own) };
      const known = before?.get(path);
      if (known !== undefined && known === `${page.key} ${markOf(join(folder, path))}`) {
        state.set(path, known);
        return undefined;
      }
      return { ...page, put: inTime?.begin(join(folder, path), page.plan) };
    },
    draw: ({ path, plan, key, put }, onWritten, shown = []) => {
      const note = ({ mark, written, key: own }: WrittenPage): void => {
        state.set(path, `${key ?? own} ${mark}`);
        if (written) onWritten?.();
      };
      return put ? put().then(note) : made().pool?.add({ path: `${folder}/${path}`, plan, shown }, note);
    },
    write: (output, shown) => {
      const page = pages.changed(output);
      if (!page) throw new Error('A new folder has no pages yet.');
      return pages.draw(page, undefined, shown);
    },
    flush: async () => made().pool?.flush(),
    close: async () => begun?.pool?.flush(),
  };
  return pages;
}
