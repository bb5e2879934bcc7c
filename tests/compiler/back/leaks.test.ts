import { expect, test } from 'vitest';
import type { Corpus } from '../../../src/compiler/model.ts';
import { loadCorpus } from '../../../src/compiler/node/load-corpus.ts';
import { readContent } from '../../../src/compiler/read-content.ts';
import { allowedBy, findLeaks, keysCalled, type Secret, secretsOf } from '../../fixtures/leak-scanner.ts';
import { makeArticles } from '../../fixtures/make-articles.ts';
import { type Site, siteOf } from './site.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const CORPUS = process.env['TEARSHEET_CORPUS'];
const hidden = new Set(['quality', 'secured', 'published', 'removed']);

const secret = `It's <b>"secret"</b> & über 漢字 words, that nobody may read before their time`;
const secrets: Secret[] = [{ what: 'the draft', text: secret }];
const found = (text: string): string[] => findLeaks([['file', text]], secrets).map(({ form }) => form);

test.each([
  ['plain', secret],
  ['cut', `… ${secret.slice(0, 60)}…`],
  ['in JSON', JSON.stringify({ title: secret })],
  [
    'in JSON with escapes',
    JSON.stringify(secret).replace(/[^\x00-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  ],
  ['in HTML', secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')],
  [
    'in an attribute',
    secret
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;'),
  ],
  ['in an address', `/search?q=${encodeURIComponent(secret)}`],
  ['in a form’s address', `?q=${encodeURIComponent(secret).replaceAll('%20', '+')}`],
  ['in base64', Buffer.from(secret).toString('base64')],
  ['in base64, one byte further', Buffer.from(`x${secret}`).toString('base64')],
  ['in base64, two bytes further', Buffer.from(`xx${secret}`).toString('base64')],
])('the scanner finds a planted draft %s', (_, text) => {
  expect(found(`before ${text} after`)).not.toEqual([]);
});

test('the scanner finds a draft’s slug in the name of a file', () => {
  const slug = '2022-10-03-a-draft';
  expect(findLeaks([[`data/article/${slug}.json`, '']], [{ what: 'slug', text: slug }])).toHaveLength(1);
});

test('the scanner lets pass what a public article says, and what is not there', () => {
  expect(findLeaks([['file', secret]], secrets, `x ${secret} y`)).toEqual([]);
  expect(found('It’s nothing of the kind')).toEqual([]);
});

/** What is in the output that must not be: in words that do not quote it. */
function leaksOf(corpus: Corpus, site: Site): string[] {
  const leaks = findLeaks(site, secretsOf(corpus), allowedBy(corpus)).map(({ path, what, form }) => `${path}: ${what} (${form})`);
  const keys = [...site].flatMap(([path, text]) =>
    path.endsWith('.json') ? keysCalled(hidden, JSON.parse(text)).map((key) => `${path}: ${key}`) : [],
  );
  return [...leaks, ...keys];
}

function madeContent(): Corpus {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const articles = makeArticles({ count: 300, drafts: 0.3 }).map(({ path, text }) => ({ path, bytes: bytes(text) }));
  return readContent({ articles, organizations: [], topics: [] }, { now: NOW });
}

test('nothing of a made publication’s drafts is in its output, and no key that is for editors', () => {
  const corpus = madeContent();
  expect(corpus.drafts.length).toBeGreaterThan(60);
  expect(secretsOf(corpus).length).toBeGreaterThan(300);
  expect(leaksOf(corpus, siteOf(corpus, { originApi: true, siteUrl: 'https://site.example/' }))).toEqual([]);
});

test('a draft that was let through would be seen', () => {
  const corpus = madeContent();
  const [draft] = corpus.drafts;
  const leaky = { ...corpus, articles: [...corpus.articles, draft?.article as Corpus['articles'][number]] };
  const leaks = findLeaks(siteOf(leaky), secretsOf(corpus), allowedBy(corpus));
  expect(leaks.map(({ what }) => what.split(' ')[0])).toEqual(expect.arrayContaining(['slug', 'title', 'excerpt', 'address']));
});

test.each(CORPUS ? ['ai', 'ai-2019', 'ai-2020', 'crlf', 'diablo4', 'powerapps'] : [])(
  'nothing of the drafts of %s is in its output',
  (name) => {
    const { corpus } = loadCorpus(`${CORPUS}/${name}`, NOW);
    expect(corpus.drafts.length).toBeGreaterThan(0);
    expect(leaksOf(corpus, siteOf(corpus, { originApi: true }))).toEqual([]);
  },
);
