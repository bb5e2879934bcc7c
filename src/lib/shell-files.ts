/** The page that the worker answers with, offline, for a page that it did not keep. Below the build's root, like the next. */
export const STAND_IN_PAGE = 'offline.html';

/** What a browser reads to install the reader as an app. */
export const WEB_MANIFEST = 'manifest.webmanifest';
