/** Below it lies the same site with drafts in it. In development only. */
export const DRAFTS = '__drafts/';
