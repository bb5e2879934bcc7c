import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { providerId } from '../../lib/slugify.ts';
import { CLUSTER_WINDOW, findClusters, type Story } from '../find-clusters.ts';
import { UsageError } from './command-error.ts';
import { loadCorpus } from './load-corpus.ts';

const HELP = `npm run bench:clusters -- [DIR ...] [--show]

Judges clusters by content folders whose articles tell through \`related\` what belongs together: every story that a file names,
drafts too, is clustered anew by its words, without looking at \`related\`, and each pair is compared with what the files say.
--show prints the pairs that the files do not confirm. Without DIR: ai-2020 and diablo4 in the folder TEARSHEET_CORPUS.
`;

interface Pool {
  stories: (Story & { key: string })[];
  /** Two keys that stand in one file. */
  together: ReadonlySet<string>;
}

/** Resolves to the exit code. Prints figures, and titles only when they are asked for. */
export async function benchClusters(args: string[]): Promise<number> {
  const { folders, show, help } = optionsOf(args);
  if (help) {
    console.log(HELP);
    return 0;
  }
  for (const folder of folders) {
    const pool = readPool(folder);
    const started = performance.now();
    const ties = findClusters(pool.stories, { joins: new Map(), parted: new Map(), isCovered: () => false });
    const seconds = (performance.now() - started) / 1000;
    const leaders = pool.stories.map((_, place) => ties.get(place)?.leader ?? place);
    console.log(`${folder}: ${pool.stories.length} stories, ${ties.size} joined a cluster (${seconds.toFixed(2)} s)`);
    console.log(judge(pool, leaders, show));
  }
  return 0;
}

function optionsOf(args: string[]): { folders: string[]; show: boolean; help: boolean } {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values, positionals } = parseArgs({ args, options: { show: flag, help: flag }, allowPositionals: true });
    const corpus = process.env['TEARSHEET_CORPUS'];
    const folders =
      positionals.length > 0 || corpus === undefined ? positionals : ['ai-2020', 'diablo4'].map((name) => join(corpus, name));
    if (folders.length === 0 && !values.help)
      throw new Error('There is nothing to judge by: name a folder, or set TEARSHEET_CORPUS.');
    return { folders, ...values };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${HELP}`);
  }
}

/** Every story that the folder's files name, oldest first; the same title of the same provider is one. */
function readPool(folder: string): Pool {
  const { corpus } = loadCorpus(folder, Date.now());
  const stories = new Map<string, Story & { key: string }>();
  const together = new Set<string>();
  for (const article of [...corpus.articles, ...corpus.drafts.map((draft) => draft.article)]) {
    const dated = article.related.filter(({ publishedDateTime }) => publishedDateTime !== undefined);
    const keys = [article, ...dated].map(({ title, excerpt = '', publishedDateTime = '', provider }) => {
      const by = provider ? providerId(provider) : '';
      const key = `${title.toLowerCase()} of ${by}`;
      if (!stories.has(key)) stories.set(key, { key, title, excerpt, time: Date.parse(publishedDateTime), provider: by });
      return key;
    });
    for (const a of keys) for (const b of keys) together.add(`${a}\n${b}`);
  }
  const sorted = [...stories.values()].sort((a, b) => a.time - b.time || (a.key < b.key ? -1 : 1));
  return { stories: sorted, together };
}

function judge({ stories, together }: Pool, leaders: readonly number[], show: boolean): string {
  const count = { right: 0, unconfirmed: 0, missed: 0, near: 0 };
  const lines: string[] = [];
  stories.forEach((b, later) => {
    for (let earlier = 0; earlier < later; earlier++) {
      const a = stories[earlier];
      if (!a) continue;
      const isPair = leaders[earlier] === leaders[later];
      const isTrue = together.has(`${a.key}\n${b.key}`);
      if (isPair && isTrue) count.right++;
      else if (isPair) {
        count.unconfirmed++;
        if (show) lines.push(`  ${a.title} | ${b.title}`);
      } else if (isTrue) {
        count.missed++;
        if (b.time - a.time <= CLUSTER_WINDOW) count.near++;
      }
    }
  });
  const all = figures(count.right, count.unconfirmed, count.missed);
  const near = figures(count.right, count.unconfirmed, count.near);
  return [...lines, `  all pairs               ${all}`, `  pairs within the window ${near}`].join('\n');
}

function figures(right: number, wrong: number, missed: number): string {
  const precision = right / (right + wrong || 1);
  const recall = right / (right + missed || 1);
  const f1 = (2 * precision * recall) / (precision + recall || 1);
  return `precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  (${right} right, ${wrong} not confirmed, ${missed} missed)`;
}
