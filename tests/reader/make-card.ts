import type { Card } from '../../src/schema/card.ts';

const picture = { id: 'aaaaaaaaaaaa', width: 1280, height: 720, widths: [320, 640, 1280] };

/** A card as a feed holds it. `number` names it; `pictured` gives it a picture. */
export function makeCard(number: number, card: Partial<Card> & { pictured?: boolean } = {}): Card {
  const { pictured, ...rest } = card;
  return {
    slug: `article-${number}`,
    category: 'news',
    title: `Article number ${number}`,
    publishedDateTime: '2022-10-03T08:00:00Z',
    type: 'article',
    provider: { name: 'Harbour Post' },
    topics: [],
    file: `file${number}`,
    ...(pictured && { image: picture }),
    ...rest,
  };
}
