import { MANIFEST } from '../../schema/paths.ts';

/**
 * In which step a file of a build is written or uploaded, so that nothing that can be reached names what is not there yet: hashed files;
 * tables of contents of new articles; pages of articles; tables of contents of new feeds; other pages; then the tables of
 * contents that there were, the publication's own at the very end. Sealed drafts come after all that is public, the file that names them last.
 */
export const HASHED_RANK = 0;
export const ARTICLE_PAGE_RANK = 2;
export const OTHER_PAGE_RANK = 4;

/** Of a table of contents. */
export function contentsRank(path: string, isNew: boolean): number {
  if (articleContents(path)) return isNew ? 1 : 5;
  if (path.startsWith('data/feed/')) return isNew ? 3 : 6;
  return path === MANIFEST ? 8 : 7;
}

/** Pages go first, hashed files last. */
export function removalRank(path: string): number {
  if (path.endsWith('.html')) return 0;
  if (path.startsWith('data/feed/')) return 1;
  return articleContents(path) ? 2 : 3;
}

const articleContents = (path: string): boolean => /^data\/article\/[^/]+\.json$/.test(path);
