import type { Page } from 'playwright';

/** What a browser may keep of a page, as text: address, history, title, storage of every kind, caches, timings. */
export const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const stores: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.addEventListener('success', () => resolve(asked.result));
        asked.addEventListener('error', () => reject(asked.error));
      });
      for (const store of database.objectStoreNames)
        stores.push(
          await new Promise((resolve) => {
            const asked = database.transaction(store).objectStore(store).getAll();
            asked.addEventListener('success', () => resolve(asked.result));
          }),
        );
      database.close();
    }
    const { navigation } = window as unknown as { navigation: { entries: () => { url: string }[]; activation?: unknown } };
    const cached = await Promise.all(
      (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(String)),
    );
    // Bytes as the text that they may be.
    const asText = (_: string, value: unknown) => (value instanceof Uint8Array ? new TextDecoder().decode(value) : value);
    const all = [
      location.href,
      document.title,
      document.cookie,
      history.state,
      navigation.entries().map(({ url }) => url),
      navigation.activation,
      performance.getEntries().map((entry) => [entry.name, entry]),
      performance.getEntriesByType('navigation'),
      { ...localStorage },
      { ...sessionStorage },
      stores,
      cached,
    ];
    return JSON.stringify(all, asText);
  });
