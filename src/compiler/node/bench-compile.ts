import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { runHugo } from './bench-hugo.ts';
import { type Measured, measureCompile } from './bench-measure.ts';
import { type Ran, runMeasured } from './bench-process.ts';
import { UsageError } from './command-error.ts';

const HELP = `npm run bench:compile -- [--sizes 674,5000,25000] [--no-hugo]

Compiles made articles, each size in a fresh process, and tells seconds, articles a second, memory and how that compares
with Hugo, where Hugo is installed. Everything lies below .cache/bench and is removed afterwards.
`;

/** Ends in the folder of this size: made articles, then outputs. */
interface Bench {
  size: number;
  first: Measured;
  wall: number;
  again: Measured;
  hugo: Ran | undefined;
}

/** `root`: the project's folder. Resolves to the exit code. */
export async function benchCompile(args: string[], root: string = process.cwd()): Promise<number> {
  const options = optionsOf(args);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const [content, out] = options.measure?.split('\n') ?? [];
  if (content !== undefined && out !== undefined) {
    console.log(JSON.stringify(await measureCompile(root, content, out)));
    return 0;
  }
  const home = join(root, '.cache/bench');
  rmSync(home, { recursive: true, force: true });
  const make = await loadMaker(root, home);
  const results: Bench[] = [];
  // Nothing is removed in between: for minutes afterwards some file systems find a place for a new file only slowly.
  for (const size of options.sizes) results.push(await benchOne(size, make, join(home, String(size)), options.hugo));
  rmSync(home, { recursive: true, force: true });
  console.log(tableOf(results));
  if (results.some(({ hugo }) => hugo === undefined))
    console.log('Hugo was not run: it is not installed, or --no-hugo was given.');
  return 0;
}

function optionsOf(args: string[]) {
  const options = {
    sizes: { type: 'string', default: '674,5000,25000' },
    'no-hugo': { type: 'boolean', default: false },
    /** Between the benchmark and its own child processes. */
    measure: { type: 'string' },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { values } = parseArgs({ args, options });
    const sizes = values.sizes.split(',').map(Number);
    if (sizes.some((size) => !Number.isInteger(size) || size < 1)) throw new Error('--sizes takes numbers of articles');
    return { sizes, hugo: !values['no-hugo'], measure: values.measure, help: values.help };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${HELP}`);
  }
}

type Make = (options: { count: number }) => { path: string; text: string }[];

/** The maker of articles belongs to the tests: it is bundled when it is wanted, never imported. */
async function loadMaker(root: string, home: string): Promise<Make> {
  const { build } = await import('vite');
  const ssr = 'tests/fixtures/make-articles.ts';
  const output = { entryFileNames: 'make.mjs' };
  const outDir = join(home, 'maker');
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { ssr, outDir, rolldownOptions: { output } },
  });
  return ((await import(pathToFileURL(join(outDir, 'make.mjs')).href)) as { makeArticles: Make }).makeArticles;
}

async function benchOne(size: number, make: Make, folder: string, withHugo: boolean): Promise<Bench> {
  const [content, out] = [join(folder, 'content'), join(folder, 'out')];
  const articles = make({ count: size + 1 });
  const write = ({ path, text }: { path: string; text: string }): void => {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  };
  for (const article of articles.slice(0, size)) write(article);
  const hugo = withHugo ? await runHugo(content, join(folder, 'hugo')) : undefined;
  if (hugo && hugo.code !== 0) throw new Error(`Hugo failed: ${hugo.stdout}${hugo.stderr}`);
  const first = await measured(content, out);
  for (const article of articles.slice(size)) write(article);
  const again = await measured(content, out);
  return { size, first: first.steps, wall: first.wall, again: again.steps, hugo };
}

async function measured(content: string, out: string): Promise<{ steps: Measured; wall: number }> {
  const launcher = process.argv[1] ?? '';
  const { code, seconds, stdout, stderr } = await runMeasured(
    process.execPath,
    [...process.execArgv, launcher, 'bench-compile', '--measure', `${content}\n${out}`],
    process.cwd(),
  );
  if (code !== 0) throw new Error(`The measured process failed: ${stderr}`);
  return { steps: JSON.parse(stdout) as Measured, wall: seconds };
}

function tableOf(results: Bench[]): string {
  const head =
    'articles|read s|make and write s|all s|articles/s|MB|files|all again s|written|Hugo s|Hugo MB|time, of Hugo’s|memory, of Hugo’s'.split(
      '|',
    );
  const rows = results.map(({ size, first, wall, again, hugo }) => [
    String(size),
    ...[first.read, first.write, wall].map(two),
    String(Math.round(size / wall)),
    String(Math.round(first.memory)),
    String(first.files),
    two(again.total),
    String(again.written),
    hugo ? two(hugo.seconds) : '-',
    hugo?.memory ? String(Math.round(hugo.memory)) : '-',
    hugo ? two(wall / hugo.seconds) : '-',
    hugo?.memory ? two(first.memory / hugo.memory) : '-',
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [head, ...rows].map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')).join('\n');
}

const two = (value: number): string => value.toFixed(2);
