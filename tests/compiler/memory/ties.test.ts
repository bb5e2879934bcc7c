import { expect, test } from 'vitest';
import type { PublicArticle } from '../../../src/compiler/model.ts';
import { newestFirst } from '../../../src/compiler/order.ts';
import { madeCorpus } from '../../fixtures/made-corpus.ts';
import { Random } from '../../fixtures/random.ts';
import { HOUR, madeCoverage, NO_RULES, Stories } from './stories.ts';

/** Crowds: many stories of few titles, so that clusters are full, and a few that return for months. */
function crowded(articles: readonly PublicArticle[], random: Random): PublicArticle[] {
  const start = articles.at(-1)?.time ?? 0;
  const span = (articles[0]?.time ?? 0) - start;
  return articles.map((article, at) => {
    const titles = ['Storm reaches Vantmoor', 'Storm reaches Vantmoor', 'Storm reaches Vantmoor', 'Weekly letters Ostrava'];
    const isCrowd = at % 3 === 0;
    const title = isCrowd ? random.pick(titles) : article.title;
    const excerpt = isCrowd ? random.pick(['The harbour of Vantmoor closed.', 'A storm.', '']) : article.excerpt;
    const time = isCrowd && at % 2 === 0 ? start + span / 2 + random.between(0, 96) * HOUR : article.time;
    return at % 7 === 0 ? { ...article, time } : { ...article, title, excerpt, time };
  });
}

/** Of few words, so that how rare each is decides much: many are nearly as alike as it takes. */
function ofFewWords(articles: readonly PublicArticle[], random: Random): PublicArticle[] {
  const words = Array.from({ length: 260 }, (_, at) => `word${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}`);
  const some = (count: number): string =>
    Array.from({ length: count }, () => words[Math.floor(words.length * random.next() ** 2)]).join(' ');
  return articles.map((article) => ({ ...article, title: some(5), excerpt: some(random.between(2, 8)) }));
}

function changed(articles: PublicArticle[], back: PublicArticle[], random: Random): PublicArticle[] {
  const list = [...articles];
  for (let many = random.pick([1, 1, 1, 2, 6]); many > 0; many--) {
    const at = random.between(0, list.length - 1);
    const one = list[at] as PublicArticle;
    const other = list[Math.min(list.length - 1, at + random.between(1, 6))] as PublicArticle;
    const come = back.shift();
    const kind = random.pick(['come', 'go', 'go', 'title', 'copy', 'time', 'coverage', 'excerpt']);
    if (kind === 'come' && come) list.push(come);
    else if (kind === 'go' && list.length > 5) back.push(...list.splice(at, 1));
    else if (kind === 'copy') list[at] = { ...one, title: other.title, excerpt: other.excerpt };
    else if (kind === 'time') list[at] = { ...one, time: one.time + random.between(-900, 900) * HOUR };
    else if (kind === 'excerpt') list[at] = { ...one, excerpt: `${one.excerpt} ${random.pick(['Indeed', 'zebra', 'harbour'])}` };
    else if (kind === 'coverage') list[at] = { ...one, related: one.related.length > 0 ? [] : madeCoverage(other) };
    else list[at] = { ...one, title: `${one.title} ${random.pick(['again', 'zebra', 'quartz 9'])}` };
    if (come && !list.includes(come)) back.push(come);
  }
  return list.sort(newestFirst);
}

test.each([
  { count: 900, seed: 1, rounds: 50, crowds: true, hasRules: false },
  { count: 900, seed: 2, rounds: 40, crowds: false, hasRules: true },
  { count: 40, seed: 3, rounds: 90, crowds: true, hasRules: true },
  { count: 700, seed: 5, rounds: 60, crowds: false, hasRules: false, fewWords: true },
  { count: 260, seed: 6, rounds: 60, crowds: false, hasRules: false, fewWords: true },
  { count: 3000, seed: 4, rounds: 15, crowds: false, hasRules: false },
])(
  'ties after each change are those that all stories give ($count stories, crowds: $crowds, rules: $hasRules)',
  (made) => {
    const { count, seed, rounds, crowds, hasRules, fewWords = false } = made;
    const random = new Random(seed);
    const plain = madeCorpus({ count, seed }).articles;
    const all = (crowds ? crowded(plain, random) : fewWords ? ofFewWords(plain, random) : [...plain]).sort(newestFirst);
    const slugs = all.map(({ slug }) => slug);
    const group = (size: number): string[] => Array.from({ length: size }, () => random.pick(slugs));
    const rules = hasRules ? { join: [group(3)], part: [group(4), slugs.slice(count / 2, count / 2 + 8)] } : NO_RULES;
    let articles = all.filter((_, at) => at % 9 !== 0);
    const back = all.filter((_, at) => at % 9 === 0);
    const stories = new Stories(rules);
    let before = stories.compile(articles).ties;
    for (let round = 0; round < rounds; round++) {
      articles = changed(articles, back, random);
      const { ties, touched } = stories.compile(articles);
      expect([...ties], `round ${round}`).toEqual([...new Stories(rules).compile(articles).ties]);
      const other = [...ties].filter(([slug, tie]) => before.get(slug) !== tie).map(([slug]) => slug);
      expect(other.filter((slug) => !touched.has(slug))).toEqual([]);
      before = ties;
    }
  },
  120_000,
);
