import type { Nodes, PhrasingContent } from 'mdast';
import type { Inline } from '../schema/body.ts';
import { foldedText, withoutInvisible } from './text.ts';
import { readUrl } from './urls.ts';

/** Nesting that text may have; what is deeper is a mistake or an attack. */
export const DEEPEST_TEXT = 32;
/** Thrown for text that is nested deeper. */
export class TooDeep extends Error {}

export interface InlineContext {
  /** Addresses that reference links name, by their identifier. */
  definitions: ReadonlyMap<string, string>;
  /** Told of a node that could not be shown as what it is. */
  warn: (node: Nodes, message: string) => void;
}

/** Phrasing nodes as our own tree. Links that are no web address become their text, pictures inside text their alt text. */
export function inlineOf(nodes: readonly PhrasingContent[], context: InlineContext, depth = 0): Inline[] {
  if (depth > DEEPEST_TEXT) throw new TooDeep();
  const inline: Inline[] = [];
  for (const part of nodes.flatMap((node) => inlineNode(node, context, depth))) {
    const last = inline.at(-1);
    if (typeof part === 'string' && typeof last === 'string') inline[inline.length - 1] = (last + part).replace(/ {2,}/g, ' ');
    else if (part !== '') inline.push(part);
  }
  return inline;
}

function inlineNode(node: PhrasingContent, context: InlineContext, depth: number): Inline[] {
  switch (node.type) {
    case 'text':
    case 'html':
      return [foldedText(node.value)];
    case 'inlineCode':
      return [{ type: 'code', text: withoutInvisible(node.value) }];
    case 'break':
      return [{ type: 'break' }];
    case 'emphasis':
    case 'strong': {
      const children = inlineOf(node.children, context, depth + 1);
      return children.length > 0 ? [{ type: node.type, children }] : [];
    }
    case 'link':
    case 'linkReference': {
      const address = node.type === 'link' ? node.url : context.definitions.get(node.identifier);
      return linked(node, address ?? '', inlineOf(node.children, context, depth + 1), context);
    }
    case 'image':
    case 'imageReference': {
      const address = node.type === 'image' ? node.url : context.definitions.get(node.identifier);
      return pictureLink(node.alt ?? '', address ?? '');
    }
    default:
      return [];
  }
}

function linked(node: Nodes, address: string, children: Inline[], context: InlineContext): Inline[] {
  const read = readUrl(address);
  if (children.length === 0) return [];
  if ('url' in read) return [{ type: 'link', href: read.url, children }];
  context.warn(node, 'A link in the text is no web address and is shown as plain text. Write it with https://.');
  return children;
}

/** A remote picture is not asked for: it becomes a link, so that the reader decides. */
export function pictureLink(alt: string, address: string): Inline[] {
  const read = readUrl(address);
  const text = foldedText(alt).trim();
  if ('fault' in read) return text === '' ? [] : [text];
  return [{ type: 'link', href: read.url, children: [text === '' ? new URL(read.url).hostname : text] }];
}

/** Without white space and line breaks at both ends; empty when nothing is left. */
export function trimmedInline(inline: readonly Inline[]): Inline[] {
  const parts = [...inline];
  const blank = (part: Inline | undefined): boolean => (typeof part === 'object' ? part.type === 'break' : part?.trim() === '');
  while (parts.length > 0 && blank(parts[0])) parts.shift();
  while (parts.length > 0 && blank(parts.at(-1))) parts.pop();
  const [first] = parts;
  if (typeof first === 'string') parts[0] = first.trimStart();
  const last = parts.at(-1);
  if (typeof last === 'string') parts[parts.length - 1] = last.trimEnd();
  return parts;
}
