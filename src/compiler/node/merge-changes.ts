import { RESERVED_SEGMENTS } from '../../schema/paths.ts';
import { ARTICLE_PAGE_RANK, contentsRank, HASHED_RANK, OTHER_PAGE_RANK, removalRank } from './upload-order.ts';

/** What compiles did to a build: `docs/changes.md`. Paths below its root, in order. */
export interface Changes {
  all: boolean;
  upload: string[];
  remove: string[];
}

/**
 * Two compiles' changes as one, for a copy that has seen neither: what both did to a path counts once, as the later one left it, and the
 * order is that of one compile that did it all.
 */
export function mergeChanges(earlier: Changes, later: Changes): Changes {
  const written = new Set(later.upload);
  const removed = new Set(later.remove);
  const ranks = new Map<string, number>();
  // A table of contents that is new to one of them is new to the copy: the lower rank counts.
  for (const { upload } of [earlier, later]) {
    for (const [path, rank] of ranksOf(upload)) ranks.set(path, Math.min(rank, ranks.get(path) ?? rank));
  }
  const upload = [...new Set([...earlier.upload.filter((path) => !removed.has(path)), ...later.upload])];
  const remove = [...new Set([...earlier.remove.filter((path) => !written.has(path)), ...later.remove])];
  return {
    all: earlier.all || later.all,
    upload: upload.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0)),
    remove: remove.sort((a, b) => removalRank(a) - removalRank(b)),
  };
}

/** The ranks by which one compile's list is in order. What is new stands before the last page, for it has pages itself. */
function ranksOf(upload: readonly string[]): Map<string, number> {
  const lastPage = upload.findLastIndex(isPage);
  return new Map(upload.map((path, at) => [path, rankOf(path, at < lastPage)]));
}

const isPage = (path: string): boolean => path.endsWith('.html');

function rankOf(path: string, isNew: boolean): number {
  if (isPage(path)) return isArticlePage(path) ? ARTICLE_PAGE_RANK : OTHER_PAGE_RANK;
  return HASHED.test(path) ? HASHED_RANK : contentsRank(path, isNew);
}

const HASHED = /^(?:img\/|preview\/.*\.sealed$|assets\/|data\/(?:.*[/.])?[0-9a-z]{14}\.json$)/;

function isArticlePage(path: string): boolean {
  const [category = '', ...rest] = path.split('/');
  return rest.length === 2 && !RESERVED_SEGMENTS.has(category);
}
