import { describe, expect, it } from 'vitest';
import type { ContentFolder } from '../../../src/compiler/model.ts';
import { readContent } from '../../../src/compiler/read-content.ts';
import { articleOf, errorsOf, fileOf, NOW, outcomeOf, readFiles, without, written } from './read-one.ts';

const related = (...entries: string[]) =>
  written(`related:\n${entries.map((entry) => `  - ${entry.replaceAll('\n', '\n    ')}`).join('\n')}`);
const titles = (text: string) => articleOf(text).related.map(({ title }) => title);

describe('the stories in related', () => {
  it('are read whole, and their scores are dropped', () => {
    const entry = `title: "A &amp; B"
excerpt: "x  y"
publishedDateTime: 2025-06-02T10:00:00+02:00
webUrl: "https://b.example/1"
ampWebUrl: "https://b.example/1.amp"
cdnAmpWebUrl: "https://cdn.example/1"
type: video
provider:
  name: Bay
  domain: B.example
quality: 99
heat: 5
images:
  - url: "https://b.example/1.jpg"
    width: 3
    height: 2
    isCached: true`;
    expect(articleOf(related(entry)).related).toEqual([
      {
        title: 'A & B',
        excerpt: 'x y',
        publishedDateTime: '2025-06-02T08:00:00Z',
        url: 'https://b.example/1',
        urls: ['https://b.example/1', 'https://b.example/1.amp', 'https://cdn.example/1'],
        type: 'video',
        provider: { name: 'Bay', domain: 'b.example', images: [] },
        images: [{ url: 'https://b.example/1.jpg', width: 3, height: 2, isCached: true }],
      },
    ]);
  });

  it('of 2019 have an address, a title and pictures alone', () => {
    expect(articleOf(related('url: https://www.b.example/1\ntitle: B')).related).toMatchObject([
      { title: 'B', url: 'https://www.b.example/1', provider: { name: 'b.example' } },
    ]);
  });

  it('do not hold the article itself, by any of its addresses or by title and provider', () => {
    const self = ['http://www.tide.example/harbour/', 'https://tide.example/harbour?utm_source=x#y'];
    expect(
      titles(related(...self.map((url) => `title: Self\nwebUrl: "${url}"`), 'title: Other\nwebUrl: https://b.example/')),
    ).toEqual(['Other']);
    expect(
      titles(related('title: The harbour reopens\nwebUrl: https://b.example/\nprovider: {name: Tide, domain: tide.example}')),
    ).toEqual([]);
  });

  it('do not hold a story twice, by address or by title and provider', () => {
    const entries = [
      'title: A\nwebUrl: https://b.example/a\nampWebUrl: https://b.example/a.amp',
      'title: A again\nwebUrl: https://b.example/a.amp',
      'title: A\nwebUrl: https://c.example/a\nprovider: {name: b.example}',
      'title: A\nwebUrl: https://c.example/b',
      'title: B\nwebUrl: https://b.example/a?id=2',
    ];
    expect(articleOf(related(...entries)).related.map(({ url }) => url)).toEqual([
      'https://b.example/a',
      'https://c.example/b',
      'https://b.example/a?id=2',
    ]);
  });

  it('lose what is faulty in them, with warnings, and the article stays', () => {
    const text = related(
      'webUrl: https://b.example/1',
      'title: 5\nwebUrl: https://b.example/2',
      'title: " "\nwebUrl: https://b.example/3',
      'just words',
      'title: C\nwebUrl: "javascript:alert(1)"\npublishedDateTime: soon\ntype: podcast\nimages: none\nexcerpt: 5\nprovider: x',
    );
    expect(outcomeOf(text)).toBe('public');
    expect(articleOf(text).related).toEqual([{ title: 'C', urls: [], type: 'article', images: [] }]);
    expect(errorsOf(text, 'warning').map((line) => line.replace(/^.*? {2}/, '').replace(/:.*/, ''))).toEqual([
      'related.0.title',
      'related.1.title',
      'related.2.title',
      'related.3',
      'related.4.webUrl',
      'related.4.publishedDateTime',
      'related.4.type',
      'related.4.images',
      'related.4.excerpt',
      'related.4.provider',
    ]);
  });

  it('may be none at all', () => {
    for (const line of ['related:', 'related: []', 'related:\n  -', 'related: [null]'])
      expect(articleOf(written(line)).related).toEqual([]);
    expect(outcomeOf(written('related: x'))).toBe('error');
  });

  it('tell their language by their own titles', () => {
    expect(articleOf(related('title: 灯塔\nwebUrl: https://b.example/')).related[0]?.lang).toBe('zh');
  });
});

