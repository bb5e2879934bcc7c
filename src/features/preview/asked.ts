import type { DraftGroup } from './reasons.ts';

/** What a reviewer asked for. Empty texts ask for nothing. It stays in memory: it may hold words of drafts. */
export interface Asked {
  words: string;
  reason: DraftGroup | '';
  topic: string;
  provider: string;
  order: 'date' | 'score';
}

export const ASKED_NOTHING: Asked = { words: '', reason: '', topic: '', provider: '', order: 'date' };
