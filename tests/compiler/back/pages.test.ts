import { expect, test } from 'vitest';
import type { Article, Corpus } from '../../../src/compiler/model.ts';
import { previewScript } from '../../../src/compiler/preview-script.ts';
import type { FeedManifest } from '../../../src/schema/feed.ts';
import { feedPage, feedPartFile } from '../../../src/schema/paths.ts';
import { corpusOf, madeCorpus, publicArticle } from '../../fixtures/made-corpus.ts';
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
  for (const [path, whole] of siteOf({ ...corpus, settings }, { siteUrl: 'https://site.example/' })) {
    if (!path.endsWith('.html')) continue;
    const html = whole.replace(`<script>${previewScript('/')}</script>`, () => '');
    expect(html.replace(DATA, '')).not.toMatch(/<script|<img|onerror='/);
    // As a parser reads them: a quote that got through would end the value and begin an attribute.
    for (const [tag] of html.matchAll(/<(?:a|meta|link|html|h1|p|time)\b[^>]*>/g))
      expect(tag).toMatch(/^<\w+(?: [a-z]+(?:="[^"<]*")?)*>$/);
    expect(html.match(/<\/title>/g)).toHaveLength(1);
    for (const data of dataIn(html)) expect(JSON.stringify(data)).toContain('onerror');
    expect(html.match(/<\/script>/g)?.length ?? 0).toBe(dataIn(html).length);
  }
});

const DATA = /<script type="application\/ld\+json">([^<]*)<\/script>/g;

/** What machines read of a page. */
const dataIn = (html: string): object[] => [...html.matchAll(DATA)].map(([, text = '']) => JSON.parse(text) as object);

test('an article’s page says for machines whose article it is, and where that lies', () => {
  const corpus = oneArticle({
    type: 'article',
    title: 'A ferry leaves',
    excerpt: 'It left.',
    originalUrl: 'https://p.example/ferry',
    lang: 'en-GB',
    provider: { name: 'The Pier', domain: 'p.example', images: [] },
  });
  const html = page(siteOf(corpus, { siteUrl: 'https://site.example/sub/', base: '/sub/' }), 'news/the-slug/index.html');
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('<title>A ferry leaves</title>');
  expect(html).toContain('<meta name="description" content="It left.">');
  expect(html).toContain('<link rel="canonical" href="https://site.example/sub/news/the-slug/">');
  expect(html).toContain('<meta property="og:url" content="https://site.example/sub/news/the-slug/">');
  expect(html).toContain('<meta property="og:type" content="article">');
  expect(html).toContain('<meta property="og:site_name" content="The Pretend Courier">');
  expect(dataIn(html)).toMatchObject([
    {
      '@type': 'WebPage',
      url: 'https://site.example/sub/news/the-slug/',
      mainEntity: {
        '@type': 'NewsArticle',
        headline: 'A ferry leaves',
        url: 'https://p.example/ferry',
        inLanguage: 'en-GB',
        publisher: { name: 'The Pier', url: 'https://p.example/' },
      },
    },
  ]);
});

test('a page with a picture shows it where it is passed on, and says so; one without says that too', () => {
  const corpus = madeCorpus({ count: 40 });
  const site = siteOf(corpus, { siteUrl: 'https://site.example/' });
  const kinds = corpus.articles.map(({ category, slug, images }) => {
    const html = page(site, `${category}/${slug}/index.html`);
    const image = /og:image" content="https:\/\/site\.example\/img\/[0-9a-z]+-1280\.webp"/.test(html);
    const card = /twitter:card" content="(\w+)"/.exec(html)?.[1];
    return `${images.length > 0} ${image} ${card}`;
  });
  expect(new Set(kinds)).toEqual(new Set(['true true summary_large_image', 'false false summary']));
});

test('a feed’s page lists its newest articles for machines', () => {
  const corpus = madeCorpus({ count: 40 });
  const [data] = dataIn(page(siteOf(corpus, { siteUrl: 'https://site.example/' }), 'index.html'));
  const [newest] = corpus.articles;
  expect(data).toMatchObject({
    '@type': 'CollectionPage',
    mainEntity: { itemListElement: { 0: { position: 1, url: `https://site.example/${newest?.category}/${newest?.slug}/` } } },
  });
});

test('each page names the data that it shows, below the base, and all of it is there', () => {
  const corpus = madeCorpus({ count: 120 });
  const site = siteOf(corpus, { base: '/sub-path/' });
  for (const [path, html] of site) {
    if (!path.endsWith('.html')) continue;
    const files = /data-files="([^"]*)"/.exec(html)?.[1]?.split(' ') ?? [];
    expect(files.length).toBeGreaterThan(0);
    for (const href of files) {
      expect(href.startsWith('/sub-path/data/')).toBe(true);
      expect(site.has(decodeURIComponent(href.slice('/sub-path/'.length)))).toBe(true);
    }
  }
});

test('a feed with few open cards names its newest shard too', () => {
  const site = siteOf(madeCorpus({ count: 300 }));
  const feeds = [...site]
    .filter(([path]) => /^data\/feed\/.*manifest\.json$/.test(path))
    .map(([, text]) => JSON.parse(text) as FeedManifest);
  const few = feeds.filter(({ cards, references }) => cards.length < 10 && references.length > 0);
  expect(few.length).toBeGreaterThan(3);
  for (const { kind, id, references } of few) {
    expect(page(site, feedPage(kind, id))).toMatch(
      new RegExp(`data-files="[^"]* /${feedPartFile(kind, id, references[0]?.file ?? '')}"`),
    );
  }
});

test('without a site URL no page claims an address, for people or machines', () => {
  for (const [path, html] of siteOf(madeCorpus({ count: 30 })))
    if (path.endsWith('.html')) expect(html).not.toMatch(/canonical|og:url|og:image|ld\+json/);
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
});