describe('a story that was removed', () => {
  const leader = fileOf(
    related('title: Gone\nwebUrl: "http://www.gone.example/1/?utm_source=x"', 'title: Stays\nwebUrl: https://b.example/'),
    'a/leader.md',
  );
  const gone = (more: string) =>
    fileOf(written(more, '', without('originalUrl', 'originalUrl: "https://gone.example/1"')), 'a/gone.md');
  const left = (more: string) => {
    const { articles } = readFiles([leader, gone(more)]);
    return articles.find(({ slug }) => slug === 'leader')?.related.map(({ title }) => title);
  };

  it('leaves every list that names one of its addresses', () => {
    expect(left('removed: true')).toEqual(['Stays']);
    expect(left('published: true\nremoved: true')).toEqual(['Stays']);
  });

  it('leaves them too when its file is broken', () => {
    expect(left('removed: "true"')).toEqual(['Stays']);
    expect(left('removed: true\nquality: much')).toEqual(['Stays']);
  });

  it('is not one that is merely unpublished', () => {
    expect(left('published: false')).toEqual(['Gone', 'Stays']);
    expect(left('removed: false')).toEqual(['Gone', 'Stays']);
  });
});

describe('providers and topics', () => {
  const folder = (
    organizations: Record<string, string>,
    article: string,
    topics: Record<string, string> = {},
  ): ContentFolder => ({
    articles: [fileOf(article)],
    organizations: Object.entries(organizations).map(([name, text]) => fileOf(text, `_data/organizations/${name}`)),
    topics: Object.entries(topics).map(([name, text]) => fileOf(text, `_data/topics/${name}`)),
  });
  const organization =
    'name: The Tide\ndomain: Tide.example\nimages:\n  - url: /assets/tide.png\n    width: 50\n    height: 50\n';

  it.each([
    ['tide.example', `---\n${organization}---\n`],
    ['tide.example.md', `---\n${organization}---\n`],
    ['tide.yaml', organization],
  ])('a provider has the logo of its organization, from a file such as %s', (name, text) => {
    const { articles, organizations, issues } = readContent(folder({ [name]: text }, written()), { now: NOW });
    expect(issues).toEqual([]);
    expect(organizations.get('tide.example')?.name).toBe('The Tide');
    expect(articles[0]?.provider).toEqual({
      name: 'Tide',
      domain: 'tide.example',
      images: [{ local: 'assets/tide.png', width: 50, height: 50, isCached: false }],
    });
  });

  it('a provider without a name has its organization’s, its domain or the host of the address', () => {
    const name = (provider: string, organizations = {}) =>
      readContent(folder(organizations, written('', '', without('provider', provider))), { now: NOW }).articles[0]?.provider.name;
    expect(name('provider: {domain: tide.example}', { x: organization })).toBe('The Tide');
    expect(name('provider:\n  id: tide.example')).toBe('tide.example');
    expect(name('provider: {name: "潮&amp;港"}')).toBe('潮&港');
    expect(name('')).toBe('tide.example');
  });

  it('a domain that is none is dropped with a warning', () => {
    const text = written('', '', without('provider', 'provider: {name: Tide, domain: "<b>"}'));
    expect(articleOf(text).provider).toEqual({ name: 'Tide', images: [] });
    expect(errorsOf(text, 'warning').join()).toContain('provider.domain: is not a domain.');
  });

  it('broken data files are warnings alone', () => {
    const broken = { a: '---\nname: x\n', b: 'domain: 5', c: '- x', d: 'name: "x', e: '\uFFFD\0' };
    const { articles, issues, topics } = readContent(folder(broken, written(), broken), { now: NOW });
    expect(articles).toHaveLength(1);
    expect(topics).toEqual([{ id: 'x', name: 'x' }]);
    expect(issues.length).toBeGreaterThanOrEqual(8);
    expect(issues.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('topics of the folder come in the order of their files, with the ids of the origin', () => {
    const topics = { '01-b.yaml': '_id: bays\nname: Bays &amp; Banks', '00-a.yaml': 'name: Ärmel', '02.yaml': 'name:' };
    expect(readContent(folder({}, written(), topics), { now: NOW }).topics).toEqual([
      { id: 'ärmel', name: 'Ärmel' },
      { id: 'bays', name: 'Bays & Banks' },
    ]);
  });

  it('an article’s topics lose empty items and repeats', () => {
    const topics = (lines: string) => articleOf(written('', '', without('topics', lines))).topics;
    expect(topics('topics:\n  - \n  - Power  Apps\n  - ""\n  - power apps\n  - C++')).toEqual(['Power Apps', 'C++']);
    expect(topics('topics:')).toEqual([]);
    expect(topics('')).toEqual([]);
  });
});
