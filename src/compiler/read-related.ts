import { canonicalUrl } from '../lib/canonical-url.ts';
import { RelatedInput } from '../schema/front-matter.ts';
import type { RelatedStory, SourceProvider } from './model.ts';
import { parseInstant } from './parse-instant.ts';
import { readImages } from './read-images.ts';
import { readObject } from './read-object.ts';
import type { ProviderReader } from './read-provider.ts';
import type { Field, Report } from './report.ts';
import { storyLinks } from './story-links.ts';
import { type Language, readLanguage, readType } from './story-parts.ts';
import { cleanText } from './text.ts';

interface Context {
  path: string;
  readProvider: ProviderReader;
  language: Language;
  report: Report;
}

/** What tells stories apart: their addresses, and title with provider. */
interface Identity {
  title: string;
  provider?: SourceProvider | undefined;
  urls: readonly string[];
}

/** The entries of `related` without the article itself and without repeats. Faults in an entry are warnings. */
export function readRelated(raw: readonly unknown[], article: Identity, context: Context): RelatedStory[] {
  if (raw.length === 0) return [];
  const seen = new Set(identities(article));
  return raw.flatMap((item, index) => {
    if (item === null || item === undefined) return [];
    const story = readStory(item, ['related', index], context);
    if (story === undefined) return [];
    const own = identities(story);
    const isRepeat = own.some((identity) => seen.has(identity));
    for (const identity of own) seen.add(identity);
    return isRepeat ? [] : [story];
  });
}

function identities({ title, provider, urls }: Identity): string[] {
  const names =
    provider === undefined ? [] : [`title ${title.toLowerCase()} of ${provider.domain ?? provider.name.toLowerCase()}`];
  return [...urls.map(canonicalUrl), ...names];
}

function readStory(raw: unknown, field: Field, context: Context): RelatedStory | undefined {
  const { path, readProvider, language, report } = context;
  const input = readObject(RelatedInput, raw, field, report.warn);
  if (input === undefined) return undefined;
  const title = cleanText(input.title ?? '');
  if (title === '') {
    if (input.title !== undefined) report.warn([...field, 'title'], 'is empty. The entry is left out.');
    return undefined;
  }
  const { url, urls } = storyLinks(input, field, report.warn, report.warn);
  const excerpt = cleanText(input.excerpt ?? input.abstract ?? '');
  const provider = readProvider(input.provider, [...field, 'provider'], { from: path, url, report }, report.warn);
  const published = readTime(input.publishedDateTime, field, report);
  const lang = readLanguage(input, title, language, field, report);
  return {
    title,
    ...(excerpt !== '' && { excerpt }),
    ...(published !== undefined && { publishedDateTime: published }),
    ...(url !== undefined && { url }),
    urls,
    type: readType(input.type, field, report),
    ...(provider !== undefined && { provider }),
    images: readImages(input.images ?? [], [...field, 'images'], path, report, report.warn),
    ...(lang !== undefined && { lang }),
  };
}

function readTime(written: string | null | undefined, field: Field, report: Report): string | undefined {
  if (written === null || written === undefined || written.trim() === '') return undefined;
  const instant = parseInstant(written);
  if (instant === undefined)
    report.warn([...field, 'publishedDateTime'], 'is no date and time with a zone, as in 2022-10-03T08:50:00Z.');
  return instant?.iso;
}
