import * as v from 'valibot';

/** What an issue with a value says. Values themselves are never quoted: they may be a draft's. */
const expected = (what: string) => (issue: v.BaseIssue<unknown>) => wrongKind(issue.input, what);

function wrongKind(input: unknown, what: string): string {
  if (input === null || input === undefined) return `is empty. Write ${what}, or remove the key.`;
  if (what === TEXT && (typeof input === 'number' || typeof input === 'boolean' || typeof input === 'bigint')) {
    return `is a ${typeof input === 'boolean' ? 'true/false value' : 'number'}, not text. Put it in double quotes.`;
  }
  const is =
    typeof input === 'string'
      ? 'text'
      : Array.isArray(input)
        ? 'a list'
        : typeof input === 'object'
          ? 'a block of keys'
          : `a ${typeof input}`;
  return `is ${is}. Write ${what}.`;
}

const TEXT = 'text';
const text = v.string(expected(TEXT));
const optionalText = v.nullish(text);
const number = v.pipe(v.number(expected('a number')), v.finite('is not a finite number. Write a plain number.'));
const list = v.nullish(v.array(v.unknown(), expected('a list, one line with a hyphen for each item')), []);
const score = v.optional(v.pipe(number, v.minValue(0, 'is below 0. Write a number from 0.')));

const missing = (issue: v.BaseIssue<unknown>): string =>
  issue.expected?.startsWith('"') ? 'is missing. Add the key.' : 'is not a block of keys. Write keys and values, one a line.';

/** Keys that both an article and an entry of its `related` may have. The last line but one of them are the older names. */
const shared = {
  excerpt: optionalText,
  abstract: optionalText,
  originalUrl: optionalText,
  webUrl: optionalText,
  sourceUrl: optionalText,
  ampWebUrl: optionalText,
  cdnAmpWebUrl: optionalText,
  ampUrl: optionalText,
  cdnAmpUrl: optionalText,
  type: optionalText,
  provider: v.nullish(v.unknown()),
  images: list,
  lang: optionalText,
  language: optionalText,
  locale: optionalText,
};

/** An article's front matter as files have it, the older keys too. Entries of lists are read one by one, by the schemas below. */
export const FrontMatter = v.looseObject(
  {
    ...shared,
    category: text,
    title: text,
    publishedDateTime: text,
    quality: score,
    score,
    heat: v.optional(
      v.pipe(
        number,
        v.check((heat) => heat === -1 || heat >= 0, 'is below 0 and not -1. Write -1 for a follower, else a number from 0.'),
      ),
    ),
    published: v.optional(v.boolean('is neither true nor false. Write true or false, in lower case and without quotes.')),
    removed: v.optional(v.boolean('is neither true nor false. Write true or false, in lower case and without quotes.')),
    featuredContent: optionalText,
    topics: list,
    related: list,
    secured: optionalText,
  },
  missing,
);
export type FrontMatter = v.InferOutput<typeof FrontMatter>;

/** An entry of `related`. `quality`, `score` and `heat` are known and dropped. */
export const RelatedInput = v.looseObject(
  {
    ...shared,
    title: text,
    url: optionalText,
    publishedDateTime: optionalText,
    quality: v.nullish(v.unknown()),
    score: v.nullish(v.unknown()),
    heat: v.nullish(v.unknown()),
  },
  missing,
);
export type RelatedInput = v.InferOutput<typeof RelatedInput>;

export const ProviderInput = v.looseObject({ name: optionalText, domain: optionalText, id: optionalText, images: list }, missing);
export type ProviderInput = v.InferOutput<typeof ProviderInput>;

const pixels = v.nullish(
  v.pipe(
    number,
    v.integer('is not a whole number of pixels.'),
    v.minValue(1, 'is not above 0.'),
    v.maxValue(100_000, 'is too large for a picture.'),
  ),
);

export const ImageInput = v.looseObject(
  { url: text, width: pixels, height: pixels, isCached: v.nullish(v.boolean(expected('true or false'))), title: optionalText },
  missing,
);
export type ImageInput = v.InferOutput<typeof ImageInput>;
