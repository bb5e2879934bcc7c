import { CACHE_PREFIX } from '../lib/cache-names.ts';

declare const self: ServiceWorkerGlobalScope;

/*
 * Put in the place of the worker's file it ends the worker: browsers ask for that file at each visit. It answers nothing, takes the
 * copies away and unregisters itself. What the reader saved and read is kept elsewhere (`store/marks.ts`), and stays.
 */
self.addEventListener('install', (event) => {
  void self.skipWaiting();
  // At once: browsers let a busy worker go on for minutes before the next one has its turn. This is done when the installation is.
  void self.registration.unregister();
  event.waitUntil(dropCopies());
});

/** Once more: the worker before may have kept something meanwhile. */
self.addEventListener('activate', (event) => event.waitUntil(dropCopies().then(() => self.registration.unregister())));

async function dropCopies(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
}
