import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForEye, foldLines } from '../../../src/compiler/look-alikes.ts';
import { parseInstant } from '../../../src/compiler/parse-instant.ts';
import { readUrl } from '../../../src/compiler/urls.ts';
import { fileOf, readFiles, without, written } from './read-one.ts';

const sign = fc.constantFrom(...'ab Kk:=\n\n-_09éÉ\u0301ΣσςİıКѕ\u212A\u200b’–“•\u2011\u2028\r\ufb01\ud800😀');
const text = fc.oneof(fc.string({ unit: sign }), fc.string({ unit: 'grapheme' }));

describe('A text folded for the eye', () => {
  it('is what its lines are, each folded by itself', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(foldLines(any)).toBe(any.split('\n').map(foldForEye).join('\n'));
      }),
      { numRuns: 3000 },
    );
  });
});

const host = fc.array(
  fc.constantFrom('a', 'b-c', 'xn--a', 'xn--p1ai', 'a--b', '-a', 'a-', '1', '0x1f', 'A', 'ä', 'é', 'a_b', '', 'com', 'xn'),
  {
    minLength: 1,
    maxLength: 4,
  },
);
const rest = fc.array(
  fc.constantFrom(
    ...'/?#.&=%:@;,!$()*+~_-|^{}[]`\'"<> \\é',
    '/..',
    '/.',
    '%2e',
    '%2E%2e',
    '/%2e',
    '%zz',
    'a',
    'B',
    '9',
    '//',
    ':80',
    '\t',
  ),
  { maxLength: 8 },
);

describe('A web address', () => {
  it('is read as URL writes it', () => {
    fc.assert(
      fc.property(fc.constantFrom('https://', 'http://', 'HTTPS://', 'https:/'), host, rest, (scheme, labels, parts) => {
        const address = `${scheme}${labels.join('.')}${parts.join('')}`;
        const read = readUrl(address);
        if ('url' in read) expect(read.url).toBe(new URL(address.trim()).href);
      }),
      { numRuns: 20_000 },
    );
  });

  it.each(['https://tide.example/a-b/c.html?x=1&y=2', 'http://www.a--b.example/'])('is taken as it is: %s', (address) => {
    expect(readUrl(address)).toEqual({ url: new URL(address).href });
  });
});

describe('An instant', () => {
  const part = (most: number) => fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, '0'));
  it('in UTC is read as the same one with an offset of nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), part(14), part(33), part(25), part(61), part(61), (year, ...parts) => {
        const [month, day, hour, minute, second] = parts;
        const start = `${String(year).padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}`;
        expect(parseInstant(`${start}Z`)).toEqual(parseInstant(`${start}+00:00`));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('A provider that many articles have', () => {
  const provider = (lines: string) => without('provider', `provider:\n  name: Tide\n  domain: tide.example\n  images:\n${lines}`);
  const file = (path: string, lines: string) => fileOf(written('', '', provider(lines)), path);

  it('has its faults told in each of them', () => {
    const faulty = '    - url: tide.svg';
    const { issues } = readFiles([file('a/one.md', faulty), file('a/two.md', faulty)]);
    expect(issues.map(({ path, field }) => `${path} ${field}`)).toEqual([
      'a/one.md provider.images.0.url',
      'a/two.md provider.images.0.url',
    ]);
  });

  it('has the picture that lies beside the article', () => {
    const { articles } = readFiles([file('a/one.md', '    - url: tide.png'), file('b/two.md', '    - url: tide.png')]);
    const pictures = articles.map((article) => article.provider.images.map(({ local }) => local));
    expect(pictures.sort()).toEqual([['a/tide.png'], ['b/tide.png']]);
  });

  it('is not taken for one whose picture has no number for its width', () => {
    const size = (width: string) => `    - url: tide.png\n      width: ${width}`;
    const { issues } = readFiles([file('a/one.md', size('null')), file('a/two.md', size('.nan'))]);
    expect(issues.map(({ path, field }) => `${path} ${field}`)).toEqual(['a/two.md provider.images.0.width']);
  });
});

describe('A key url, which only entries of related have', () => {
  it.each(['url: 5', 'url:\n  - https://tide.example/a', 'url:\n  a: b'])('is ignored with a warning: %s', (more) => {
    const { articles, issues } = readFiles([fileOf(written(more))]);
    expect(articles).toHaveLength(1);
    expect(issues.map(({ field, severity }) => `${severity} ${field}`)).toContain('warning url');
  });
});
