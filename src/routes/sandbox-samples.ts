import { type ArticleFile, type ArticleManifest, COVERAGE_FIRST, type Coverage } from '../schema/article.ts';
import type { Block } from '../schema/body.ts';
import type { Card, Provider, RelatedCard } from '../schema/card.ts';

/** Made-up news for the sandbox. */

const NAMES = [
  'Harbour Post',
  'Meridian',
  'The Almanac',
  'Lumen Weekly',
  'North Circuit',
  'Fieldnotes',
  'Quanta Desk',
  'Substation',
];
const domainOf = (name: string): string => `${name.toLowerCase().replace(/\W/g, '')}.example`;
export const providerOf = (name: string): Provider => ({ name, domain: domainOf(name) });

/** Names whose badges show all twelve inks, by trial. */
export const inkProviders: readonly Provider[] = Array.from({ length: 24 }, (_, number) => ({
  name: `${String.fromCharCode(65 + number)} ${number}`,
  domain: `ink-${number}.example`,
}));

export const scriptProviders: readonly Provider[] = [
  'Harbour Post',
  'Der Deichbote',
  '山海報',
  'دریانامه',
  'Ελληνικά',
  'Новости',
  '5 Past Six',
  '¿Qué?',
].map((name) => ({ name }));

export const titles = {
  plain: 'The night ferry goes electric, and the harbour finally hears itself',
  short: 'Salt debt',
  long: 'Notes on the Re-siting of the Outer Breakwater at Port Merrow, with Remarks on the Behaviour of Its Predecessor, Which Was Found to Have Walked Eleven Metres North-East since 1958 without Being Observed by Anyone at All',
  persian: 'لنج‌ها دوباره شعر می‌خوانند: بایگانی آواز دریانوردان جنوب پیدا شد',
  chinese: '最後一班柴油渡輪靠岸,港口第一次聽見自己',
};

const EXCERPT =
  'After two winters of trials the last diesel crossing left the pier on Sunday. Fishermen say the silence is the strangest part.';
const at = (hours: number): string =>
  new Date(Date.UTC(2022, 9, 3, 8, 50) + hours * 3_600_000).toISOString().replace('.000Z', 'Z');

export function sampleCard(slug: string, changes: Partial<Card> = {}): Card {
  return {
    slug: `sandbox-${slug}`,
    category: 'news',
    title: titles.plain,
    excerpt: EXCERPT,
    publishedDateTime: at(0),
    type: 'article',
    provider: providerOf('Harbour Post'),
    topics: ['Oceans', 'Energy'],
    file: 'none',
    ...changes,
  };
}

export function sampleRelated(slug: string, changes: Partial<RelatedCard> = {}): RelatedCard {
  const { excerpt: _excerpt, topics: _topics, ...card } = sampleCard(slug);
  return { ...card, words: [], ...changes };
}

export function sampleArticle(slug: string, changes: Partial<ArticleFile> = {}): ArticleFile {
  return {
    slug: `sandbox-${slug}`,
    category: 'news',
    title: titles.plain,
    excerpt: EXCERPT,
    publishedDateTime: at(9),
    originalUrl: 'https://harbourpost.example/night-ferry',
    type: 'article',
    provider: providerOf('Harbour Post'),
    topics: ['Oceans', 'Energy', 'Machines'],
    images: [],
    pictureLinks: [],
    body: [],
    coverage: [],
    coverageTotal: 0,
    coverageProviders: 0,
    ...changes,
  };
}

/** `count` stories, some of them without a time, and the article that they cover. */
export function coveredArticle(count: number): { article: ArticleFile; rest: Coverage[] } {
  const stories = Array.from({ length: count }, (_, number): Coverage => {
    const undated = count > 4 && number >= count - 2;
    return {
      title: number % 5 === 3 ? titles.chinese : `What a ${number + 40}-tonne battery does to a hull`,
      url: `https://example.com/story-${number}`,
      type: 'article',
      provider: providerOf(NAMES[number % NAMES.length] ?? ''),
      ...(!undated && { publishedDateTime: at(number * (count > 50 ? 0.6 : 3)) }),
    };
  });
  const article = sampleArticle(`covered-${count}`, {
    coverage: stories.slice(0, COVERAGE_FIRST),
    coverageTotal: count,
    coverageProviders: Math.min(count, NAMES.length),
    ...(count > COVERAGE_FIRST && { coverageRest: 'rest' }),
  });
  return { article, rest: stories.slice(COVERAGE_FIRST) };
}

const TEXT =
  'The crossing takes nine minutes longer than it did. On the first morning that was forgiven; by noon there was a petition.';

/** Every node that a body can have. */
export const everyBlock: readonly Block[] = [
  {
    type: 'paragraph',
    children: [
      TEXT,
      ' ',
      { type: 'emphasis', children: ['Emphasis'] },
      ', ',
      { type: 'strong', children: ['strong'] },
      ', ',
      { type: 'code', text: 'code' },
      ' and ',
      { type: 'link', href: 'https://example.com/', children: ['a link out'] },
      '.',
      { type: 'break' },
      'A line that begins anew.',
    ],
  },
  { type: 'heading', level: 2, children: ['A heading of the second level'] },
  { type: 'paragraph', children: [TEXT] },
  { type: 'quote', children: [{ type: 'paragraph', children: ['You felt it in the floor, and then you had four minutes.'] }] },
  { type: 'heading', level: 3, children: ['Of the third'] },
  {
    type: 'list',
    items: [
      [{ type: 'paragraph', children: ['halyards'] }],
      [
        { type: 'paragraph', children: ['a fridge'] },
        { type: 'list', items: [[{ type: 'paragraph', children: ['in the fish hall'] }]] },
      ],
    ],
  },
  {
    type: 'list',
    start: 9,
    items: [[{ type: 'paragraph', children: ['the ninth'] }], [{ type: 'paragraph', children: ['the tenth'] }]],
  },
  { type: 'rule' },
  { type: 'heading', level: 4, children: ['Of the fourth'] },
  {
    type: 'code',
    text: 'berth 2: 4 MW, tidal range 6.1 m, one plug that descends, and a line so long that it has to be scrolled to be read to its end',
  },
];

/** The table of contents of an article with one story by others: two of this publication follow it. */
export const clusterOf = (count: number): ArticleManifest => ({
  format: 1,
  file: 'none',
  related: [],
  here: [],
  followers: count === 1 ? [follower('Meridian', 11), follower('The Almanac', 14)] : [],
});

const follower = (provider: string, hour: number): ArticleManifest['followers'][number] => ({
  slug: `sandbox-${provider}`,
  category: 'news',
  title: titles.plain,
  publishedDateTime: at(hour),
  type: 'article',
  provider: providerOf(provider),
  tie: { by: 'words', words: ['ferry', 'harbour'] },
});
