import { escapeMarkup } from './escape-markup.ts';
import { styleText } from './style-text.ts';

/** How a property becomes an attribute: ` name="value"`, empty where there is none. */
type Write = (value: unknown) => string;

/** text: what stands before a text and its closing quote, where every text is written as it is. */
interface Attribute {
  text: string | undefined;
  write: Write;
}

const attributes = new Map<string, Attribute>();

/** name: of a property of an element, as React calls it. value: neither null nor undefined. Draws what React draws. */
export function attributeText(name: string, value: unknown): string {
  const { text, write } = attributes.get(name) ?? learn(name);
  return text !== undefined && typeof value === 'string' ? `${text}${escapeMarkup(value)}"` : write(value);
}

function learn(name: string): Attribute {
  const write = writerOf(name);
  const sample = write('"');
  const text = !ADDRESSES.has(name) && sample.endsWith('="&quot;"') ? sample.slice(0, -'&quot;"'.length) : undefined;
  const attribute = { text, write };
  attributes.set(name, attribute);
  return attribute;
}

const nothing: Write = () => '';

/** Booleans say nothing, but where an attribute's words are `true` and `false`. */
const plain =
  (start: string, booleans = false): Write =>
  (value) => {
    if (typeof value === 'string') return `${start}="${escapeMarkup(value)}"`;
    if (typeof value === 'number' || (booleans && typeof value === 'boolean')) return `${start}="${value}"`;
    if (typeof value === 'object' || typeof value === 'bigint') return `${start}="${escapeMarkup(String(value))}"`;
    return '';
  };

const flag =
  (start: string): Write =>
  (value) =>
    value && typeof value !== 'function' && typeof value !== 'symbol' ? `${start}=""` : '';

/** An empty one leads to the page itself, but is no picture. */
const address =
  (start: string): Write =>
  (value) => {
    if ((value === '' && start === ' src') || typeof value === 'boolean') return '';
    if (typeof value === 'function') throw new Error('A form of a page that is drawn ahead is sent to an address.');
    if (SCRIPT.test(String(value))) throw new Error('A page that is drawn ahead holds an address that is a script.');
    return plain(start)(String(value));
  };
const SCRIPT = /^[\0- ]*j[\r\n\t]*a[\r\n\t]*v[\r\n\t]*a[\r\n\t]*s[\r\n\t]*c[\r\n\t]*r[\r\n\t]*i[\r\n\t]*p[\r\n\t]*t[\r\n\t]*:/i;

const flagOrText =
  (start: string): Write =>
  (value) =>
    value === true ? `${start}=""` : plain(start)(value);

const count =
  (start: string, least: number): Write =>
  (value) =>
    Number(value) >= least ? plain(start, true)(value) : '';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const SILENT = words(
  'children key ref defaultValue defaultChecked innerHTML suppressHydrationWarning suppressContentEditableWarning',
);
const FLAGS = words(
  'inert allowFullScreen async autoPlay controls default defer disabled formNoValidate hidden loop noModule noValidate open playsInline readOnly required reversed itemScope',
);
const SMALL_FLAGS = words('autoFocus multiple muted checked');
const ADDRESSES = words('src href action formAction');
const SPELLED = words('contentEditable spellCheck draggable value focusable');
const NAMES: Readonly<Record<string, string>> = {
  className: 'class',
  tabIndex: 'tabindex',
  htmlFor: 'for',
  httpEquiv: 'http-equiv',
  acceptCharset: 'accept-charset',
  crossOrigin: 'crossorigin',
};
/** Of drawings: with a hyphen in the markup. */
const HYPHENED = words(
  'clipPath clipRule dominantBaseline fillOpacity fillRule floodColor floodOpacity fontFamily fontSize fontStyle fontWeight letterSpacing markerEnd markerMid markerStart paintOrder pointerEvents shapeRendering stopColor stopOpacity strokeDasharray strokeDashoffset strokeLinecap strokeLinejoin strokeMiterlimit strokeOpacity strokeWidth textAnchor textRendering transformOrigin vectorEffect wordSpacing',
);
/** What React does something of its own with, and no page drawn ahead has. */
const FOREIGN =
  /^(dangerouslySetInnerHTML|scoped|seamless|credentialless|disable[A-Z].*|x(link|ml)[A-Z].*|autoReverse|preserveAlpha)$/;

function writerOf(name: string): Write {
  const start = ` ${NAMES[name] ?? (HYPHENED.has(name) ? hyphened(name) : name)}`;
  if (SILENT.has(name) || /^on./i.test(name)) return nothing;
  if (name === 'style') return styleText;
  if (FLAGS.has(name)) return flag(start);
  if (SMALL_FLAGS.has(name)) return flag(start.toLowerCase());
  if (ADDRESSES.has(name)) return address(start);
  if (name === 'download' || name === 'capture') return flagOrText(start);
  if (name === 'cols' || name === 'rows' || name === 'size' || name === 'span') return count(start, 1);
  if (name === 'rowSpan' || name === 'start') return count(start, Number.NEGATIVE_INFINITY);
  if (FOREIGN.test(name) || !/^[A-Za-z_][\w.:-]*$/.test(name))
    throw new Error(`Drawing ahead does not know the attribute ${name}.`);
  return plain(start, SPELLED.has(name) || /^(data|aria)-/i.test(name));
}

const hyphened = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
