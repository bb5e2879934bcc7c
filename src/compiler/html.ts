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

/** What goes into one page. head and body are HTML. files: URL paths of the data that it shows. edition: a mark of that, `lib/edition.ts`. */
export interface PageParts {
  style: PageStyle;
  language: string;
  head: string;
  body: string;
  files: readonly string[];
  edition: string;
}

/** Takes the shell's page apart once: there are as many pages as articles. Throws when a placeholder is not in it. */
export function pageWriter(template: string): (parts: PageParts) => string {
  for (const placeholder of [HEAD, BODY, LANGUAGE])
    if (!template.includes(placeholder)) throw new Error(`The shell's page lacks ${placeholder}: build the shell again.`);
  const piecesOf = (style: PageStyle): string[] => withPictures(withStyle(template, style), style).split(PLACEHOLDERS);
  const pieces = Object.fromEntries(PAGE_STYLES.map((style) => [style, piecesOf(style)])) as Record<PageStyle, string[]>;
  return ({ style, language, head, body, files, edition }) => {
    const values: Readonly<Record<string, string>> = {
      [HEAD]: head,
      [BODY]: body,
      [LANGUAGE]: escapeHtml(language),
      [FILES]: escapeHtml(files.join(' ')),
      [EDITION]: escapeHtml(edition),
    };
    return pieces[style].map((piece) => values[piece] ?? piece).join('');
  };
}

const PLACEHOLDERS = new RegExp(`(${[HEAD, BODY, LANGUAGE, FILES, EDITION].join('|')})`);

/** Without the styles of other kinds. */
const withStyle = (template: string, style: PageStyle): string =>
  template.replace(/\s*<style data-page="(\w+)">[\s\S]*?<\/style>/g, (whole, kind) => (kind === style ? whole : ''));

/** Pictures of drafts are made in the page's memory: its policy, and no other's, allows those. */
const withPictures = (html: string, style: PageStyle): string =>
  style === 'keyed' ? html.replace("img-src 'self'", "img-src 'self' blob:") : html;
