import type { Corpus, SourceBlock } from './model.ts';
import { byText } from './order.ts';
import { logoPath } from './resolve.ts';

/**
 * Paths in the content folder of what has to be encoded before `emit`, sorted: the pictures of public articles, those in
 * their text too, and logos, of providers (those that only cover a story too) and of the publication.
 */
export function picturesNeeded(corpus: Corpus): { pictures: string[]; logos: string[] } {
  const pictures = new Set<string>();
  const logos = new Set<string>();
  if (corpus.settings.logo !== undefined) logos.add(corpus.settings.logo);
  for (const article of corpus.articles) {
    for (const { local } of article.images) if (local !== undefined) pictures.add(local);
    collect(article.body, pictures);
    for (const provider of [article.provider, ...article.related.map((story) => story.provider)]) {
      const path = provider && logoPath(provider, corpus.organizations);
      if (path !== undefined) logos.add(path);
    }
  }
  return { pictures: [...pictures].sort(byText), logos: [...logos].sort(byText) };
}

function collect(blocks: SourceBlock[], pictures: Set<string>): void {
  for (const block of blocks) {
    if (block.type === 'picture') pictures.add(block.picture);
    else if (block.type === 'quote') collect(block.children, pictures);
    else if (block.type === 'list') for (const blocksOfOne of block.items) collect(blocksOfOne, pictures);
  }
}
