import { expect, test } from 'vitest';
import { Here } from '../../../src/compiler/here.ts';
import type { PublicArticle, RelatedStory } from '../../../src/compiler/model.ts';
import { reachOf, Windows } from '../../../src/compiler/related-window.ts';
import { wordsOf } from '../../../src/compiler/words.ts';
import { corpusOf, madeCorpus, publicArticle } from '../../fixtures/made-corpus.ts';
import { madeRecords } from '../../fixtures/made-records.ts';
import { relatedOf } from './related-of.ts';

interface Told {
  title: string;
  excerpt?: string;
  topics?: string[];
  provider?: string;
  covers?: string[];
}

const [record] = madeRecords({ count: 1, drafts: 0 });

/** Newest first, an hour apart. */
function publication(told: Told[]): PublicArticle[] {
  return told.map(({ title, excerpt = '', topics = [], provider, covers = [] }, back) => {
    if (!record) throw new Error('no article was made');
    const name = provider ?? `Provider ${back}`;
    const related = covers.map((url): RelatedStory => ({ title: url, url, urls: [url], type: 'article', images: [] }));
    const slug = `a-${back}`;
    return publicArticle(record, {
      slug,
      title,
      excerpt,
      topics,
      related,
      time: -back,
      urls: [`https://x.example/${slug}`],
      provider: { name, images: [] },
    });
  });
}

const panel = (articles: PublicArticle[], place = 0): string[] =>
  (relatedOf(articles, new Here(articles)).get(articles[place] as PublicArticle) ?? []).map(({ article }) => article.title);

const filler = (count: number): Told[] =>
  Array.from({ length: count }, (_, at) => ({ title: `Unlike${at} matters${at} entirely${at}`, topics: ['Other'] }));

test('what is about the same subject comes first, the nearest subject at the top', () => {
  const articles = publication([
    { title: 'Tidal turbine off Orkney feeds the grid' },
    ...filler(30),
    { title: 'Orkney tests a second tidal turbine' },
    ...filler(30),
    { title: 'A turbine maker goes bankrupt' },
    { title: 'Orkney ferries run late' },
  ]);
  expect(panel(articles).slice(0, 1)).toEqual(['Orkney tests a second tidal turbine']);
  expect(panel(articles).slice(1, 3).toSorted()).toEqual(['A turbine maker goes bankrupt', 'Orkney ferries run late']);
});

test('scripts without spaces find each other too', () => {
  const articles = publication([{ title: '潮汐發電機在奧克尼併網' }, ...filler(40), { title: '奧克尼測試第二座潮汐發電機' }]);
  expect(panel(articles)[0]).toBe('奧克尼測試第二座潮汐發電機');
});

test('at most two are by one provider', () => {
  const same = Array.from({ length: 6 }, (_, at) => ({
    title: `Tidal turbine ${'abcdef'.charAt(at).repeat(4)} ${'ghijkl'.charAt(at).repeat(4)} Orkney`,
    provider: 'One',
  }));
  const chosen = panel(publication([{ title: 'Tidal turbine off Orkney' }, ...same, ...filler(30)]));
  expect(chosen.filter((title) => title.startsWith('Tidal')).length).toBe(2);
});

test('the same story told twice is there once, and one told as the article itself tells it is not', () => {
  const articles = publication([
    { title: 'Tidal turbine off Orkney feeds grid' },
    { title: 'Tidal turbine off Orkney feeds the grid!' },
    { title: 'Orkney tests second tidal turbine' },
    { title: 'Orkney tests a second tidal turbine.' },
    ...filler(30),
  ]);
  expect(panel(articles).filter((title) => title.includes('idal'))).toEqual(['Orkney tests second tidal turbine']);
});

test('what covers the same event stands in coverage, not here, whichever of the two names the other', () => {
  const tidal: Told[] = [
    { title: 'Tidal turbine feeds Orkney' },
    { title: 'Orkney gets a tidal turbine for winter' },
    ...filler(30),
  ];
  expect(panel(publication(tidal))[0]).toBe('Orkney gets a tidal turbine for winter');
  const named = publication(tidal.with(0, { title: 'Tidal turbine feeds Orkney', covers: ['http://www.x.example/a-1/#top'] }));
  expect(panel(named)).not.toContain('Orkney gets a tidal turbine for winter');
  const naming = publication(
    tidal.with(1, { title: 'Orkney gets a tidal turbine for winter', covers: ['https://x.example/a-0'] }),
  );
  expect(panel(naming)).not.toContain('Orkney gets a tidal turbine for winter');
});

