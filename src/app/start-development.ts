import type { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import type { Issue } from '../schema/issue.ts';
import type { ReaderStore } from '../store/reader-store.ts';
import { createFaultList, type FaultList } from './development-faults.ts';
import { createDevelopmentPanel } from './development-panel.tsx';

/** First parts of the keys of all that is not named by its content. */
const CONTENTS: ReadonlySet<unknown> = new Set(['publication', 'feed', 'article-manifest', 'list']);

/** Long enough for what was saved to be compiled, fetched and drawn. */
const SAVED_MS = 3000;

/** What only `npm run dev` has: content that follows its folder, faults on the page, drafts behind a switch. */
export async function startDevelopment(client: QueryClient, store: ReaderStore): Promise<void> {
  const faults = createFaultList();
  followContent(client, faults);
  followDrafts(client, store);
  const element = document.createElement('div');
  document.body.append(element);
  createRoot(element).render(createDevelopmentPanel(store, faults));
}

/** Tables of contents are asked for again where they are shown; the page keeps its place, since only what differs is drawn anew. */
function followContent(client: QueryClient, faults: FaultList): void {
  // Spelled out: Vite looks for these very words.
  const hot = import.meta.hot;
  if (!hot) return;
  const { dataset } = document.documentElement;
  let drawn: ReturnType<typeof setTimeout> | undefined;
  hot.on('tearsheet:content', () => {
    faults.set([]);
    // `data-saved` lets a feed show new articles without being asked.
    dataset['saved'] = '';
    clearTimeout(drawn);
    drawn = setTimeout(() => delete dataset['saved'], SAVED_MS);
    void client.invalidateQueries({ predicate: ({ queryKey }) => CONTENTS.has(queryKey[0]), refetchType: 'active' });
    void client.resetQueries({ predicate: ({ queryKey, state }) => !CONTENTS.has(queryKey[0]) && state.status === 'error' });
  });
  hot.on('tearsheet:faults', ({ issues }: { issues: Issue[] }) => faults.set(issues));
  hot.send('tearsheet:ready');
}

/** `data-drafts` on the root element tells `fetchJson` to read the site that has drafts in it. */
function followDrafts(client: QueryClient, store: ReaderStore): void {
  const { dataset } = document.documentElement;
  const apply = () => {
    if (store.settings.get().drafts) dataset['drafts'] = '';
    else delete dataset['drafts'];
  };
  let shown = store.settings.get().drafts;
  apply();
  store.settings.subscribe(() => {
    const { drafts } = store.settings.get();
    if (drafts === shown) return;
    shown = drafts;
    apply();
    // What was held may be a draft: it goes before anything is drawn again.
    void client.resetQueries();
  });
}
