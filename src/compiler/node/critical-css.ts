import { PAGE_STYLES, type PageStyle } from '../html.ts';
import type { ShortNames } from './short-names.ts';

/** Style modules by their file's name. What stands below the first screen, opens by a click or moves is not among them. */
const FRAME = ['shell', 'masthead', 'bookmark', 'theme-switch', 'reader-keys', 'footer', 'badge', 'byline', 'kept-picture'];
const ARTICLE = [
  ...FRAME,
  'article-view',
  'article-reading',
  'article-header',
  'picture-placeholder',
  'article-body',
  'article-out',
  'article-acts',
  'panel',
  'coverage',
  'related',
];
const MODULES: Readonly<Record<PageStyle, readonly string[]>> = {
  feed: [...FRAME, 'feed', 'feed-head', 'part-rows', 'card', 'card-picture', 'picture-placeholder', 'save-mark', 'day-steps'],
  article: [...ARTICLE, 'article-figure'],
  video: [...ARTICLE, 'article-video'],
  list: [...FRAME, 'letter-index', 'calendar', 'day-steps'],
  plain: [...FRAME, 'saved', 'saved-files', 'notice'],
  keyed: [...FRAME, 'not-found', 'notice', 'preview-room'],
};

/** The rules of a style sheet (as Vite writes it, without comments) that a page of each kind needs to be painted, in their order. */
export function criticalStyles(css: string, { lettersOf, nameOf }: ShortNames): Record<PageStyle, string> {
  const rules = readRules(css);
  const rare = new Set(RARE.map(([module, name]) => nameOf(name, `${module}.module.css`)));
  const styleOf = (kind: PageStyle): string =>
    withoutUnused(rulesFor(rules, { modules: new Set(MODULES[kind].map(lettersOf)), rare }));
  return Object.fromEntries(PAGE_STYLES.map((kind) => [kind, styleOf(kind)])) as Record<PageStyle, string>;
}

/** Values that no rule here takes. */
const withoutUnused = (css: string): string =>
  css.replace(/(--[\w-]+):[^;{}]*;/g, (whole, name: string) => (css.includes(`var(${name}`) ? whole : ''));

/** modules: letters of the style modules that are wanted. rare: short names of classes in them that are not. */
interface Wanted {
  modules: ReadonlySet<string>;
  rare: ReadonlySet<string>;
}

/** head: what stands before the brace. */
interface Rule {
  head: string;
  body: string;
}

/** The rules of one level; a body is not read further. */
function readRules(css: string): Rule[] {
  const rules: Rule[] = [];
  let start = 0;
  let open = -1;
  let depth = 0;
  let quote = '';
  for (let at = 0; at < css.length; at++) {
    const sign = css.charAt(at);
    if (sign === '\\') at++;
    else if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '{' && depth++ === 0) open = at;
    else if (sign === '}' && --depth === 0) {
      rules.push({ head: css.slice(start, open).trim(), body: css.slice(open + 1, at) });
      start = at + 1;
    } else if (sign === ';' && depth === 0) start = at + 1;
  }
  if (depth !== 0 || quote !== '') throw new Error('The style sheet ends in the middle of a rule.');
  return rules;
}

/** Paper, and how things move, can wait. */
const LATER =
  /^@media (print|\((prefers-reduced-motion|forced-colors))|^@(keyframes|view-transition|property|container scroll-state)/;

function rulesFor(rules: readonly Rule[], wanted: Wanted): string {
  return rules
    .map(({ head, body }) => {
      if (LATER.test(head)) return '';
      // Typefaces come after the first picture; their stand-ins are on the machine.
      if (head === '@font-face') return body.includes('url(') ? '' : `${head}{${body}}`;
      if (head.startsWith('@')) {
        const inner = rulesFor(readRules(body), wanted);
        return inner === '' ? '' : `${head}{${inner}}`;
      }
      const selectors = head.split(/,(?![^(]*\))/).filter((selector) => isNeeded(selector, wanted));
      return selectors.length === 0 ? '' : `${selectors.join(',')}{${body.replace(LATER_VALUES, '')}}`;
    })
    .join('');
}

/** Classes that a page does not open with. */
const RARE: readonly (readonly [module: string, name: string])[] = [
  ['reader-keys', 'dialog'],
  ['coverage', 'waiting'],
  ['article-figure', 'gone'],
  ['article-video', 'player'],
  ['article-out', 'none'],
  ['article-out', 'without'],
  ['related', 'skeleton'],
];
const RARE_PARTS = /[ >](pre|code|hr|blockquote)\b|::marker|details-marker/;

/** An edge is torn when the page is there, and letters are chosen by nobody yet. */
const LATER_VALUES =
  /(clip-path:polygon\([^)]*\)|(-webkit-)?user-select:none|-(webkit|moz)-text-(decoration-color|size-adjust):[^;]*);?/g;

/** Nothing is pointed at yet, pressed, or open. */
const ACTS =
  /:(hover|active|focus|focus-visible|focus-within|disabled)\b|::view-transition|\[open\]|::backdrop|\[aria-pressed|\[data-read/;

function isNeeded(selector: string, { modules, rare }: Wanted): boolean {
  if (ACTS.test(selector.replace(/:not\([^)]*\)/g, '')) || RARE_PARTS.test(selector)) return false;
  return [...selector.matchAll(/\.(([a-z]{2})\d+)/g)].every(
    ([, name = '', module = '']) => modules.has(module) && !rare.has(name),
  );
}
