import { shownDraft } from './gate.ts';
import type { Corpus } from './model.ts';
import { newestFirst } from './order.ts';

/** The corpus with its drafts among the articles, marked with their reason. For the pretended site of tests alone. */
export function showDrafts(corpus: Corpus): Corpus {
  const articles = [...corpus.articles, ...corpus.drafts.map(shownDraft)].sort(newestFirst);
  return { ...corpus, articles, drafts: [] };
}
