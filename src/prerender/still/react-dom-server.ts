import { attributeText } from './attribute-text.ts';
import { drawing } from './drawing.ts';
import { escapeMarkup } from './escape-markup.ts';
import { type Props, StillContext, StillElement, type StillMark } from './still-element.ts';

interface Options {
  /** Hears of what went wrong within a boundary, which is then left to the browser; elsewhere it is thrown. */
  onError?: (error: unknown) => void;
}

/**
 * The markup of an element: what React's function of this name gives, byte for byte, but for the hints to pictures in front. It knows what
 * this reader is made of, and throws at everything else.
 */
export function renderToString(element: unknown, { onError }: Options = {}): string {
  drawing.begin(onError);
  drawNode(element);
  return drawing.text;
}

function drawNode(node: unknown): void {
  if (typeof node === 'string') return drawText(node);
  if (node instanceof StillElement) return drawElement(node.type, node.props);
  if (node === null || node === undefined || typeof node === 'boolean') return;
  if (Array.isArray(node)) return drawList(node);
  if (typeof node === 'number') return drawText(String(node));
  throw new Error('Drawing ahead takes elements, texts and numbers, and lists of them.');
}

function drawText(text: string): void {
  if (text === '') return;
  drawing.text += drawing.afterText ? `<!-- -->${escapeMarkup(text)}` : escapeMarkup(text);
  drawing.afterText = true;
}

function drawList(nodes: readonly unknown[]): void {
  const { depth, places } = drawing;
  drawing.enter(nodes.length, 0);
  for (let at = 0; at < nodes.length; at++) {
    places[depth] = at;
    drawNode(nodes[at]);
  }
  drawing.depth = depth;
}

function drawElement(type: unknown, props: Props): void {
  if (typeof type === 'string') return drawTag(type, props);
  if (typeof type === 'function') return drawComponent(type as Called, props);
  if (type instanceof StillContext) return drawBelow(type, props);
  const { draws } = type as Partial<StillMark>;
  if (draws === 'children') return drawNode(props['children']);
  if (draws === 'boundary') return drawBoundary(props);
  throw new Error('What a page shows that is drawn ahead must be there: it cannot wait for its code.');
}

type Called = ((props: Props) => unknown) & { isClass?: true };
type Built = new (props: Props) => { render: () => unknown };

function drawComponent(component: Called, props: Props): void {
  if (component.isClass) return drawNode(new (component as unknown as Built)(props).render());
  drawing.ids = 0;
  const drawn = component(props);
  if (drawing.ids === 0) return drawNode(drawn);
  drawing.enter(1, 0);
  drawNode(drawn);
  drawing.depth--;
}

function drawBelow(context: StillContext, { value, children }: Props): void {
  const before = context.value;
  context.value = value;
  try {
    drawNode(children);
  } finally {
    context.value = before;
  }
}

/** What throws, or would have to wait, is left to the browser; until then its fallback stands there. */
function drawBoundary({ children, fallback }: Props): void {
  const { text, depth } = drawing;
  drawing.afterText = false;
  try {
    drawing.text = `${text}<!--$-->`;
    drawNode(children);
  } catch (error) {
    drawing.onError?.(error);
    drawing.text = `${text}<!--$!--><template></template>`;
    drawing.depth = depth;
    drawing.afterText = false;
    drawNode(fallback);
  }
  drawing.text += '<!--/$-->';
  drawing.afterText = false;
}

/** Attributes that React writes after the others, in this order. */
const LAST: Readonly<Record<string, readonly string[]>> = {
  input: ['name', 'formAction', 'formEncType', 'formMethod', 'formTarget', 'checked', 'value'],
  button: ['name', 'formAction', 'formEncType', 'formMethod', 'formTarget'],
  form: ['action', 'encType', 'method', 'target'],
};
const VOID = new Set('area base br col embed hr img input source track wbr'.split(' '));
/** With rules of their own, that nothing drawn ahead has needed. */
const UNKNOWN = new Set('select option textarea object menuitem title link script style meta head body html listing'.split(' '));

interface Tag {
  open: string;
  /** Undefined where an element has no content. */
  close: string | undefined;
  last: readonly string[] | undefined;
}

const tags = new Map<string, Tag>();

function tagOf(name: string): Tag {
  if (UNKNOWN.has(name) || name.includes('-')) throw new Error(`Drawing ahead does not know <${name}>.`);
  const tag: Tag = { open: `<${name}`, close: VOID.has(name) ? undefined : `</${name}>`, last: LAST[name] };
  tags.set(name, tag);
  return tag;
}

function drawTag(name: string, props: Props): void {
  const tag = tags.get(name) ?? tagOf(name);
  let text = tag.open;
  for (const key in props) {
    if (key === 'children') continue;
    const value = props[key];
    if (value === undefined || value === null || tag.last?.includes(key)) continue;
    text += attributeText(key, value);
  }
  if (tag.last) text += lastAttributes(tag.last, props);
  drawing.afterText = false;
  if (tag.close === undefined) {
    drawing.text += `${text}/>`;
    return;
  }
  const { children } = props;
  drawing.text += `${text}>`;
  if (typeof children === 'string') {
    if (name === 'pre' && children.startsWith('\n')) drawing.text += '\n';
    drawing.text += escapeMarkup(children);
  } else drawNode(children);
  drawing.text += tag.close;
  drawing.afterText = false;
}

function lastAttributes(names: readonly string[], props: Props): string {
  let text = '';
  for (const name of names) {
    const value = props[name] ?? FIRST_VALUES[name]?.(props);
    if (value !== undefined && value !== null) text += attributeText(name, value);
  }
  return text;
}

const FIRST_VALUES: Readonly<Record<string, (props: Props) => unknown>> = {
  checked: ({ defaultChecked }) => defaultChecked,
  value: ({ defaultValue }) => defaultValue,
};
