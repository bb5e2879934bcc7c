import { expect, test } from 'vitest';
import { readContent } from '../../../src/compiler/read-content.ts';
import { madeCorpus } from '../../fixtures/made-corpus.ts';
import { makeArticles } from '../../fixtures/make-articles.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const options = { count: 400, drafts: 0.2 };

test('the made corpus is what reading the made articles gives', () => {
  const articles = makeArticles(options).map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }));
  const read = readContent({ articles, organizations: [], topics: [] }, { now: NOW });
  const made = madeCorpus(options);
  expect(read.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(read.drafts.map(({ article, reason }) => [article.slug, reason]).toSorted()).toEqual(
    made.drafts.map(({ article, reason }) => [article.slug, reason]).toSorted(),
  );
  const told = ({ articles: list }: typeof read) =>
    list.map(({ slug, title, excerpt, time, category, provider, topics, images, related, heat, originalUrl, type, video }) => {
      const stories = related.map((story) => [story.title, story.url]).toSorted();
      return { slug, title, excerpt, time, category, provider, topics, images, stories, heat, originalUrl, type, video };
    });
  expect(told(read)).toEqual(told(made));
});
