import { mkdirSync } from 'node:fs';
import { emit } from '../emit.ts';
import { loadCorpus } from './load-corpus.ts';
import { updateBuild } from './update-build.ts';

/** Times in seconds, memory in MB. */
export interface Measured {
  read: number;
  emit: number;
  write: number;
  total: number;
  memory: number;
  articles: number;
  files: number;
  written: number;
}

const TEMPLATE =
  '<!doctype html><html lang="tearsheet:lang"><head><!--tearsheet:head--></head><body><div id="root"></div><!--tearsheet:body--></body></html>\n';

/** Later than every made article. */
const NOW = Date.UTC(2100, 0, 1);

/** One compile, step by step, in this process: for `benchCompile`, which starts a fresh one for each. Pictures are left out. */
export function measureCompile(content: string, out: string): Measured {
  const start = performance.now();
  const { corpus } = loadCorpus(content, NOW);
  const read = performance.now();
  const outputs = emit(corpus, { pictures: new Map(), base: '/', template: TEMPLATE, originApi: false });
  const emitted = performance.now();
  mkdirSync(out, { recursive: true });
  const record = { format: 1, shell: 'bench', base: '/', originApi: false, template: TEMPLATE, files: [] } as const;
  const { written } = updateBuild(out, { ...record, files: [] }, { outputs, pictures: [], articles: corpus.articles.length });
  const end = performance.now();
  const seconds = (ms: number): number => ms / 1000;
  return {
    read: seconds(read - start),
    emit: seconds(emitted - read),
    write: seconds(end - emitted),
    total: seconds(end - start),
    memory: process.resourceUsage().maxRSS / 1024,
    articles: corpus.articles.length,
    files: outputs.length,
    written,
  };
}
