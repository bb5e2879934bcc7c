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

/** What goes into one page. head and body are HTML. */
export interface PageParts {
  language: string;
  head: string;
  body: string;
}

/** Takes the shell's page apart once: there are as many pages as articles. Throws when a placeholder is not in it. */
export function pageWriter(template: string): (parts: PageParts) => string {
  const [start, afterHead] = halves(template, HEAD);
  const [middle, end] = halves(afterHead, BODY);
  const [open, rest] = halves(start, LANGUAGE);
  return ({ language, head, body }) => open + escapeHtml(language) + rest + head + middle + body + end;
}

function halves(text: string, placeholder: string): [string, string] {
  const at = text.indexOf(placeholder);
  if (at === -1) throw new Error(`The shell's page lacks ${placeholder}: build the shell again.`);
  return [text.slice(0, at), text.slice(at + placeholder.length)];
}
