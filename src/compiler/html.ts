const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text for HTML, between tags and between quotes alike. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"'`]/g, (sign) => ESCAPES[sign] ?? '');

/** ` name="value"`, escaped; empty without a value. */
export const attribute = (name: string, value: string | undefined): string =>
  value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`;

const HEAD = '<!--tearsheet:head-->';
const BODY = '<!--tearsheet:body-->';
const LANGUAGE = 'tearsheet:lang';
const FILES = 'tearsheet:files';
const EDITION = 'tearsheet:edition';

/** Each kind of page carries the styles that it is painted with. keyed: one that may be opened with a key, where drafts are shown. */
export const PAGE_STYLES = ['feed', 'article', 'video', 'list', 'plain', 'keyed'] as const;
export type PageStyle = (typeof PAGE_STYLES)[number];

/**
 * What goes into one page. head and body are HTML, and so is what stands around the body, where many pages have that in common: then it is
 * the same pair each time. files: URL paths of the data that it shows. edition: a mark of that, `lib/edition.ts`.
 */
export interface PageParts {
  style: PageStyle;
  language: string;
  head: string;
  body: string;
  around?: readonly [before: string, after: string] | undefined;
  files: readonly string[];
  edition: string;
}

/** A page's text in turns, from the first of `shared` to its last: those are the same strings in all pages of a kind, so that they are made into bytes once. */
export interface PageText {
  shared: readonly string[];
  own: readonly string[];
}

export const wholeText = ({ shared, own }: PageText): string => shared.map((part, at) => part + (own[at] ?? '')).join('');

/** Takes the shell's page apart once: there are as many pages as articles. Throws when a placeholder is not in it. */
export function pageWriter(template: string): (parts: PageParts) => PageText {
  for (const placeholder of [HEAD, BODY, LANGUAGE])
    if (!template.includes(placeholder)) throw new Error(`The shell's page lacks ${placeholder}: build the shell again.`);
  const pieces = Object.fromEntries(PAGE_STYLES.map((style) => [style, piecesOf(template, style)])) as Record<PageStyle, Pieces>;
  const sharedOf = createShared(pieces);
  return ({ style, language, head, body, around, files, edition }) => {
    const values: Readonly<Record<string, string>> = {
      [HEAD]: head,
      [BODY]: body,
      [LANGUAGE]: escapeHtml(language),
      [FILES]: escapeHtml(files.join(' ')),
      [EDITION]: escapeHtml(edition),
    };
    return { shared: sharedOf(style, around), own: pieces[style].places.map((place) => values[place] ?? '') };
  };
}

/** places: the placeholders between what is shared. */
interface Pieces {
  shared: readonly string[];
  places: readonly string[];
}

function piecesOf(template: string, style: PageStyle): Pieces {
  const pieces = withPictures(withStyle(template, style), style).split(PLACEHOLDERS);
  return { shared: pieces.filter((_, at) => at % 2 === 0), places: pieces.filter((_, at) => at % 2 === 1) };
}

function createShared(pieces: Record<PageStyle, Pieces>) {
  const made = new WeakMap<readonly [string, string], Partial<Record<PageStyle, readonly string[]>>>();
  return (style: PageStyle, around: readonly [string, string] | undefined): readonly string[] => {
    const { shared, places } = pieces[style];
    if (!around) return shared;
    const known = made.get(around) ?? {};
    made.set(around, known);
    const body = places.indexOf(BODY);
    known[style] ??= shared.map((part, at) => (at === body + 1 ? around[1] : '') + part + (at === body ? around[0] : ''));
    return known[style];
  };
}

const PLACEHOLDERS = new RegExp(`(${[HEAD, BODY, LANGUAGE, FILES, EDITION].join('|')})`);

/** Without the styles of other kinds. */
const withStyle = (template: string, style: PageStyle): string =>
  template.replace(/\s*<style data-page="(\w+)">[\s\S]*?<\/style>/g, (whole, kind) => (kind === style ? whole : ''));

/** Pictures of drafts are made in the page's memory: its policy, and no other's, allows those. */
const withPictures = (html: string, style: PageStyle): string =>
  style === 'keyed' ? html.replace("img-src 'self'", "img-src 'self' blob:") : html;
