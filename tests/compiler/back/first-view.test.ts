import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Corpus } from '../../../src/compiler/model.ts';
import { FeedManifest, FIRST_CARDS } from '../../../src/schema/feed.ts';
import { feedManifestFile, feedPartFile, MANIFEST } from '../../../src/schema/paths.ts';
import { corpusOf, madeCorpus } from '../../fixtures/made-corpus.ts';
import { type MadeRecord, madeRecords } from '../../fixtures/made-records.ts';
import { read, type Site, siteOf } from './site.ts';

const LIMIT = 12_000;

/** As hosts compress while they serve; files compressed beforehand are smaller. */
const onTheFly = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
const compressed = (site: Site, path: string): number => brotliCompressSync(site.get(path) ?? '', onTheFly).length;

/** Bytes that a feed's first view loads: the publication, the feed's manifest, and the newest shard where that holds few cards. */
function firstView(site: Site, path: string): number {
  const manifest = read(site, path, FeedManifest);
  const newest = manifest.references[0];
  const files = [MANIFEST, path];
  if (manifest.cards.length < FIRST_CARDS && newest?.level === 0)
    files.push(feedPartFile(manifest.kind, manifest.id, newest.file));
  return files.reduce((sum, file) => sum + compressed(site, file), 0);
}

const feeds = (site: Site): string[] => [...site.keys()].filter((path) => /^data\/feed\/.*manifest\.json$/.test(path));

const home = (site: Site): number => firstView(site, feedManifestFile('all', 'all'));

function heaviest(corpus: Corpus): { home: number; all: number; feeds: number } {
  const site = siteOf(corpus);
  const sizes = feeds(site).map((path) => firstView(site, path));
  return { home: home(site), all: Math.max(...sizes), feeds: sizes.length };
}

test.each([674, 5000, 25_000])('of %i articles, the first view of every feed loads less than 12 kB', (count) => {
  const { home: newest, all, feeds: number } = heaviest(madeCorpus({ count }));
  console.info(`${count} articles: first view ${newest} bytes, the heaviest of ${number} feeds ${all}`);
  expect(all).toBeLessThan(LIMIT);
});

test('the newest articles may be of any kind: at every moment the first view is below 12 kB', () => {
  const records = madeRecords({ count: 400, drafts: 0 });
  for (let count = 350; count < 400; count++) expect(home(siteOf(corpusOf(records.slice(0, count))))).toBeLessThan(LIMIT);
});

test.each([
  ['long Chinese titles and excerpts', () => signs(0x4e00, 4000, 470)],
  ['long Farsi ones', () => signs(0x621, 40, 470)],
  ['long Latin ones', () => signs(0x61, 26, 470)],
])('with %s everywhere too', (_, text) => {
  let seed = 1;
  const records = madeRecords({ count: 300, drafts: 0 }).map((record): MadeRecord => {
    const words = text()(seed++);
    return { ...record, title: words.slice(0, 230), excerpt: words.slice(230), category: 'news', topics: ['One'] };
  });
  for (const count of [280, 285, 290, 295, 300]) expect(heaviest(corpusOf(records.slice(0, count))).all).toBeLessThan(LIMIT);
});

/** Worse to compress than any language: every sign as likely as the next. */
function signs(first: number, size: number, length: number): (seed: number) => string {
  return (seed) => {
    let state = seed;
    const sign = (): string => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state % 1000 < 150 ? ' ' : String.fromCodePoint(first + ((state >>> 8) % size));
    };
    return Array.from({ length }, sign).join('');
  };
}
