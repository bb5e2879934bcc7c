import { expect, test } from 'vitest';
import type { Article, Corpus } from '../../../src/compiler/model.ts';
import type { FeedManifest } from '../../../src/schema/feed.ts';
import { feedPage, feedPartFile } from '../../../src/schema/paths.ts';
import { corpusOf, madeCorpus, publicArticle, TEMPLATE } from '../../fixtures/made-corpus.ts';
import { madeRecords } from '../../fixtures/made-records.ts';
import { type Site, siteOf } from './site.ts';

const hostile = `"><script>alert(1)</script><img src=x onerror='x'>&amp; \`$&\` </title></noscript>`;

function oneArticle(changes: Partial<Article>): Corpus {
  const [record] = madeRecords({ count: 1, drafts: 0 });
  if (!record) throw new Error('no article was made');
  return { ...corpusOf([]), articles: [publicArticle({ ...record, related: [], slug: 'the-slug', category: 'news' }, changes)] };
}

const page = (site: Site, path: string): string => site.get(path) ?? `no ${path}`;

test('text of an article is text in every page, whatever is in it', () => {
  const corpus = oneArticle({
    title: hostile,
    excerpt: hostile,
    topics: [hostile],
    categoryName: hostile,
    provider: { name: hostile, images: [] },
    originalUrl: `https://x.example/?a="><script>`,
    lang: '"><script>',
  });
  const settings = { ...corpus.settings, title: hostile, description: hostile };
  const plain = TEMPLATE.match(/<[a-z/!]/g)?.length ?? 0;
  for (const [path, html] of siteOf({ ...corpus, settings }, { siteUrl: 'https://site.example/' })) {
    if (!path.endsWith('.html')) continue;
    expect(html).not.toMatch(/<script|<img|onerror='/);
    // As a parser reads them: a quote that got through would end the value and begin an attribute.
    for (const [tag] of html.matchAll(/<(?:a|meta|link|html|h1|p|time)\b[^>]*>/g))
      expect(tag).toMatch(/^<\w+(?: [a-z]+(?:="[^"<]*")?)*>$/);
    expect(html.match(/<\/title>/g)).toHaveLength(1);
    expect(html.match(/<\/noscript>/g)).toHaveLength(1);
    expect(html.match(/<[a-z/!]/g)?.length).toBeGreaterThan(plain);
  }
});

test('an article’s page tells its title, excerpt and publisher without script, and leads to the original', () => {
  const corpus = oneArticle({
    title: 'A ferry leaves',
    excerpt: 'It left.',
    originalUrl: 'https://p.example/ferry',
    lang: 'en-GB',
  });
  const html = page(siteOf(corpus, { siteUrl: 'https://site.example/sub/', base: '/sub/' }), 'news/the-slug/index.html');
  const body = /<noscript>([\s\S]*)<\/noscript>/.exec(html)?.[1] ?? '';
  expect(body).toContain('<h1 lang="en-GB"><bdi>A ferry leaves</bdi></h1>');
  expect(body).toContain('It left.');
  expect(body).toContain('<a href="https://p.example/ferry" rel="noopener noreferrer nofollow ugc">');
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('<title>A ferry leaves</title>');
  expect(html).toContain('<meta name="description" content="It left.">');
  expect(html).toContain('<link rel="canonical" href="https://site.example/sub/news/the-slug/">');
  expect(html).toContain('<meta property="og:url" content="https://site.example/sub/news/the-slug/">');
  expect(html).toContain('<meta property="og:type" content="article">');
});

test('an article without an address of its own has a page without a way out', () => {
  const corpus = oneArticle({});
  delete corpus.articles[0]?.originalUrl;
  expect(page(siteOf(corpus), 'news/the-slug/index.html')).not.toContain('rel="noopener');
});

test('each page asks early for the data that its view loads first, below the base, and all of it is there', () => {
  const corpus = madeCorpus({ count: 120 });
  const site = siteOf(corpus, { base: '/sub path/' });
  for (const [path, html] of site) {
    if (!path.endsWith('.html')) continue;
    const files = [...html.matchAll(/rel="preload" as="fetch" crossorigin="anonymous" href="([^"]*)"/g)].map(
      ([, href = '']) => href,
    );
    expect(files.length).toBeGreaterThan(0);
    for (const href of files) {
      expect(href.startsWith('/sub path/data/')).toBe(true);
      expect(site.has(decodeURIComponent(href.slice('/sub path/'.length)))).toBe(true);
    }
  }
});

test('a feed with few open cards asks early for its newest shard too', () => {
  const site = siteOf(madeCorpus({ count: 300 }));
  const feeds = [...site]
    .filter(([path]) => /^data\/feed\/.*manifest\.json$/.test(path))
    .map(([, text]) => JSON.parse(text) as FeedManifest);
  const few = feeds.filter(({ cards, references }) => cards.length < 10 && references.length > 0);
  expect(few.length).toBeGreaterThan(3);
  for (const { kind, id, references } of few) {
    expect(page(site, feedPage(kind, id))).toContain(`href="/${feedPartFile(kind, id, references[0]?.file ?? '')}"`);
  }
});

test('without a site URL no page claims an address', () => {
  for (const [path, html] of siteOf(madeCorpus({ count: 30 })))
    if (path.endsWith('.html')) expect(html).not.toMatch(/canonical|og:url/);
});

test('every link in a page leads to a page that is there', () => {
  const site = siteOf(madeCorpus({ count: 300 }), { base: '/b/' });
  for (const [path, html] of site) {
    if (!path.endsWith('.html')) continue;
    for (const [, href = ''] of html.matchAll(/<a href="(\/[^"]*)"/g)) {
      const file = `${decodeURIComponent(href).replace('/b/', '')}index.html`;
      expect(site.has(file), `${path} -> ${href}`).toBe(true);
    }
  }
});

test('the page for addresses that name nothing is not for search engines', () => {
  expect(page(siteOf(madeCorpus({ count: 5 })), '404.html')).toContain('<meta name="robots" content="noindex">');
});

test('a shell’s page without a placeholder is refused', () => {
  expect(() => siteOf(madeCorpus({ count: 5 }), { template: '<html></html>' })).toThrow('tearsheet:head');
});

test('the page of what a reader saved is a file of its own, which search engines leave out', () => {
  const html = page(siteOf(oneArticle({}), { siteUrl: 'https://site.example/sub/', base: '/sub/' }), 'saved/index.html');
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).not.toContain('rel="canonical"');
  expect(html).toContain('<h1><bdi>Saved</bdi></h1>');
  expect(html).toContain('<a href="/sub/">');
});
