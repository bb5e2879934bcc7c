import { indexedWords, searchWords } from '../lib/search-words.ts';
import { providerId, segmentOf } from '../lib/slugify.ts';
import type { Inline } from '../schema/body.ts';
import type { PublicArticle, SourceBlock } from './model.ts';

/**
 * An article as search keeps it. hash: `hash52` of its slug. key: where it stands in time; text: its body without pictures and marks, cut where it is very long.
 * weight: about the bytes that it takes in a period, compressed.
 */
export interface SearchEntry {
  article: PublicArticle;
  hash: number;
  key: number;
  text: () => string;
  weight: number;
}

/** Of longer texts the beginning is searched. */
const LONGEST_TEXT = 20_000;
/** What date, provider, topics and the rest of an address take. */
const ROW_WEIGHT = 22;

export function searchEntry(article: PublicArticle, hash: number): SearchEntry {
  const text = plainText(article.body).slice(0, LONGEST_TEXT);
  const weight = ROW_WEIGHT + weightOf(article.title) + weightOf(article.excerpt) + weightOf(text);
  return { article, hash, key: searchKey(article, hash), text: () => text, weight };
}

const KEY_SIGNS = 2 ** 16;
/** Both ends lie 500 years from 1970; what lies beyond stands at the end. */
const KEY_SECONDS = 2 ** 34;
/** Keys are whole numbers from 0 to below it. */
export const KEY_END = 2 * KEY_SECONDS * KEY_SIGNS;

/** Seconds, and a hash for articles of the same second, so that even those can be told apart. */
export function searchKey({ time }: PublicArticle, hash: number): number {
  const seconds = Math.min(Math.max(Math.floor(time / 1000), -KEY_SECONDS), KEY_SECONDS - 1);
  return (seconds + KEY_SECONDS) * KEY_SIGNS + (hash % KEY_SIGNS);
}

/** What brotli makes of a sign, measured over titles and excerpts in four scripts. */
function weightOf(text: string): number {
  let weight = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    weight += unit < 0x80 ? 0.33 : unit < 0x800 ? 0.55 : 1.4;
  }
  return weight;
}

/** What stands before the name of a topic, a provider, a type: no word begins so. */
const TOPIC_SIGN = '#';
const PROVIDER_SIGN = '@';
const TYPE_SIGN = '!';

/** Tells of everything that an article can be found by in a dictionary; words may repeat. */
export function tellWords({ article, text }: SearchEntry, tell: (word: string) => void): void {
  const { title, excerpt, provider, topics, type } = article;
  for (const part of [title, excerpt, text(), provider.name, ...topics]) {
    for (const word of searchWords(part)) for (const indexed of indexedWords(word)) tell(indexed);
  }
  for (const topic of topics) tell(TOPIC_SIGN + segmentOf(topic));
  tell(PROVIDER_SIGN + providerId(provider));
  if (provider.domain !== undefined) tell(PROVIDER_SIGN + segmentOf(provider.name));
  if (type !== 'article') tell(TYPE_SIGN + type);
}

function plainText(blocks: readonly SourceBlock[]): string {
  return blocks
    .map(textOfBlock)
    .filter((part) => part !== '')
    .join(' ');
}

function textOfBlock(block: SourceBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return textOfInline(block.children);
    case 'quote':
      return plainText(block.children);
    case 'list':
      return block.items.map(plainText).join(' ');
    case 'code':
      return block.text;
    case 'picture':
      return block.alt;
    case 'rule':
      return '';
  }
}

const textOfInline = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      if (node.type === 'break') return ' ';
      return node.type === 'code' ? node.text : textOfInline(node.children);
    })
    .join('');
