import { expect, test } from 'vitest';
import { cardOf } from '../../../src/compiler/card.ts';
import { cut } from '../../../src/compiler/cut.ts';
import type { Corpus, PublicArticle, SourceProvider, WholeArticle } from '../../../src/compiler/model.ts';
import { picturesNeeded } from '../../../src/compiler/pictures-needed.ts';
import { logoPath, Resolver } from '../../../src/compiler/resolve.ts';
import { corpusOf, type MadeArticle, publicArticle } from '../../fixtures/made-corpus.ts';
import { madeRecords } from '../../fixtures/made-records.ts';

const [record] = madeRecords({ count: 1, drafts: 0 });
const article = (changes: Partial<WholeArticle>): MadeArticle => {
  if (!record) throw new Error('no article was made');
  return publicArticle({ ...record, related: [] }, changes);
};
const picture = { id: '0123456789', width: 640, height: 360, widths: [320, 640] };
const corpus = (articles: PublicArticle[], more: Partial<Corpus> = {}): Corpus => ({ ...corpusOf([]), articles, ...more });
const card = (changes: Partial<WholeArticle>, pictures = new Map([['a.jpg', picture]])) =>
  cardOf(article(changes), 'hash', new Resolver(corpus([]), pictures));

test('a long excerpt ends after a word, with an ellipsis, in at most 240 signs', () => {
  const excerpt = 'Twelve ferries leave the harbour before dawn, '.repeat(10);
  const short = card({ excerpt }).excerpt ?? '';
  expect(short.length).toBeLessThanOrEqual(240);
  expect(short).toMatch(/\p{L}…$/u);
  expect(excerpt.startsWith(short.slice(0, -1))).toBe(true);
  expect(excerpt.charAt(short.length - 1)).toMatch(/[ ,]/);
});

test('an excerpt that fits stays as it is, an empty one is left out', () => {
  expect(card({ excerpt: 'Short.' }).excerpt).toBe('Short.');
  expect(card({ excerpt: '' }).excerpt).toBeUndefined();
});

test.each([
  '漢字'.repeat(200),
  '\u{1f680}'.repeat(200),
  '\u{1f469}\u{200d}\u{1f680}'.repeat(80),
  'e\u0301'.repeat(200),
  'x'.repeat(500),
])('text without spaces is cut between signs, never inside one (%#)', (text) => {
  const short = cut(text, 240);
  expect(short.length).toBeLessThanOrEqual(240);
  expect(short.length).toBeGreaterThan(200);
  expect(/\p{Surrogate}/u.test(short)).toBe(false);
  const signs = (part: string): string[] => [...new Intl.Segmenter('en').segment(part)].map(({ segment }) => segment);
  expect(signs(text).slice(0, signs(short).length - 1)).toEqual(signs(short).slice(0, -1));
});

test('the picture is the first one that is kept here', () => {
  const remote = { url: 'https://x.example/a.jpg', isCached: false };
  const missing = { local: 'gone.jpg', isCached: true };
  expect(card({ images: [remote, missing, { local: 'a.jpg', isCached: true }] }).image).toEqual(picture);
  expect(card({ images: [remote, missing] }).image).toBeUndefined();
});

const story = (name: string) => ({
  title: name,
  urls: [],
  type: 'article' as const,
  images: [],
  provider: { name, domain: `${name.toLowerCase()}.example`, images: [] },
});

