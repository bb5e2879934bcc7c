import { describe, expect, it } from 'vitest';
import { localPath } from '../../../src/compiler/read-images.ts';
import { readDomain, readUrl } from '../../../src/compiler/urls.ts';
import { youtubeId } from '../../../src/compiler/video.ts';
import { canonicalUrl } from '../../../src/lib/canonical-url.ts';
import { articleOf, errorsOf, outcomeOf, PATH, without, written } from './read-one.ts';

describe('an address', () => {
  it.each([
    ['https://tide.example/a b', 'https://tide.example/a%20b'],
    [' HTTPS://Tide.Example:443/a—b ', 'https://tide.example/a%E2%80%94b'],
    ['http://tide.example:80', 'http://tide.example/'],
    ['//tide.example/x', 'https://tide.example/x'],
    ['https://tide.example/?a=1&amp;b=2&#038;c=3', 'https://tide.example/?a=1&b=2&c=3'],
    ['https://tide.example/?a=1&copy=2', 'https://tide.example/?a=1&copy=2'],
    ['https://häfen.example/', 'https://xn--hfen-loa.example/'],
    ['https://tide.example/<script>"', 'https://tide.example/%3Cscript%3E%22'],
    ['https://tide.example/\u202Egpj.exe', 'https://tide.example/%E2%80%AEgpj.exe'],
  ])('%j is written %s', (raw, url) => {
    expect(readUrl(raw)).toEqual({ url });
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://tide.example/',
    'blob:https://tide.example/x',
    'https:tide.example',
    'https:\\\\tide.example',
    'https://',
    'https://user:pass@tide.example/',
    'https://user@tide.example/',
    'https://a b.example/',
    'tide.example/x',
    '/x',
    '',
    `https://tide.example/${'x'.repeat(9000)}`,
  ])('%j is refused', (raw) => {
    expect(readUrl(raw)).toHaveProperty('fault');
  });

  it('that is no web address makes an article an error, whichever of its own keys holds it', () => {
    for (const key of ['originalUrl', 'webUrl', 'sourceUrl']) {
      expect(outcomeOf(written('', '', without('originalUrl', `${key}: "javascript:alert(1)"`)))).toBe('error');
    }
  });

  it('of an AMP copy that is none is left out with a warning', () => {
    const text = written('ampWebUrl: "data:text/html,x"');
    expect(articleOf(text).ampWebUrl).toBeUndefined();
    expect(errorsOf(text, 'warning').join()).toContain(':13:1  ampWebUrl: is not a web address.');
  });

  it('is taken from originalUrl, else webUrl, else sourceUrl', () => {
    const [a, b, c] = ['https://a.example/', 'https://b.example/', 'https://c.example/'];
    const url = (lines: string) => articleOf(written('', '', without('originalUrl', lines))).originalUrl;
    expect(url(`sourceUrl: ${c}\nwebUrl: ${b}\noriginalUrl: ${a}`)).toBe(a);
    expect(url(`sourceUrl: ${c}\nwebUrl: ${b}`)).toBe(b);
    expect(url(`sourceUrl: ${c}`)).toBe(c);
    const old = articleOf(written('', '', without('originalUrl', `sourceUrl: ${c}\nampUrl: ${a}\ncdnAmpUrl: ${b}`)));
    expect(old).toMatchObject({ ampWebUrl: a, cdnAmpWebUrl: b, urls: [c, a, b] });
  });

  it('may be missing: readers then have no way out, and a warning says so', () => {
    const text = written('', '', without('originalUrl'));
    expect(outcomeOf(text)).toBe('public');
    expect(errorsOf(text, 'warning')).toHaveLength(1);
  });

  it('stands for the same story in other clothes', () => {
    const story = canonicalUrl('https://tide.example/a?id=1');
    for (const other of ['http://www.tide.example/a/?id=1#top', 'https://tide.example/a?utm_source=x&id=1&UTM_medium=y']) {
      expect(canonicalUrl(other)).toBe(story);
    }
    expect(canonicalUrl('https://tide.example/a?id=2')).not.toBe(story);
    expect(canonicalUrl('https://tide.example/A?id=1')).not.toBe(story);
  });
});

