import { loadAgain } from '../../data/load-again.ts';
import { basePath } from '../../lib/base-path.ts';

/** What this page loaded before a worker could see it; the page itself too. */
export async function keepSeen(): Promise<void> {
  const { origin, pathname } = window.location;
  const base = origin + basePath;
  const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const came = loaded.filter(({ decodedBodySize }) => decodedBodySize > 0).map(({ name }) => name);
  const seen = came.filter((url) => url.startsWith(`${base}data/`) || url.startsWith(`${base}img/`));
  // Out of the browser's own cache: it was here a moment ago.
  await loadAgain([...new Set([...seen, origin + pathname])], 'force-cache');
}
