import { segmentOf } from '../lib/slugify.ts';
import { RESERVED_SEGMENTS } from '../schema/paths.ts';

const LONGEST_SLUG = 200;
const LONGEST_CATEGORY = 60;
const DEVICES = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** Nothing that has another form: nearly all names, and thousands of them are looked at in every compile. */
const PLAIN = /^[a-z0-9_-]*$/;

/** An article's slug: its file's name without `.md`, NFC, so that it is the same on every disk. */
export function slugOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const slug = /\.md$/i.test(name) ? name.slice(0, -'.md'.length) : name;
  return PLAIN.test(slug) ? slug : slug.normalize('NFC');
}

/** The same for slugs that some disk or URL would take for one. */
export const slugKey = (slug: string): string =>
  PLAIN.test(slug) ? slug : slug.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');

/** Why a slug cannot be an address on every host and disk; undefined when it can. */
export function slugFault(slug: string): string | undefined {
  const rename = 'Rename the file';
  if (PLAIN.test(slug) && slug !== '' && slug.length <= LONGEST_SLUG && !DEVICES.test(slug)) return undefined;
  if (/\p{Surrogate}|\uFFFD/u.test(slug)) return `The file's name is not valid Unicode. ${rename}.`;
  if (/[\p{Cc}\u2028\u2029]/u.test(slug)) return `The file's name holds a control character or line end. ${rename} without it.`;
  if (/[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/.test(slug)) {
    return `The file's name holds an invisible or direction-changing character. ${rename} without it.`;
  }
  if (/[\\:*?"<>|]/.test(slug))
    return `The file's name holds one of \\ : * ? " < > |, which not every disk and host takes. ${rename} without it.`;
  if (/^[\s.]|[\s.]$/u.test(slug) || slug === '')
    return `The file's name begins or ends with white space or a dot. ${rename} without it.`;
  if (DEVICES.test(slug)) return `The file's name is one that Windows keeps for a device. ${rename}.`;
  if (new TextEncoder().encode(slug).length > LONGEST_SLUG) {
    return `The file's name is over ${LONGEST_SLUG} bytes without its .md. ${rename} to a shorter one.`;
  }
  return undefined;
}

/** A category's segment in URLs, or why it cannot have one, said so that it fits after the field's name. */
export function readCategory(name: string): { segment: string } | { fault: string } {
  if (name === '') return { fault: 'is empty. Write the name of a section, for example "news".' };
  if (name.length > LONGEST_CATEGORY) return { fault: `is longer than ${LONGEST_CATEGORY} characters. Shorten it.` };
  const segment = segmentOf(name);
  if (RESERVED_SEGMENTS.has(segment) || /^\d{4}$/.test(segment)) {
    const taken = [...RESERVED_SEGMENTS].sort().join(', ');
    return { fault: `is a name that the reader uses itself. Choose another; taken are: ${taken}, and four digits.` };
  }
  if (DEVICES.test(segment)) return { fault: 'is a name that Windows keeps for a device. Choose another.' };
  return { segment };
}