test('where words find nothing, the same topic fills the panel, then what is nearest in time', () => {
  const articles = publication([
    { title: 'Alone here', topics: ['Ferries'] },
    ...filler(4),
    { title: 'Entirely different', topics: ['ferries'] },
    ...filler(30),
  ]);
  const nearest = filler(4).map(({ title }) => title);
  expect(panel(articles)).toEqual(['Entirely different', ...nearest]);
});

test('no article stands alone, not even the oldest one', () => {
  const { articles } = madeCorpus({ count: 60 });
  for (const [article, related] of relatedOf(articles, new Here(articles))) {
    expect(related.length).toBeGreaterThanOrEqual(3);
    expect(related.length).toBeLessThanOrEqual(5);
    const others = related.map((one) => one.article);
    expect(others).not.toContain(article);
    expect(new Set(others).size).toBe(others.length);
  }
});

test('each entry tells the words that it shares, as it spells them, and none that many share', () => {
  const articles = publication([
    { title: 'Kepler telescope finds a moon', topics: ['Sky & Space'] },
    { title: 'A moon for Kepler', topics: ['Sky & Space'] },
    ...filler(40),
  ]);
  const [first, second] = relatedOf(articles, new Here(articles)).get(articles[0] as PublicArticle) ?? [];
  expect(first?.words).toEqual(['moon', 'Kepler', 'Sky & Space']);
  expect(second?.words).toEqual([]);
});

test('a new article changes no other article’s panel', () => {
  const records = madeRecords({ count: 3000, drafts: 0 });
  const panels = (count: number): Map<string, string> => {
    const { articles } = corpusOf(records.slice(0, count));
    return new Map(
      [...relatedOf(articles, new Here(articles))].map(([{ slug }, related]) => [
        slug,
        related.map((other) => `${other.article.slug} ${other.words.join()}`).join(),
      ]),
    );
  };
  const before = panels(2900);
  const after = panels(3000);
  for (const [slug, own] of before) expect(after.get(slug)).toBe(own);
});

test.each(['landmark', 'other'])('an old article that goes (%s) changes lists only where they are looked for', (kind) => {
  const { articles } = madeCorpus({ count: 6000 });
  const windows = new Windows(articles.toReversed());
  const gone = Array.from(articles, (_, place) => place).find(
    (place) => place > 500 && windows.isLandmark(place) === (kind === 'landmark'),
  );
  if (gone === undefined) throw new Error('no such article was made');
  const left = articles.toSpliced(articles.length - 1 - gone, 1);
  const panels = (list: PublicArticle[]): string[] =>
    [...relatedOf(list, new Here(list)).values()]
      .map((related) => related.map(({ article, words }) => `${article.slug} ${words.join()}`).join())
      .toReversed();
  const [before, after] = [panels(articles).toSpliced(gone, 1), panels(left)];
  const changed = after.flatMap((told, place) => (told === before[place] ? [] : [place]));
  const [range, ...more] = reachOf([gone], left.toReversed());
  expect(changed.length).toBeGreaterThan(0);
  expect(more).toEqual([]);
  expect(changed.filter((place) => !range || place < range.from || place >= range.to)).toEqual([]);
  expect(range?.to).toBeLessThan(left.length);
});

test('only older articles are related to a later one', () => {
  const { articles } = madeCorpus({ count: 200 });
  const related = relatedOf(articles, new Here(articles));
  const turned = articles
    .slice(0, -24)
    .filter((article) => related.get(article)?.some((other) => other.article.time > article.time));
  expect(turned.map(({ slug }) => slug)).toEqual([]);
});

test('words are lower case, plural and singular are one, and what only joins sentences is none', () => {
  expect(wordsOf('The Chips, and the chip: NVIDIA’s AI')).toEqual(['chip', 'chip', 'nvidia', 'ai']);
  expect(wordsOf('AI芯片公司')).toEqual(['ai', '芯片', '片公', '公司']);
  expect(wordsOf('Über الاخبار')).toEqual(['über', 'الاخبار']);
});
