import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { dayFeeds } from '../../../src/compiler/day-feeds.ts';
import { dayTables } from '../../../src/compiler/day-tables.ts';
import { Pages } from '../../../src/compiler/pages.ts';
import { calendarDay } from '../../../src/lib/dates.ts';
import { DayYear, DayYears, OPEN_DAY } from '../../../src/schema/days.ts';
import { FeedManifest } from '../../../src/schema/feed.ts';
import { feedManifestFile, feedPage, YEARS, yearFile } from '../../../src/schema/paths.ts';
import { corpusOf, madeCorpus } from '../../fixtures/made-corpus.ts';
import { madeRecords } from '../../fixtures/made-records.ts';
import { read, type Site, siteOf, walkFeed } from './site.ts';

const corpus = madeCorpus({ count: 674 });
const site = siteOf(corpus, { siteUrl: 'https://news.example/' });
const dayOf = ({ publishedDateTime }: { publishedDateTime: string }) => calendarDay(publishedDateTime, corpus.settings.timeZone);
const days = [...new Set(corpus.articles.map(dayOf))];

test('every day that has articles has a feed of just these, newest first, which names the nearest day before that has some', () => {
  for (const [at, day] of days.entries()) {
    expect(walkFeed(site, 'day', day).slugs).toEqual(corpus.articles.filter((one) => dayOf(one) === day).map(({ slug }) => slug));
    expect(read(site, feedManifestFile('day', day), FeedManifest).previous).toBe(days[at + 1]);
  }
  expect([...site.keys()].filter((path) => path.startsWith('data/feed/day/') && path.endsWith('/manifest.json'))).toHaveLength(
    days.length,
  );
});

test('a day lies at its date, with its title and address for those who link to it', () => {
  const [day = ''] = days;
  expect(feedPage('day', day)).toBe(`${day.replaceAll('-', '/')}/index.html`);
  const html = site.get(feedPage('day', day)) ?? '';
  expect(html).toContain(`<link rel="canonical" href="https://news.example/${day.replaceAll('-', '/')}/">`);
  expect(html).toContain('CollectionPage');
  expect(html).toMatch(/<title>\d{1,2} \w+ \d{4} ·/);
});

test('a day begins and ends at midnight where the publication is', () => {
  const made = madeCorpus({ count: 60 });
  const moved = { ...made, settings: { ...made.settings, timeZone: 'Pacific/Auckland' } };
  const there = siteOf(moved);
  for (const { slug, publishedDateTime } of moved.articles) {
    expect(walkFeed(there, 'day', calendarDay(publishedDateTime, 'Pacific/Auckland')).slugs).toContain(slug);
  }
});

/** The counts in all years' tables, by day. */
function counts(from: Site): Map<string, string> {
  const found = new Map<string, string>();
  for (const { year, months } of read(from, YEARS, DayYears).years) {
    const table = read(from, yearFile(year), DayYear);
    expect(table.months.flatMap((text, month) => (text === '' ? [] : [month + 1]))).toEqual(months);
    table.months.forEach((text, month) => {
      text.split(',').forEach((count, at) => {
        const two = (value: number) => String(value).padStart(2, '0');
        if (count !== '') found.set(`${year}-${two(month + 1)}-${two(at + 1)}`, count);
      });
    });
  }
  return found;
}

test('the calendar counts every day but the newest, and its tables stay small at any size', () => {
  const found = counts(site);
  expect([...found.keys()].sort()).toEqual([...days].sort());
  const [newest = '', ...others] = days;
  expect(found.get(newest)).toBe(OPEN_DAY);
  for (const day of others) expect(found.get(day)).toBe(String(corpus.articles.filter((one) => dayOf(one) === day).length));
  const { articles, settings } = madeCorpus({ count: 25_000 });
  // Of so many articles all the rest would take its time, and is of no account here.
  const feeds = dayFeeds(articles, settings.language, (one) => Number(dayOf(one).replaceAll('-', '')));
  const tables = [...dayTables(feeds, new Pages(settings, { base: '/', siteUrl: undefined }))].flatMap((output) =>
    output.path.startsWith('data/day/') && 'text' in output ? [output.text] : [],
  );
  expect(tables.length).toBeGreaterThan(2);
  for (const text of tables) expect(brotliCompressSync(text).length).toBeLessThan(2000);
});

const changed = (before: Site, after: Site): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path) && /^data\/(feed\/)?day\/|^\d{4}\/|^day\//.test(path),
  );

test('one article more changes its day’s two files, and a shard when one ends; a day more the year too, and not the day before', () => {
  const records = madeRecords({ count: 300, drafts: 0 });
  let [most, sum] = [0, 0];
  let before = siteOf(corpusOf(records.slice(0, 280)));
  for (let count = 281; count <= 300; count++) {
    const after = siteOf(corpusOf(records.slice(0, count)));
    const files = changed(before, after);
    most = Math.max(most, files.length);
    sum += files.length;
    before = after;
  }
  console.info(`of days, a newest article changes ${sum / 20} files on average, ${most} at most`);
  expect(most).toBeLessThanOrEqual(4);
});
