import { existsSync, mkdirSync } from 'node:fs';
import { emit } from '../emit.ts';
import type { Output } from '../model.ts';
import type { BuildRecord } from './build-record.ts';
import { createPages } from './create-pages.ts';
import { loadCorpusTogether } from './load-corpus.ts';
import { noPages, readPageState, writePageState } from './page-state.ts';
import { type SecondThread, withThread } from './second-thread.ts';
import { buildShell } from './shell.ts';
import { updateBuild } from './update-build.ts';
import { writeContent } from './write-content.ts';

/** Times in seconds, memory in MB. */
export interface Measured {
  read: number;
  write: number;
  total: number;
  memory: number;
  articles: number;
  files: number;
  written: number;
}

/** Later than every made article. */
const NOW = Date.UTC(2100, 0, 1);

/**
 * One build's or one compile's work without its pictures, step by step, in this process: for `benchCompile`, which starts a fresh one for
 * each. A folder that is not there yet is built, one that is there is brought up to date.
 */
export async function measureCompile(root: string, content: string, out: string): Promise<Measured> {
  return withThread((thread) => measure(root, content, out, thread));
}

async function measure(root: string, content: string, out: string, thread: SecondThread): Promise<Measured> {
  const start = performance.now();
  const shell = await buildShell(root, '/');
  const ready = performance.now();
  const { corpus } = await loadCorpusTogether(content, NOW, { keepsOrigin: false }, thread);
  const read = performance.now();
  const { language } = corpus.settings;
  const outputs = counted(emit(corpus, { pictures: new Map(), base: '/', originApi: false }));
  const made = { outputs: outputs.each, language, pictures: [], articles: corpus.articles.length, hint: '' };
  const { hash, template, renderer } = shell;
  const record: BuildRecord = { format: 1, shell: hash, base: '/', originApi: false, template, files: [] };
  const fresh = !existsSync(out);
  mkdirSync(out, { recursive: true });
  const before = fresh ? noPages() : readPageState(`${out}.pages`, 'bench');
  const pages = createPages({ folder: out, fresh, language, renderer, record, before, thread });
  const written = fresh ? await writeContent(out, made, pages) : (await updateBuild(out, record, made, pages)).written.length;
  await pages.close();
  writePageState(`${out}.pages`, 'bench', noPages().with(pages.state, []));
  const end = performance.now();
  const seconds = (ms: number): number => ms / 1000;
  return {
    read: seconds(read - ready),
    write: seconds(end - read),
    total: seconds(end - start),
    memory: process.resourceUsage().maxRSS / 1024,
    articles: corpus.articles.length,
    files: outputs.count(),
    written,
  };
}

function counted(outputs: Iterable<Output>) {
  let count = 0;
  function* each(): Generator<Output> {
    for (const output of outputs) {
      count++;
      yield output;
    }
  }
  return { each: each(), count: () => count };
}
