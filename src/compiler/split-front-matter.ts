/** yaml: the lines between the fences; its first one is line 2 of the file. body: what follows the closing fence's line. */
export interface FrontMatterParts {
  yaml: string;
  body: string;
  bodyLine: number;
}

export type Split = FrontMatterParts | { fault: string };

/**
 * Parts a file (line feeds only) at its fences: three hyphens alone on the first line, and the next such line. Anything
 * near to a fence is a fault; a reader of ours that guesses could publish what another takes for unfinished.
 */
export function splitFrontMatter(text: string): Split {
  if (!/^---[ \t]*\n/.test(text)) return { fault: openingFault(text) };
  const start = text.indexOf('\n') + 1;
  const close = /^---[ \t]*(?:\n|$)/gm;
  const hyphens = text.indexOf('---', start);
  close.lastIndex = hyphens;
  const fence = hyphens === -1 ? null : close.exec(text);
  if (fence === null) {
    return { fault: 'The front matter is not closed. Write a line of exactly three hyphens (---) after its last key.' };
  }
  const yaml = text.slice(start, fence.index);
  return { yaml, body: text.slice(fence.index + fence[0].length), bodyLine: 3 + countLines(yaml) };
}

function openingFault(text: string): string {
  if (text.trim() === '') return 'The file is empty. An article begins with a line of exactly three hyphens (---).';
  if (/^\s+---/.test(text)) return 'Something invisible stands before the first ---. Make --- the very first thing in the file.';
  return 'The file does not begin with front matter. Its first line must be exactly three hyphens (---).';
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
