import type { Image, ImageReference, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { DEEPEST_TEXT, type InlineContext, inlineOf, pictureLink, TooDeep, trimmedInline } from './inline-text.ts';
import type { SourceBlock } from './model.ts';
import { pictureSource } from './read-images.ts';
import type { Report } from './report.ts';
import { foldedText, withoutInvisible } from './text.ts';

interface Context extends InlineContext {
  path: string;
  report: Report;
  place: (node: Nodes) => { line: number; column: number };
  /** Added to a heading's depth, so that the text's highest one is level 2. */
  shift: number;
}

const TOO_DEEP = `The text is nested deeper than ${DEEPEST_TEXT} levels, or is almost all brackets and asterisks. Make it plainer.`;
/** `*`, `[` and the like in one paragraph. */
const MOST_MARKS = 4000;
const NO_HTML = { extensions: [{ disable: { null: ['htmlFlow', 'htmlText'] } }] };

/**
 * Body text (CommonMark, raw HTML shown as text) as blocks. `firstLine` is its first line in the file at `path`.
 */
export function readBody(text: string, path: string, firstLine: number, report: Report): SourceBlock[] {
  if (text.trim() === '') return [];
  if (isHostile(text)) {
    report.error([], TOO_DEEP, { line: firstLine, column: 1 });
    return [];
  }
  const place: Context['place'] = ({ position }) => ({
    line: firstLine - 1 + (position?.start.line ?? 1),
    column: position?.start.column ?? 1,
  });
  try {
    const root = fromMarkdown(text, NO_HTML);
    const warn: Context['warn'] = (node, message) => report.warn([], message, place(node));
    return blocksOf(root.children, { path, report, place, warn, ...surveyed(root) }, 0);
  } catch (error) {
    if (!(error instanceof TooDeep || error instanceof RangeError)) throw error;
    report.error([], TOO_DEEP, { line: firstLine, column: 1 });
    return [];
  }
}

/**
 * The parser's time grows with the square of nesting and of the marks in a paragraph: a line of ten thousand `>` would hold
 * up everything. No text that is meant to be read comes near these numbers.
 */
const isHostile = (text: string): boolean =>
  /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){100}/m.test(text) ||
  text.split(/\n[ \t>]*\n/).some((paragraph) => paragraph.length > MOST_MARKS && marksIn(paragraph) > MOST_MARKS);

const marksIn = (paragraph: string): number => paragraph.match(/[*_`[\]<&\\]/g)?.length ?? 0;

function surveyed(root: Root): Pick<Context, 'definitions' | 'shift'> {
  const definitions = new Map<string, string>();
  let highest = 6;
  const visit = (nodes: readonly RootContent[], depth: number): void => {
    if (depth > DEEPEST_TEXT) throw new TooDeep();
    for (const node of nodes) {
      if (node.type === 'heading') highest = Math.min(highest, node.depth);
      if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
      if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') visit(node.children, depth + 1);
    }
  };
  visit(root.children, 0);
  return { definitions, shift: 2 - highest };
}

const blocksOf = (nodes: readonly RootContent[], context: Context, depth: number): SourceBlock[] =>
  nodes.flatMap((node) => blockOf(node, context, depth));

function blockOf(node: RootContent, context: Context, depth: number): SourceBlock[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphOf(node.children, context);
    case 'heading': {
      const children = trimmedInline(inlineOf(node.children, context));
      const level = Math.min(4, node.depth + context.shift) as 2 | 3 | 4;
      return children.length > 0 ? [{ type: 'heading', level, children }] : [];
    }
    case 'blockquote': {
      const children = blocksOf(node.children, context, depth + 1);
      return children.length > 0 ? [{ type: 'quote', children }] : [];
    }
    case 'list': {
      const items = node.children.map((child) => blocksOf(child.children, context, depth + 1));
      return [{ type: 'list', ...(node.ordered === true && { start: node.start ?? 1 }), items }];
    }
    case 'code': {
      const language = /^[\w+#.-]{1,30}$/.exec(node.lang ?? '')?.[0];
      return [{ type: 'code', text: withoutInvisible(node.value), ...(language !== undefined && { language }) }];
    }
    case 'thematicBreak':
      return [{ type: 'rule' }];
    case 'html':
      return paragraphOf([{ type: 'text', value: node.value }], context);
    default:
      return [];
  }
}

/** A paragraph; pictures of the content folder that stand in it become blocks of their own, and part it. */
function paragraphOf(nodes: readonly PhrasingContent[], context: Context): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let text: PhrasingContent[] = [];
  const close = (): void => {
    const children = trimmedInline(inlineOf(text, context));
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
    text = [];
  };
  for (const node of nodes) {
    const image = imageOf(node);
    const picture = image && localPicture(image, context);
    if (picture === undefined) text.push(node);
    else {
      close();
      blocks.push(picture);
    }
  }
  close();
  return blocks;
}

/** The image that a node is, or that a link holds alone. */
function imageOf(node: PhrasingContent): Image | ImageReference | undefined {
  if (node.type === 'image' || node.type === 'imageReference') return node;
  if (node.type !== 'link' && node.type !== 'linkReference') return undefined;
  const [only, second] = node.children;
  return only !== undefined && second === undefined && only.type !== 'link' ? imageOf(only) : undefined;
}

function localPicture(image: Image | ImageReference, context: Context): SourceBlock | undefined {
  const address = image.type === 'image' ? image.url : (context.definitions.get(image.identifier) ?? '');
  const source = pictureSource(unescaped(address), context.path);
  if ('local' in source) return { type: 'picture', picture: source.local, alt: foldedText(image.alt ?? '').trim() };
  if ('url' in source || pictureLink('', address).length > 0) return undefined;
  const message = `The address of a picture in the text ${source.fault}`;
  if ('outside' in source) context.report.error([], message, context.place(image));
  else context.warn(image, message);
  return undefined;
}

/** Markdown writes blanks in addresses as %20; files have them as they are. */
function unescaped(address: string): string {
  try {
    return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address) ? address : decodeURIComponent(address);
  } catch {
    return address;
  }
}
