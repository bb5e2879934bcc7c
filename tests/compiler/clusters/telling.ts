import type { ClusterRules, Corpus, PublicArticle, RelatedStory } from '../../../src/compiler/model.ts';
import { newestFirst } from '../../../src/compiler/order.ts';
import { corpusOf, type MadeArticle, publicArticle } from '../../fixtures/made-corpus.ts';
import { madeRecords } from '../../fixtures/made-records.ts';

export interface Told {
  title: string;
  excerpt?: string;
  /** Hours from the first day of the month in which the test plays. */
  at?: number;
  provider?: string;
  topics?: string[];
  category?: string;
  covers?: string[];
}

const [record] = madeRecords({ count: 1, drafts: 0 });
const START = Date.UTC(2022, 9, 1);
const HOUR = 3_600_000;

/** An article by its slug, with nothing in it but what is told. */
export function article(slug: string, told: Told): MadeArticle {
  if (!record) throw new Error('no article was made');
  const { title, excerpt = '', at = 0, provider = slug, topics = ['Sea'], category = 'news', covers = [] } = told;
  const time = START + at * HOUR;
  const url = `https://x.example/${slug}`;
  const related = covers.map((other): RelatedStory => {
    const address = `https://x.example/${other}`;
    return { title: other, url: address, urls: [address], type: 'article', images: [] };
  });
  return publicArticle(record, {
    slug,
    path: `${slug}.md`,
    title,
    excerpt,
    time,
    publishedDateTime: new Date(time).toISOString().replace('.000Z', 'Z'),
    provider: { name: provider, images: [] },
    topics,
    category,
    categoryName: category,
    related,
    images: [],
    urls: [url],
    originalUrl: url,
  });
}

const EVERYDAY = ['harbour', 'council', 'budget', 'school', 'market', 'library', 'weather', 'concert'];

/** Sixty articles of the month before, so that there is something that words can be rare against. */
export const monthBefore = (): PublicArticle[] =>
  Array.from({ length: 60 }, (_, place) => {
    const words = [0, 3, 5].map((step) => EVERYDAY[(place + step) % EVERYDAY.length]).join(' ');
    return article(`before-${place}`, {
      title: `Item${place} of the ${words}`,
      at: -24 * 20 + place * 2,
      provider: `p${place % 9}`,
    });
  });

export function corpus(articles: readonly PublicArticle[], clusters: ClusterRules = { join: [], part: [] }): Corpus {
  return { ...corpusOf([]), articles: [...articles].sort(newestFirst), clusters };
}