describe('a domain', () => {
  it.each([
    ['Tide.Example', 'tide.example'],
    ['häfen.example', 'xn--hfen-loa.example'],
    ['https://www.tide.example/x', 'tide.example'],
    ['www.example', 'www.example'],
    ['10.0.0.12', undefined],
    ['tide.example.', 'tide.example'],
    ['tide', undefined],
    ['tide.example/x', undefined],
    ['a b.example', undefined],
    ['x@tide.example', undefined],
    ['javascript:x', undefined],
    ['../../etc', undefined],
    ['', undefined],
  ])('%j is %s', (raw, domain) => {
    expect(readDomain(raw)).toBe(domain);
  });
});

describe('a picture', () => {
  it.each([
    ['/assets/a.png', 'assets/a.png'],
    ['a.jpg', 'news/a.jpg'],
    ['./b/../a.webp', 'news/a.webp'],
    ['../assets/a.avif', 'assets/a.avif'],
    ['//a.png', 'a.png'],
  ])('at %s lies at %s', (raw, local) => {
    expect(localPath(raw, PATH)).toEqual({ local });
  });

  it.each([
    '../../a.png',
    '/../a.png',
    '../../../etc/passwd',
    '/.git/a.png',
    'a.svg',
    'A.SVG',
    'tearsheet.yaml',
    'a\\b.png',
    '.a.png',
  ])('at %s is not taken', (raw) => {
    expect(localPath(raw, PATH)).toHaveProperty('fault');
  });

  it('out of the content folder is an error, of another kind a warning', () => {
    const images = (url: string) => written(`images:\n  - url: "${url}"`);
    expect(errorsOf(images('../../secret.png')).join()).toContain('images.0.url: leads out of the content folder.');
    for (const url of ['drawing.svg', 'javascript:alert(1)', 'data:image/png;base64,x']) {
      expect(articleOf(images(url)).images).toEqual([]);
      expect(errorsOf(images(url), 'warning')).toHaveLength(1);
    }
  });

  it('keeps its size and whether it is cached, and loses a size that is none', () => {
    const { images } = articleOf(
      written(
        'images:\n  - url: http://tide.example/a.jpg\n    width: 10\n    height: 20\n    isCached: true\n  - url: /b.png\n    width: -1',
      ),
    );
    expect(images).toEqual([
      { url: 'http://tide.example/a.jpg', width: 10, height: 20, isCached: true },
      { local: 'b.png', isCached: false },
    ]);
  });
});

describe('a video', () => {
  const ID = 'h70jOr56EKs';
  it.each([
    `https://www.youtube.com/embed/${ID}`,
    `https://youtube.com/watch?v=${ID}&t=3`,
    `https://youtu.be/${ID}?si=x`,
    `https://www.youtube-nocookie.com/embed/${ID}`,
    `https://m.youtube.com/watch?list=x&v=${ID}`,
    `//www.youtube.com/embed/${ID}`,
    `https://www.youtube.com/shorts/${ID}`,
  ])('is known by %s', (url) => {
    expect(youtubeId(url)).toBe(ID);
  });

  it.each([
    `https://youtube.com.evil.example/embed/${ID}`,
    `https://evil.example/?u=https://youtube.com/embed/${ID}`,
    `https://user@youtube.com/embed/${ID}`,
    'https://youtube.com/embed/x"onload=',
    `https://youtube.com/${ID}`,
    `javascript://youtube.com/embed/${ID}`,
  ])('is not taken from %s', (url) => {
    expect(youtubeId(url)).toBeUndefined();
  });

  it('comes from the frame of featuredContent, which itself goes nowhere', () => {
    const frame = `<iframe src=\\"https://www.youtube.com/embed/${ID}\\" onload=\\"x()\\"></iframe>`;
    const article = articleOf(written(`featuredContent: "${frame}"`));
    expect(article.video).toEqual({ host: 'youtube', id: ID });
    expect(JSON.stringify({ ...article, origin: undefined })).not.toContain('iframe');
  });

  it('comes from the address of a story of type video', () => {
    const head = without('originalUrl', `originalUrl: "https://youtube.com/watch?v=${ID}"`);
    expect(articleOf(written('', '', head)).video).toBeUndefined();
    expect(articleOf(written('', '', head.replace('type: article', 'type: video'))).video?.id).toBe(ID);
  });

  it('of another kind is left out with a warning', () => {
    const text = written('featuredContent: "<iframe src=\'https://evil.example/\'></iframe>"');
    expect(articleOf(text).video).toBeUndefined();
    expect(errorsOf(text, 'warning').join()).toContain('featuredContent: embeds no YouTube video');
  });
});
