import { writtenStrings as words } from '../../lib/written-strings.ts';
import type { ArticleFile } from '../../schema/article.ts';
import type { DraftEntry, DraftFile } from '../../schema/preview.ts';

/** What the build made of a key of a draft's file, in words; undefined where the file has errors, so that hardly anything was read. */
export function asRead(key: string, entry: DraftEntry, { article, secured }: DraftFile): string | undefined {
  const scored: Readonly<Record<string, unknown>> = {
    quality: entry.quality,
    score: entry.quality,
    heat: entry.heat,
    published: entry.published,
  };
  if (Object.hasOwn(scored, key)) return scored[key] === undefined ? words.nothing : String(scored[key]);
  if (key === 'title' && entry.title !== undefined) return entry.title;
  if (!article) return undefined;
  if (key === 'removed') return String(entry.reason === 'removed');
  if (key === 'secured') return secured === undefined ? words.nothing : words.secured(secured.length);
  const read = READ[key];
  return read ? read(article) || words.nothing : words.ignored;
}

type Read = (article: ArticleFile) => string | undefined;

const READ: Readonly<Record<string, Read>> = Object.assign(Object.create(null), {
  category: ({ category }) => category,
  title: ({ title }) => title,
  ...each(['excerpt', 'abstract'], ({ excerpt }) => excerpt),
  publishedDateTime: ({ publishedDateTime }) => publishedDateTime,
  ...each(['originalUrl', 'sourceUrl'], ({ originalUrl }) => originalUrl),
  webUrl: () => words.address,
  ...each(['ampWebUrl', 'ampUrl'], ({ ampWebUrl }) => ampWebUrl),
  ...each(['cdnAmpWebUrl', 'cdnAmpUrl'], ({ cdnAmpWebUrl }) => cdnAmpWebUrl),
  type: ({ type }) => type,
  provider: ({ provider: { name, domain, logo } }) => [name, domain, logo && words.logo].filter(Boolean).join(', '),
  topics: ({ topics }) => topics.join(', '),
  images: ({ images, pictureLinks }) => words.images(images.length, pictureLinks.length),
  related: ({ coverageTotal, coverageProviders }) => words.coverage(coverageTotal, coverageProviders),
  featuredContent: ({ video }) => video && words.video(video.id),
  ...each(['lang', 'language', 'locale'], ({ lang }) => lang),
} satisfies Record<string, Read>);

function each(keys: readonly string[], read: Read): Record<string, Read> {
  return Object.fromEntries(keys.map((key) => [key, read]));
}
