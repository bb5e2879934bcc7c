import { cacheFirst, clearOld, installShell, networkFirst, previewPage } from './strategies.ts';
import { isPreviewPage, kindOf, version } from './what-to-cache.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(installShell()));

self.addEventListener('activate', (event) => event.waitUntil(clearOld().then(() => self.clients.claim())));

/** What `store/reader-worker.ts` says: a new version waits until it is told. */
self.addEventListener('message', ({ data, ports }) => {
  if (data === 'version') ports[0]?.postMessage(version);
  if (data === 'take over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  if (isPreviewPage(event.request)) return event.respondWith(previewPage(event.request));
  const kind = kindOf(event.request);
  if (!kind) return;
  const path = new URL(event.request.url).pathname;
  const mayChange = kind === 'page' || kind === 'contents';
  event.respondWith(mayChange ? networkFirst(event, kind, path) : cacheFirst(event, kind, path));
});
