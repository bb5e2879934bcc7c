import type { QueryClient } from '@tanstack/react-query';
import type { ReaderStore } from '../store/reader-store.ts';

/** What only `npm run dev` has: live content, faults on the page, drafts behind a switch, a pretend site by `?mock=`. */
export async function startDevelopment(_client: QueryClient, _store: ReaderStore): Promise<void> {}
