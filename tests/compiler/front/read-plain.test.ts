import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../src/compiler/parse-yaml.ts';
import { readPlain } from '../../../src/compiler/read-plain.ts';
import { HEAD } from './read-one.ts';

/** Both readers of one text. The plain one may decline; when it answers, the parser must have found no fault and the same. */
function compare(text: string): 'declined' | 'same' {
  const plain = readPlain(text);
  if (plain === undefined) return 'declined';
  const parsed = parseYaml(text, 2);
  expect(parsed.faults, text).toEqual([]);
  expect(plain.value, text).toStrictEqual(parsed.value);
  expect(plain.keys, text).toEqual(parsed.keys.map(({ field, key }) => ({ field, key })));
  return 'same';
}

const WHOLE = `${HEAD}
quality: 80
heat: -1
published: false
images:
  - url: /assets/a.jpg
    width: 1600
    isCached: true
  - url: https://tide.example/b.jpg?x=1&y=2#z
related:
  - title: "One \\"word\\" \\\\ and\\r\\nmore"
    publishedDateTime: 2025-06-02T10:00:00+02:00
    provider:
      name: Bucht & Söhne, 潮
      images:
        - url: a.png
    quality: 0
  - title: Two
removed: true
secured: "x+y/z==;a"
`;

const CORNERS = [
  'a: yes',
  'a: True',
  'a: NULL',
  'a: ~',
  'a: -0',
  'a: 007',
  'a: 1e3',
  'a: 0x1f',
  'a: .inf',
  'a: b: c',
  'a: b #c',
  'a: b#c',
  'a: b:',
  'a: "b" # c',
  'a: "b"c',
  'a: "\\/"',
  'a: "\\\\/"',
  'a: "\\u0041"',
  'a: "\\x41"',
  "a: 'b'",
  'a: |',
  'a: >-\n  b',
  'a: b\n  c',
  'a:\nb: c',
  'a:\n- b',
  'a:\n  - b\n  c: d',
  'a:\n  b: c\n  - d',
  'a:\n   b: c',
  'a:\n  -  b',
  'a:\n  - - b',
  'a:\n  - b: c\n     d: e',
  'a:\n  - b: c\n   d: e',
  'a: b\na: c',
  'true: a',
  'null: a',
  'constructor: a',
  '__proto__: a',
  '<<: a',
  'a: *b',
  'a: &b c',
  'a: !b c',
  'a: @b',
  'a: `b`',
  'a: [b]',
  'a: {b: c}',
  'a: b]',
  'a: b, c',
  'a: b\u00A0',
  'a: \u00A0b',
  'a: b\u2028c: d',
  'a: b\u0085c: d',
  'a: "b\u2028c"',
  'a: \uFEFFb',
  'a:\tb',
  'a: b\t',
  'a:  b',
  'a : b',
  '? a',
  '- a',
  '- a: b',
  'a',
  '...',
  '---',
  '%YAML 1.1',
  '# a',
  '',
  'a: 2025-06-01',
  'a: 2025-06-01T00:00:00Z',
  'a: 99999999999999999999',
];

describe('the short way through plain YAML', () => {
  it('is taken by an article as they all are', () => {
    expect(compare(WHOLE)).toBe('same');
  });

  it.each(CORNERS)('says nothing or what the parser says: %j', (text) => {
    compare(`${text}\n`);
    compare(`title: x\n${text}\npublished: true\n`);
    compare(`provider:\n  ${text.replaceAll('\n', '\n  ')}\npublished: true\n`);
  });

  it('says nothing or what the parser says of front matters damaged by chance', () => {
    const signs = fc.constantFrom(
      ...CORNERS,
      ...' \n\t:-#"\'\\,[]{}&*!|>%@`~=?./0179eE+_é中\r\u00A0\u200B',
      '\n  ',
      '- ',
      ': ',
      ' #',
      '""',
      'true',
      'false',
    );
    const wound = fc.record({ at: fc.nat(WHOLE.length), cut: fc.nat(6), sign: signs, isLine: fc.boolean(), blanks: fc.nat(5) });
    let same = 0;
    fc.assert(
      fc.property(fc.array(wound, { minLength: 1, maxLength: 3 }), (wounds) => {
        const text = wounds.reduce((whole, { at, cut, sign, isLine, blanks }) => {
          const start = whole.lastIndexOf('\n', at) + 1;
          if (isLine) return whole.slice(0, start) + ' '.repeat(blanks) + whole.slice(start).trimStart();
          return whole.slice(0, at) + sign + whole.slice(at + cut);
        }, WHOLE);
        if (compare(text) === 'same') same++;
      }),
      { numRuns: 3000, unbiased: true },
    );
    expect(same).toBeGreaterThan(100);
  });

  const root = process.env['TEARSHEET_CORPUS'] ?? '';
  it.skipIf(!existsSync(`${root}/powerapps`))('is taken by nearly all real articles, and says what the parser says', () => {
    const paths = (readdirSync(root, { recursive: true }) as string[]).filter((path) =>
      /_(?:news|posts|archive)\/.*\.md$/.test(path),
    );
    const outcomes = paths.map((path) => {
      const text = readFileSync(`${root}/${path}`, 'utf8').replaceAll('\r\n', '\n');
      return compare(text.slice(4, text.indexOf('\n---', 4) + 1));
    });
    expect(outcomes.filter((outcome) => outcome === 'same').length / outcomes.length).toBeGreaterThan(0.95);
  });
});
