import { foldWords } from './search-words.ts';

/** Most slugs are the day and the title over again. `=` stands for the day and a hyphen, a number for signs of the title's own. */
export function shortSlug(slug: string, title: string, day: string): string {
  const dated = slug.startsWith(`${day}-`);
  const rest = dated ? slug.slice(day.length + 1) : slug;
  const named = titleSlug(title);
  let same = 0;
  while (same < rest.length && rest.charCodeAt(same) === named.charCodeAt(same)) same++;
  return `${dated ? '=' : ''}${same}:${rest.slice(same)}`;
}

/** The slug again. */
export function longSlug(short: string, title: string, day: string): string {
  const colon = short.indexOf(':');
  const dated = short.startsWith('=');
  const same = Number(short.slice(dated ? 1 : 0, colon));
  return `${dated ? `${day}-` : ''}${titleSlug(title).slice(0, same)}${short.slice(colon + 1)}`;
}

const titleSlug = (title: string): string =>
  foldWords(title)
    .replace(/['\u2019]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '');
