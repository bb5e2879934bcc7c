/** What a pretend article says; what is left out gets a plain default. */
export interface PretendArticle {
  title?: string;
  excerpt?: string;
  /** ISO 8601. */
  at?: string;
  category?: string;
  provider?: { name: string; domain: string };
  topics?: string[];
  type?: string;
  quality?: number;
  heat?: number;
  published?: boolean;
  originalUrl?: string;
  featuredContent?: string;
  related?: { title: string; at: string; url: string; provider: { name: string; domain: string } }[];
  body?: string;
}

const quoted = (text: string): string => JSON.stringify(text);
const block = (name: string, lines: readonly string[]): string[] => (lines.length > 0 ? ['', `${name}:`, ...lines] : []);

/** The file of a pretend article, in the form of the real ones. */
export function articleText(slug: string, article: PretendArticle): string {
  const provider = article.provider ?? { name: 'Harbour Post', domain: 'harbourpost.example' };
  const url = article.originalUrl ?? `https://${provider.domain}/${slug}`;
  const quality = article.quality ?? 80;
  return [
    '---',
    `category: ${article.category ?? 'news'}`,
    `title: ${quoted(article.title ?? slug)}`,
    `excerpt: ${quoted(article.excerpt ?? 'What happened, in a sentence or two.')}`,
    `publishedDateTime: ${article.at ?? '2022-10-03T08:50:00Z'}`,
    `originalUrl: ${quoted(url)}`,
    `webUrl: ${quoted(url)}`,
    `type: ${article.type ?? 'article'}`,
    `quality: ${quality}`,
    `heat: ${article.heat ?? quality}`,
    `published: ${article.published ?? true}`,
    ...(article.featuredContent ? ['', `featuredContent: ${quoted(article.featuredContent)}`] : []),
    ...block('provider', [`  name: ${quoted(provider.name)}`, `  domain: ${provider.domain}`]),
    ...block(
      'topics',
      (article.topics ?? ['Oceans']).map((topic) => `  - ${quoted(topic)}`),
    ),
    ...block('related', (article.related ?? []).flatMap(relatedLines)),
    '---',
    article.body ?? '',
  ].join('\n');
}

function relatedLines(entry: NonNullable<PretendArticle['related']>[number]): string[] {
  return [
    `  - title: ${quoted(entry.title)}`,
    '    excerpt: "The same event, told elsewhere."',
    `    publishedDateTime: ${entry.at}`,
    `    webUrl: ${quoted(entry.url)}`,
    '    type: article',
    '    provider:',
    `      name: ${quoted(entry.provider.name)}`,
    `      domain: ${entry.provider.domain}`,
    '    quality: 70',
  ];
}

/** Files of a content folder from articles by slug. */
export const contentOf = (articles: Readonly<Record<string, PretendArticle>>): Record<string, string> =>
  Object.fromEntries(Object.entries(articles).map(([slug, article]) => [`${slug}.md`, articleText(slug, article)]));

const SUBJECTS = ['ferry', 'lighthouse', 'library', 'battery', 'telescope', 'orchard', 'tram', 'archive', 'reef', 'printer'];
const DEEDS = ['goes electric', 'opens at night', 'is counted anew', 'learns to wait', 'moves upstream', 'turns quiet'];
const TOPICS = ['Oceans', 'Cities', 'Machines', 'Energy', 'Languages'];
const PROVIDERS = ['Harbour Post', 'Meridian', 'The Almanac', 'Lumen Weekly', 'North Circuit', 'Fieldnotes', 'Quanta Desk'];

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** `count` articles, three hours apart, the newest first by name of `articleSlug(1)`. */
export function manyArticles(count: number, newest = Date.parse('2022-10-07T16:00:00Z')): Record<string, PretendArticle> {
  const articles: Record<string, PretendArticle> = {};
  for (let number = 1; number <= count; number++) {
    const name = pick(PROVIDERS, number * 3);
    articles[articleSlug(number)] = {
      title: `The ${pick(SUBJECTS, number)} ${pick(DEEDS, number * 7)}, number ${number}`,
      at: new Date(newest - (number - 1) * 3 * 3_600_000).toISOString().replace('.000Z', 'Z'),
      provider: { name, domain: `${name.toLowerCase().replace(/\W/g, '')}.example` },
      topics: [pick(TOPICS, number)],
    };
  }
  return articles;
}

export const articleSlug = (number: number): string => `article-number-${number}`;