test('a leader shows how many stories cover it, and at most four other publishers', () => {
  const own: SourceProvider = { name: 'Own', domain: 'own.example', images: [] };
  const related = ['Own', 'A', 'B', 'A', 'C', 'D', 'E'].map(story);
  const { coverage } = card({ provider: own, related });
  expect(coverage?.total).toBe(7);
  expect(coverage?.providers.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D']);
  const few = card({ provider: own, related: ['Own', 'A'].map(story) }).coverage;
  expect(few?.providers.map(({ name }) => name)).toEqual(['A', 'Own']);
  expect(card({ related: [] }).coverage).toBeUndefined();
});

test('a provider’s logo is the smallest that is wide enough, the organization’s before the article’s', () => {
  const logo = (local: string, width: number) => ({ local, width, height: width, isCached: false });
  const provider = { name: 'A', domain: 'a.example', images: [logo('own.png', 50)] };
  const organization = {
    name: 'A',
    domain: 'a.example',
    images: [logo('50.png', 50), logo('400.png', 400), logo('120.png', 120)],
  };
  expect(logoPath(provider, new Map([['a.example', organization]]))).toBe('120.png');
  expect(logoPath(provider, new Map())).toBe('own.png');
  expect(logoPath({ name: 'B', images: [] }, new Map())).toBeUndefined();
});

test('a provider is called as the article calls it, and by its organization where that says no more than the domain', () => {
  const organizations = new Map([['a.example', { name: 'The A', domain: 'a.example', images: [] }]]);
  const resolver = new Resolver(corpus([], { organizations }), new Map());
  expect(resolver.provider({ name: 'A channel', domain: 'a.example', images: [] }).name).toBe('A channel');
  expect(resolver.provider({ name: 'a.example', domain: 'a.example', images: [] }).name).toBe('The A');
});

test('pictures of articles and of their text are asked for, and the logos of all who are named; nothing of drafts', () => {
  const body: WholeArticle['body'] = [
    { type: 'quote', children: [{ type: 'list', items: [[{ type: 'picture', picture: 'deep.png', alt: '' }]] }] },
  ];
  const cover = { ...story('B'), provider: { name: 'B', domain: 'b.example', images: [{ local: 'b.png', isCached: false }] } };
  const shown = article({
    images: [{ local: 'a.jpg', isCached: true }],
    body,
    related: [cover],
    provider: { name: 'A', images: [] },
  });
  const draft = article({ images: [{ local: 'secret.jpg', isCached: true }] });
  const drafts = [{ article: draft, reason: 'held' as const, removed: false, source: '' }];
  expect(picturesNeeded(corpus([shown], { drafts }))).toEqual({ pictures: ['a.jpg', 'deep.png'], logos: ['b.png'], remote: [] });
});

test('of pictures elsewhere those that the publisher keeps are asked for, of covering stories too, and logos where there is none here', () => {
  const [own, other, unmarked] = ['https://a.example/1.jpg', 'https://b.example/2.jpg', 'https://c.example/3.jpg'];
  const logo = { url: 'https://b.example/logo.png', isCached: false };
  const cover = {
    ...story('B'),
    images: [
      { url: other, isCached: true },
      { url: own, isCached: true },
    ],
    provider: { name: 'B', domain: 'b.example', images: [logo] },
  };
  const images = [
    { url: own, width: 900, height: 600, isCached: true },
    { url: unmarked, isCached: false },
  ];
  const here = [
    { url: 'https://a.example/logo.png', width: 400, isCached: false },
    { local: 'a.png', isCached: false },
  ];
  const shown = article({ path: 'a.md', images, related: [cover], provider: { name: 'A', images: here } });
  const needed = picturesNeeded(corpus([shown]));
  expect(needed.logos).toEqual(['a.png']);
  expect(needed.remote).toEqual([
    { url: logo.url, use: 'logo', owner: 'a.md', shown: true },
    { url: own, use: 'picture', owner: 'a.md', shown: true, width: 900, height: 600 },
    { url: other, use: 'picture', owner: 'a.md', shown: false },
  ]);
});

test('a picture elsewhere is shown when it is marked and there, and else not', () => {
  const pictures = new Map([
    ['https://a.example/1.jpg', picture],
    ['https://a.example/2.jpg', picture],
  ]);
  const image = (url: string, isCached: boolean) => card({ images: [{ url, isCached }] }, pictures).image?.id;
  expect(image('https://a.example/1.jpg', true)).toBe(picture.id);
  expect(image('https://a.example/1.jpg', false)).toBeUndefined();
  expect(image('https://a.example/missing.jpg', true)).toBeUndefined();
});

test('a picture in the text that is not there is left out, the text around it stays', () => {
  const resolver = new Resolver(corpus([]), new Map([['a.jpg', picture]]));
  const blocks = resolver.body([
    { type: 'picture', picture: 'gone.png', alt: 'x' },
    { type: 'paragraph', children: ['Text'] },
    { type: 'picture', picture: 'a.jpg', alt: 'A ferry' },
  ]);
  expect(blocks).toEqual([
    { type: 'paragraph', children: ['Text'] },
    { type: 'picture', picture, alt: 'A ferry' },
  ]);
});
