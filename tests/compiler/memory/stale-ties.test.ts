import { expect, test } from 'vitest';
import type { ClusterRules, PublicArticle } from '../../../src/compiler/model.ts';
import { newestFirst } from '../../../src/compiler/order.ts';
import { madeCorpus } from '../../fixtures/made-corpus.ts';
import { HOUR, madeCoverage, NO_RULES, Stories } from './stories.ts';

/** As many as a cluster takes. */
const MOST = 60;
const DAY = 24 * HOUR;

/** Of months before all else, so that words are neither new nor counted otherwise while the stories of a test come and go. */
const EARLIER = madeCorpus({ count: 900, seed: 11 }).articles;
const LAST = new Date(EARLIER[0]?.time ?? 0);
const START = Date.UTC(LAST.getUTCFullYear(), LAST.getUTCMonth() + 1, 1);

/** One title and excerpt is one event published again, for a month. at: ms after the first day. */
function story(slug: string, at: number, title: string, excerpt = `All of ${title}.`): PublicArticle {
  const [like] = EARLIER as [PublicArticle];
  const url = `https://${slug}.example/`;
  return { ...like, slug, title, excerpt, time: START + at, urls: [url], related: [] };
}

const many = (count: number, slug: string, at: number, title: string): PublicArticle[] =>
  Array.from({ length: count }, (_, place) => story(`${slug}-${place}`, at + place, title));

interface Change {
  before: PublicArticle[];
  after: PublicArticle[];
  rules?: ClusterRules;
  /** Whom it is about. */
  slug: string;
}

/** In whose cluster a story stands before and after, as the compile of what changed says, which says what a compile of all says. */
function leaders({ before, after, rules = NO_RULES, slug }: Change): (string | undefined)[] {
  const stories = new Stories(rules);
  const compiled = [before, after].map((some) => {
    const articles = [...EARLIER, ...some].sort(newestFirst);
    const { ties } = stories.compile(articles);
    expect([...ties]).toEqual([...new Stories(rules).compile(articles).ties]);
    return ties.get(slug)?.split(' ')[0];
  });
  return compiled;
}

const STORM = 'Storm floods the harbour of Vantmoor';
const MARKET = 'Lanterns return to Quellbridge market';
const BRIDGE = 'Old bridge at Tirravane closes for repair';

test('where one leaves a full cluster, one that had no room for weeks comes in, though its title is another', () => {
  const storm = many(MOST - 1, 'storm', 0, STORM);
  const others = [story('market', DAY, MARKET), story('again', 12 * DAY, MARKET)];
  const change = {
    before: [...storm, ...others],
    after: [...storm.filter(({ slug }) => slug !== 'storm-30'), ...others],
    rules: { join: [['storm-0', 'market']], part: [] },
    slug: 'again',
  };
  expect(leaders(change)).toEqual([undefined, 'storm-0']);
});

test('where one of a full cluster turns out to tell of another event, one that had no room comes in', () => {
  const stories = [
    ...many(MOST - 3, 'storm', 0, STORM),
    story('market', DAY, MARKET),
    story('bridge', DAY + HOUR, BRIDGE),
    story('market-again', 10 * DAY, MARKET),
    story('bridge-again', 20 * DAY, BRIDGE),
  ];
  const change = {
    before: stories,
    after: [...stories, story('market-between', 9 * DAY, MARKET, 'Another year.')],
    rules: { join: [['storm-0', 'market', 'bridge']], part: [] },
    slug: 'bridge-again',
  };
  expect(leaders(change)).toEqual([undefined, 'storm-0']);
});

test('where one comes that fills a cluster, one of weeks later has no room any more', () => {
  const storm = many(MOST - 2, 'storm', 0, STORM);
  const others = [story('market', DAY, MARKET), story('again', 12 * DAY, MARKET)];
  const change = {
    before: [...storm, ...others],
    after: [...storm, story('late', 2 * HOUR, STORM), ...others],
    rules: { join: [['storm-0', 'market']], part: [] },
    slug: 'again',
  };
  expect(leaders(change)).toEqual(['storm-0', undefined]);
});

test('where the last one of its title goes that told something else, a story of weeks later joins the first', () => {
  const [first, between, last] = [
    story('first', 0, STORM),
    story('between', 8 * DAY, STORM, 'Another year.'),
    story('last', 20 * DAY, STORM),
  ];
  expect(leaders({ before: [first, between, last], after: [first, last], slug: 'last' })).toEqual([undefined, 'first']);
});

test('whose cluster becomes another takes along those of its title, weeks later', () => {
  const stories = [story('market', 5 * DAY, MARKET), story('storm', 6 * DAY, STORM), story('again', 20 * DAY, STORM)];
  const change = {
    before: stories,
    after: [story('market-before', 4 * DAY, MARKET), ...stories],
    rules: { join: [['market', 'storm']], part: [] },
    slug: 'again',
  };
  expect(leaders(change)).toEqual(['market', 'market-before']);
});

test('a story whose coverage somebody tells, however much later, joins nobody by its words; untold, it does again', () => {
  const first = story('first', 0, 'Floods swamp Quellbridge market before dawn', 'Tirravane lanterns drift through Quellbridge.');
  const second = story('second', HOUR, 'Quellbridge market floods: lanterns adrift', 'Tirravane lanterns drift at dawn.');
  const teller = story('teller', 20 * DAY, BRIDGE);
  const telling = { ...teller, related: madeCoverage(second) } as PublicArticle;
  expect(leaders({ before: [first, second, teller], after: [first, second, telling], slug: 'second' })).toEqual([
    'first',
    undefined,
  ]);
  expect(leaders({ before: [first, second, telling], after: [first, second, teller], slug: 'second' })).toEqual([
    undefined,
    'first',
  ]);
});

test('what was joined by hand goes along when the cluster becomes another', () => {
  const stories = [story('market', 5 * DAY, MARKET), story('storm', 20 * DAY, STORM)];
  const change = {
    before: stories,
    after: [story('market-before', 4 * DAY, MARKET), ...stories],
    rules: { join: [['market', 'storm']], part: [] },
    slug: 'storm',
  };
  expect(leaders(change)).toEqual(['market', 'market-before']);
});

test('what was parted by hand joins the cluster once the other has left it', () => {
  const stories = [
    story('storm', 0, STORM),
    story('market', HOUR, MARKET),
    story('market-again', 10 * DAY, MARKET),
    story('storm-again', 20 * DAY, STORM),
  ];
  const change = {
    before: stories,
    after: [...stories, story('market-between', 9 * DAY, MARKET, 'Another year.')],
    rules: { join: [['storm', 'market']], part: [['market-again', 'storm-again']] },
    slug: 'storm-again',
  };
  expect(leaders(change)).toEqual([undefined, 'storm']);
});
