import type { Compiled } from './compile-content.ts';

/** What a compile says at its end, in a line; with a second one where pictures are missing. */
export function compileLine(compiled: Compiled, out: string): string {
  const { articles, hint, whole } = compiled;
  const line = `${articles} articles in ${out}: ${countOf(compiled)}${whole ? '; all of it was made' : ''}`;
  return hint === '' ? line : `${line}\n${hint}`;
}

/** What a round of `--watch` says: the same, shorter. ms: how long it took. */
export const roundLine = (cause: string, compiled: Compiled, ms: number): string =>
  `${cause}: ${countOf(compiled)}, ${compiled.articles} articles, ${compiled.whole ? 'all of it was made, ' : ''}${(ms / 1000).toFixed(1)} s`;

const countOf = ({ written, removed }: Compiled): string => `${written.length} files written, ${removed.length} removed`;
