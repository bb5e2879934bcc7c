import { longSlug } from '../../lib/search-slug.ts';
import { searchWords } from '../../lib/search-words.ts';
import { providerId, segmentOf } from '../../lib/slugify.ts';
import type { ArticleType, Card, DraftReason, Provider } from '../../schema/card.ts';
import type { SearchPeriod } from '../../schema/search.ts';

/** An article as a list of what was found shows it. time: seconds since 1970. */
export interface FoundArticle {
  slug: string;
  category: string;
  title: string;
  excerpt: string;
  text: string;
  time: number;
  publishedDateTime: string;
  type: ArticleType;
  provider: Provider;
  topics: string[];
  lang?: string | undefined;
  draft?: DraftReason | undefined;
}

/** With its words, folded, a space before and after each: what stands between two spaces is whole. */
export interface SearchedArticle {
  article: FoundArticle;
  title: string;
  names: string;
  excerpt: string;
  text: string;
  topicIds: string[];
  providerIds: string[];
}

const spaced = (text: string): string => (text === '' ? '' : ` ${searchWords(text).join(' ')} `);

export function searchedArticle(article: FoundArticle): SearchedArticle {
  const { title, excerpt, text, provider, topics } = article;
  return {
    article,
    title: spaced(title),
    names: spaced([provider.name, ...topics].join(' ')),
    excerpt: spaced(excerpt),
    text: spaced(text),
    topicIds: topics.map(segmentOf),
    providerIds: [providerId(provider), segmentOf(provider.name)],
  };
}

/** The articles of a period, newest first. Entries that name what is not there are left out. */
export function* articlesOfPeriod(period: SearchPeriod): Generator<FoundArticle> {
  const times: number[] = [];
  for (const [at, since] of period.since.entries()) times.push((times[at - 1] ?? period.from) + since);
  for (let at = times.length - 1; at >= 0; at--) {
    const article = articleAt(period, at, times[at] ?? 0);
    if (article) yield article;
  }
}

function articleAt(period: SearchPeriod, at: number, time: number): FoundArticle | undefined {
  const { names, titles, slugs, excerpts, texts, types, languages, drafts } = period;
  const [title, short] = [titles[at], slugs[at]];
  const [name, domain] = names.providers[period.providers[at] ?? -1] ?? [];
  const category = names.categories[period.categories[at] ?? -1];
  if (title === undefined || short === undefined || name === undefined || category === undefined) return undefined;
  const publishedDateTime = new Date(time * 1000).toISOString().replace('.000Z', 'Z');
  return {
    slug: longSlug(short, title, publishedDateTime.slice(0, 10)),
    category,
    title,
    excerpt: excerpts[at] ?? '',
    text: texts[at] ?? '',
    time,
    publishedDateTime,
    type: types[at] ?? 'article',
    provider: domain ? { name, domain } : { name },
    topics: (period.topics[at] ?? []).flatMap((place) => names.topics[place] ?? []),
    lang: languages[at],
    draft: drafts[at],
  };
}

/** What a loaded feed knows of an article. */
export function foundCard(card: Card): FoundArticle {
  const { slug, category, title, excerpt = '', publishedDateTime, type, provider, topics, lang, draft } = card;
  const time = Math.floor(Date.parse(publishedDateTime) / 1000);
  return { slug, category, title, excerpt, text: '', time, publishedDateTime, type, provider, topics, lang, draft };
}
