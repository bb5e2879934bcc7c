/**
 * Asks for addresses of this site, one after the other, so that the worker sees what comes; with `reload` past it and the browser's own
 * cache, with `force-cache` out of that. Never rejects.
 */
export async function loadAgain(urls: readonly string[], cache: 'default' | 'reload' | 'force-cache' = 'default'): Promise<void> {
  for (const url of urls) {
    try {
      // The worker knows a page that is asked for by a script by what it accepts. A body that is not read may be cut off.
      const headers = url.endsWith('/') ? { accept: 'text/html' } : {};
      await (await fetch(url, { credentials: 'same-origin', headers, cache })).arrayBuffer();
    } catch {
      // It is asked for again when it is wanted.
    }
  }
}
