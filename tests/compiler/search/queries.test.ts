import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article, PublicArticle } from '../../../src/compiler/model.ts';
import { markedPieces } from '../../../src/features/search/find-marks.ts';
import { isOneTypo } from '../../../src/features/search/is-one-typo.ts';
import { asksForSomething, parseQuery } from '../../../src/features/search/parse-query.ts';
import { publicArticle } from '../../fixtures/made-corpus.ts';
import { madeRecords } from '../../fixtures/made-records.ts';
import { answerTo, filesOf, slugsIn, sourceOf } from './find.ts';

const [record] = madeRecords({ count: 1 });
if (!record) throw new Error('no record');

const article = (slug: string, changes: Partial<Article>): PublicArticle =>
  publicArticle(
    { ...record, slug, title: slug, excerpt: '', topics: ['News'] },
    { provider: { name: 'Harbour Post', domain: 'harbourpost.example', images: [] }, type: 'article', ...changes },
  );

const day = (iso: string) => ({ publishedDateTime: `${iso}T12:00:00Z`, time: Date.parse(`${iso}T12:00:00Z`) });

const ARTICLES = [
  article('ferry', { title: 'The night ferry goes electric', topics: ['Oceans', 'Clean energy'], ...day('2022-10-03') }),
  article('train', { title: 'A train for the night', excerpt: 'Slower than the ferry, and warmer.', ...day('2022-09-01') }),
  article('film', { title: 'A film', type: 'video', provider: { name: 'Lumen Weekly', images: [] }, ...day('2021-05-05') }),
  article('cafe', { title: 'Der Straßencafé-Führer für Łódź', ...day('2020-02-02') }),
  article('tokyo', { title: '東京タワーの夜景', excerpt: '電気フェリー就航', ...day('2020-01-01') }),
  article('persian', { title: 'کتاب‌های تازهٔ کودکان', ...day('2019-06-01') }),
  article('hebrew', { title: 'סִפְרִיָּה חֲדָשָׁה בָּעִיר', ...day('2019-05-01') }),
  article('cxx', { title: 'What C++ has (and [has] not) *learned*', ...day('2019-04-01') }),
  article('body', {
    title: 'Without an excerpt',
    body: [{ type: 'paragraph', children: ['The ', { type: 'strong', children: ['lighthouse'] }, ' keeper writes.'] }],
    ...day('2019-03-01'),
  }),
];
const source = sourceOf(filesOf(ARTICLES));
const found = async (written: string) => slugsIn(await answerTo(source, written));

test.each([
  ['night', ['ferry', 'train']],
  ['nig', ['ferry', 'train']],
  ['ferry', ['ferry', 'train']],
  ['night ferry', ['ferry', 'train']],
  ['"night ferry"', ['ferry']],
  ['"for the nig"', []],
  ['"for the night', ['train']],
  ['night -ferry', []],
  ['night -electric', ['train']],
  ['topic:oceans', ['ferry']],
  ['topic:"clean energy"', ['ferry']],
  ['topic:clean-en', ['ferry']],
  ['-topic:oceans night', ['train']],
  ['provider:lumen', ['film']],
  ['provider:"Lumen Weekly"', ['film']],
  ['provider:harbourpost.example electric', ['ferry']],
  ['type:video', ['film']],
  ['TYPE:Video', ['film']],
  ['after:2022-09-02', ['ferry']],
  ['after:2021 before:2022', ['film']],
  ['before:2022-09-02 after:2022-09-01', ['train']],
  ['lighthouse', ['body']],
  ['lumen', ['film']],
])('%s finds %j', async (written, slugs) => {
  expect(await found(written)).toEqual(slugs);
});

test.each([
  ['strassencafe', 'cafe'],
  ['fuhrer', 'cafe'],
  ['lodz', 'cafe'],
  ['ŁÓDŹ', 'cafe'],
  ['東京', 'tokyo'],
  ['夜景', 'tokyo'],
  ['タワー', 'tokyo'],
  ['京', 'tokyo'],
  ['ﾌｪﾘｰ', 'tokyo'],
  ['كتاب', 'persian'],
  ['کودکان', 'persian'],
  ['ספריה', 'hebrew'],
  ['בעיר', 'hebrew'],
])('accents, scripts without spaces and from right to left: %s', async (written, slug) => {
  expect(await found(written)).toEqual([slug]);
});

test.each(['electrci', 'elecric', 'electtric', 'elektric', 'lelectric', 'eelctric'])('a typo: %s', async (written) => {
  expect(await found(written)).toEqual(['ferry']);
});

test('short words, quoted ones and known ones are taken as they are', async () => {
  expect(await found('nght')).toEqual([]);
  expect(await found('"electrci"')).toEqual([]);
  expect(await found('electric lighthouse')).toEqual([]);
});

test('a title counts more than an excerpt', async () => {
  expect(await found('ferry')).toEqual(['ferry', 'train']);
});

test.each(['.*', '\\', '(((((', '"', '-', '-"', 'topic:', ':', '"""', '\u202e'])('signs alone ask for nothing: %s', (written) => {
  expect(asksForSomething(parseQuery(written))).toBe(false);
});

test.each(['C++ (and [has', '"c++"', '*learned*', '[has] not)'])('signs between words mean nothing: %s', async (written) => {
  expect(await found(written)).toEqual(['cxx']);
});

test('a query of ten thousand signs is cut and answered', async () => {
  const query = parseQuery('(a+)+$ "x" -topic:'.repeat(600));
  expect(query.pieces.length).toBeLessThanOrEqual(16);
  expect(await found(`${'ferry '.repeat(2000)}`)).toEqual(['ferry', 'train']);
  expect(await found('x'.repeat(10_000))).toEqual([]);
});

test('no query makes it fail, and its pieces lie within it in their order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (written) => {
      let end = 0;
      for (const { from, to } of parseQuery(written).pieces) {
        expect(from).toBeGreaterThanOrEqual(end);
        end = to;
      }
      expect(end).toBeLessThanOrEqual(written.length);
    }),
  );
});

test('a date that is none is told apart and narrows nothing down', async () => {
  expect(parseQuery('before:2022-13').filters).toEqual([{ operator: 'before', not: false, time: undefined }]);
  expect(await found('before:2022-02-30 electric')).toEqual(['ferry']);
});

const marked = (text: string, written: string): string =>
  markedPieces(text, parseQuery(written).terms)
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('');

test.each([
  ['The Café of cafés', 'cafe', 'The [Café] of [cafés]'],
  ['東京タワーの夜景', '夜景', '東京タワーの[夜景]'],
  ['電気ﾌｪﾘｰ就航', 'フェリー', '電気[ﾌｪﾘｰ]就航'],
  ['Nightly, by night', '"by night"', 'Nightly, [by] [night]'],
  ['<b>bold</b> & night', 'bold -night', '<b>[bold]</b> & night'],
  ['nothing here', 'topic:nothing', 'nothing here'],
])('in %s, %s marks %s', (text, written, wanted) => {
  expect(marked(text, written)).toBe(wanted);
});

test('one typo is one sign more, less, other, or two exchanged', () => {
  for (const [a, b] of [
    ['abcde', 'abde'],
    ['abde', 'abcde'],
    ['abcde', 'abxde'],
    ['abcde', 'abdce'],
    ['abcde', 'abcde'],
  ] as const)
    expect(isOneTypo(a, b)).toBe(true);
  for (const [a, b] of [
    ['abcde', 'aecdb'],
    ['abcde', 'ab'],
    ['abcde', 'badce'],
    ['', 'ab'],
  ] as const)
    expect(isOneTypo(a, b)).toBe(false);
});
