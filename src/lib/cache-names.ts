import { basePath } from './base-path.ts';

/** Begins the names of all caches of one build; what another build on the same origin keeps is its own. */
export const CACHE_PREFIX = `tearsheet:${basePath}:`;

/** The format of tables of contents that this version reads. Caches of another hold nothing that it could use. */
export const DATA_FORMAT = 1;

/** What was read. */
export const DATA_CACHE = `${CACHE_PREFIX}data:${DATA_FORMAT}`;
export const PICTURE_CACHE = `${CACHE_PREFIX}pictures`;
/** Everything that saved articles need. */
export const SAVED_CACHE = `${CACHE_PREFIX}saved:${DATA_FORMAT}`;

/** The shell of one version, and the pages that were seen with it: a page names the scripts of its shell. */
export const SHELL_CACHES = `${CACHE_PREFIX}shell:`;
export const PAGE_CACHES = `${CACHE_PREFIX}pages:`;

/** On a kept answer: when it was kept or last read (to a day), in ms since 1970. */
export const KEPT_AT = 'x-kept-at';

/** Sealed drafts, as they came, and the page that opens them: what a reviewer read. The page keeps and drops it, the worker shows the page. */
export const PREVIEW_CACHE = `${CACHE_PREFIX}preview`;
