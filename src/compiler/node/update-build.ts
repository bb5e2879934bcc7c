import { existsSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BUILD_RECORD, previewFile } from '../../schema/paths.ts';
import type { Output } from '../model.ts';
import { holds, writeWhole } from './atomic-file.ts';
import { type BuildRecord, formatBuildRecord } from './build-record.ts';
import type { ChangedPage, Pages } from './create-pages.ts';
import { earlierFiles } from './earlier-shells.ts';
import { filesBelow } from './files-below.ts';
import type { Content } from './make-content.ts';
import { ARTICLE_PAGE_RANK, contentsRank, HASHED_RANK, OTHER_PAGE_RANK, removalRank } from './upload-order.ts';

/**
 * Writes what differs and removes what no longer belongs, in the order that keeps every state on the way readable: files before
 * what names them, removals last. Killed at any point, the next run completes it. Returns what was written and removed, in this order.
 */
export async function updateBuild(folder: string, record: BuildRecord, content: Content, pages: Pages): Promise<Updated> {
  const belongs = new Set([BUILD_RECORD, ...record.files, ...earlierFiles(folder)]);
  const written: string[] = [];
  const write = (path: string, bytes: Uint8Array | string): void => {
    writeWhole(join(folder, path), bytes);
    written.push(path);
  };
  for (const { path, size, read } of content.pictures) {
    belongs.add(path);
    // Its name is a hash of it, and it was written whole.
    if (sizeOf(join(folder, path)) !== size) write(path, read());
  }
  const changed: Changed[] = [];
  for (const output of content.outputs) {
    belongs.add(output.path);
    if (output.kind !== 'page') pages.see(output);
    const one = changeIn(folder, output, pages);
    // Nothing names it yet, and there may be many.
    if (one?.rank === HASHED_RANK && 'text' in one) write(one.path, one.text);
    else if (one) changed.push(one);
  }
  const drawn = new Set<string>();
  for (const step of steps(changed)) {
    for (const one of step) {
      if ('text' in one) write(one.path, one.text);
      else await pages.draw(one, () => drawn.add(one.path));
    }
    const flushed = pages.flush();
    content.keep?.()?.pack();
    await flushed;
    for (const { path } of step) if (drawn.has(path)) written.push(path);
  }
  const sealed = await content.seal?.();
  for (const { path, size, read } of sealed?.files ?? []) {
    belongs.add(path);
    if (sizeOf(join(folder, path)) !== size) write(path, read());
  }
  for (const { path, text } of sealed?.outputs ?? []) if (!holds(join(folder, path), text)) write(path, text);
  const text = formatBuildRecord(record);
  if (!holds(join(folder, BUILD_RECORD), text)) write(BUILD_RECORD, text);
  const others = content.gone
    ? [...content.gone(), ...(sealed ? sealedFiles(folder) : [])].filter(
        (path) => !belongs.has(path) && existsSync(join(folder, path)),
      )
    : filesBelow(folder).filter((path) => !belongs.has(path));
  return { written, removed: remove(folder, others) };
}

interface Updated {
  written: string[];
  removed: string[];
}

type Changed = { rank: number } & ({ path: string; text: string } | ChangedPage);

/** What differs, with its rank. */
function changeIn(folder: string, output: Output, pages: Pages): Changed | undefined {
  const { path, kind } = output;
  if (kind === 'page') {
    const page = pages.changed(output);
    return page && { ...page, rank: output.plan.data().kind === 'article' ? ARTICLE_PAGE_RANK : OTHER_PAGE_RANK };
  }
  const { text } = output;
  if (holds(join(folder, path), text)) return undefined;
  return { path, text, rank: kind === 'hashed' ? HASHED_RANK : contentsRank(path, sizeOf(join(folder, path)) === undefined) };
}

/** By rank, each whole before the next. */
function steps(changed: readonly Changed[]): Changed[][] {
  const byRank = new Map<number, Changed[]>();
  for (const one of changed) byRank.set(one.rank, [...(byRank.get(one.rank) ?? []), one]);
  return [...byRank].sort(([a], [b]) => a - b).map(([, step]) => step);
}

/** Those of an earlier sealing too. */
const sealedFiles = (folder: string): string[] =>
  filesBelow(join(folder, previewFile(''))).flatMap((name) => (name.endsWith('.sealed') ? [previewFile(name)] : []));

const sizeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size;

/** Of a whole compile also what killed runs left half written. Returns them in the order in which they went. */
function remove(folder: string, others: string[]): string[] {
  for (const path of others.sort((a, b) => removalRank(a) - removalRank(b))) rmSync(join(folder, path));
  for (const path of others) removeEmpty(folder, dirname(path));
  return others;
}

function removeEmpty(folder: string, path: string): void {
  if (path === '.') return;
  try {
    rmdirSync(join(folder, path));
  } catch {
    // It holds something, or is gone: asking first would list it whole.
    return;
  }
  removeEmpty(folder, dirname(path));
}
