import { expect, test } from 'vitest';
import { Clusters } from '../../../src/compiler/clusters.ts';
import { Here } from '../../../src/compiler/here.ts';
import type { ClusterRules, PublicArticle } from '../../../src/compiler/model.ts';
import { newestFirst } from '../../../src/compiler/order.ts';
import { corpusOf } from '../../fixtures/made-corpus.ts';
import { madeRecords } from '../../fixtures/made-records.ts';
import { article, monthBefore, type Told } from './telling.ts';

function clustersOf(articles: readonly PublicArticle[], rules: ClusterRules = { join: [], part: [] }): Clusters {
  const sorted = [...articles].sort(newestFirst);
  return new Clusters(sorted, new Here(sorted), rules);
}

/** Which of the told articles follows which, after an ordinary month. */
function following(told: Record<string, Told>, rules?: ClusterRules): Record<string, string> {
  const articles = Object.entries(told).map(([slug, one]) => article(slug, one));
  const clusters = clustersOf([...monthBefore(), ...articles], rules);
  return Object.fromEntries(
    articles.flatMap((one) => {
      const leader = clusters.following(one)?.leader;
      return leader ? [[one.slug, leader.slug]] : [];
    }),
  );
}

const ferry = { title: 'Kestrel ferry goes electric after Norvik trial', at: 10 };
const again = { title: 'Norvik: the Kestrel ferry is electric now', at: 30 };

test('two that share rare words on the same days tell of one event, and the older one leads', () => {
  expect(following({ ferry, again })).toEqual({ again: 'ferry' });
});

test('the words that tie them are told as the article spells them', () => {
  const [older, newer] = [article('ferry', ferry), article('again', again)];
  const follower = clustersOf([...monthBefore(), older, newer]).following(newer);
  expect(follower?.by).toBe('words');
  expect([...(follower?.words ?? [])].sort()).toEqual(['Kestrel', 'Norvik', 'electric', 'ferry']);
});

test('what comes more than three days later is another event', () => {
  expect(following({ ferry, again: { ...again, at: 10 + 73 } })).toEqual({});
});

test('a cluster ends with its leader’s three days, however close its followers came', () => {
  const third = { title: 'Why the Kestrel ferry of Norvik went electric', at: 85 };
  expect(following({ ferry, again, third })).toEqual({ again: 'ferry' });
});

test('words that everybody uses tie nothing', () => {
  const told = {
    first: { title: 'School budget of the harbour council', at: 5 },
    second: { title: 'The council, the school and its budget', at: 9 },
  };
  expect(following(told)).toEqual({});
});

test('one rare word alone ties nothing', () => {
  expect(following({ ferry, other: { title: 'A photograph of Norvik at dawn', at: 12 } })).toEqual({});
});

test('titles of one template are not one event', () => {
  const told = {
    first: { title: 'Wearable Sensor Outlook: Growth, Players and Forecast for Valbrona', at: 5 },
    second: { title: 'Wearable Sensor Outlook: Growth, Players and Forecast for Tiranza', at: 9 },
    third: { title: 'Patch 2.14 for Starhollow is out', at: 20 },
    fourth: { title: 'Patch 2.15 for Starhollow is out', at: 40 },
  };
  expect(following(told)).toEqual({});
});

test('spellings of one thing are one word', () => {
  const told = {
    first: { title: 'Orbwerk raises $40 million for Lumen II', at: 5 },
    second: { title: 'Orbwerk gets $40M, Lumen 2 delayed', at: 9 },
  };
  expect(following(told)).toEqual({ second: 'first' });
});

test('the same title at another publisher or on another day is one story, a heading that returns is not', () => {
  const title = 'The lighthouse opens at night';
  expect(following({ first: { title, at: 1 }, second: { title, at: 100, excerpt: 'Again' } })).toEqual({ second: 'first' });
  const heading = { title: 'Letters to the editor', excerpt: 'Of today' };
  const articles = [-400, 5, 20].map((at) => article(`letters${at}`, { ...heading, excerpt: `Of ${at}`, at }));
  const clusters = clustersOf([...monthBefore(), ...articles]);
  expect(articles.map((one) => clusters.following(one)?.leader.slug)).toEqual([undefined, undefined, undefined]);
});

test('where the source tells who covers an event, words add nothing to it', () => {
  expect(following({ ferry: { ...ferry, covers: ['elsewhere'] }, again })).toEqual({});
  expect(following({ ferry, again: { ...again, covers: ['elsewhere'] } })).toEqual({});
});

test('somebody’s word joins what no word would, and parts what words would join', () => {
  const other = { title: 'A quiet morning', at: 400 };
  expect(following({ ferry, again, other }, { join: [['other', 'ferry']], part: [] })).toEqual({
    again: 'ferry',
    other: 'ferry',
  });
  expect(following({ ferry, again }, { join: [], part: [['again', 'ferry']] })).toEqual({});
});

test('a rule that names a draft, or nothing, changes nothing', () => {
  expect(following({ ferry, again }, { join: [['gone', 'again']], part: [['gone', 'ferry']] })).toEqual({ again: 'ferry' });
});

test('a new newest article changes no other article’s cluster', () => {
  const records = madeRecords({ count: 1200, drafts: 0 });
  const twice = records.map((record, at) =>
    at % 7 === 3 && records[at - 2]
      ? { ...record, title: records[at - 2]?.title ?? '', related: [] }
      : { ...record, related: [] },
  );
  const tiesOf = (count: number): Map<string, string | undefined> => {
    const { articles } = corpusOf(twice.slice(0, count));
    const clusters = clustersOf(articles);
    return new Map(articles.map((one) => [one.slug, clusters.following(one)?.leader.slug]));
  };
  const before = tiesOf(1100);
  const after = tiesOf(1200);
  expect([...before.values()].filter((leader) => leader !== undefined).length).toBeGreaterThan(50);
  for (const [slug, leader] of before) expect(after.get(slug)).toBe(leader);
});
