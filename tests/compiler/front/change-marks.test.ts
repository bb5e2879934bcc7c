import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeMarks, marksIn } from '../../../src/compiler/change-marks.ts';
import { VERDICTS, type Verdict } from '../../../src/schema/verdict.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** What a verdict makes of a file's text, or why it leaves it. */
function after(text: string, verdict: Verdict): string {
  const changed = changeMarks(utf8(text), verdict);
  return 'fault' in changed ? `left: ${changed.fault}` : new TextDecoder('utf-8', { ignoreBOM: true }).decode(changed.bytes);
}

const LEFT = /^left: its front matter has a form in which one line alone cannot be changed safely/;

describe('a verdict changes one line', () => {
  test.each([
    ['publish', '---\ntitle: a\npublished: false\n---\nfalse', '---\ntitle: a\npublished: true\n---\nfalse'],
    ['hold', '---\ntitle: a\npublished: true\n---\n', '---\ntitle: a\npublished: false\n---\n'],
    ['hold', '---\nheat: -1\n\ntitle: a\n---', '---\nheat: -1\npublished: false\n\ntitle: a\n---'],
    ['publish', '---\ntitle: a\n---', '---\ntitle: a\npublished: true\n---'],
    ['remove', '---\npublished: false\ntitle: a\n---\n', '---\npublished: false\nremoved: true\ntitle: a\n---\n'],
    ['remove', '---\ntitle: a\nremoved: false\n---\n', '---\ntitle: a\nremoved: true\n---\n'],
    ['publish', '---\nremoved: true\npublished: true\n---\n', '---\npublished: true\n---\n'],
    ['hold', '---\nremoved: true\ntitle: a\n---\n', '---\ntitle: a\npublished: false\n---\n'],
    ['publish', '---\npublished: true\nremoved: false\n---\n', '---\npublished: true\nremoved: false\n---\n'],
  ] as const)('%s: %j', (verdict, before, wanted) => {
    expect(after(before, verdict)).toBe(wanted);
    expect(after(wanted, verdict)).toBe(wanted);
  });

  test.each([
    ['CRLF', '---\r\npublished: false\r\n---\r\nx\r\n', '---\r\npublished: true\r\n---\r\nx\r\n'],
    ['an added line with CRLF', '---\r\ntitle: a\r\n---\r\n', '---\r\ntitle: a\r\npublished: true\r\n---\r\n'],
    [
      'mixed line ends',
      '---\r\ntitle: a\nheat: 3\r\nb: c\n---\r\n',
      '---\r\ntitle: a\nheat: 3\r\npublished: true\r\nb: c\n---\r\n',
    ],
    ['lone carriage returns', '---\rtitle: a\rpublished: false\r---\rx\r\ry', '---\rtitle: a\rpublished: true\r---\rx\r\ry'],
    ['a byte order mark', '\uFEFF---\npublished: false\n---\n\uFEFF', '\uFEFF---\npublished: true\n---\n\uFEFF'],
    ['a comment', '---\npublished: false  # since May: true\n---\n', '---\npublished: true  # since May: true\n---\n'],
    ['quoted keys', `---\n"published": false\n---\n`, `---\n"published": true\n---\n`],
    ['other spaces', `---\n'published' :   false \t\n---\n`, `---\n'published' :   true \t\n---\n`],
    ['another case', '---\npublished: FALSE\n---\n', '---\npublished: true\n---\n'],
    ['indented keys', '---\n  title: a\n  heat: 1\n---\n', '---\n  title: a\n  heat: 1\n  published: true\n---\n'],
    [
      'the word elsewhere',
      '---\ntitle: |\n  published: false\nrelated:\n  - published: false\npublished: false\n---\npublished: false\n',
      '---\ntitle: |\n  published: false\nrelated:\n  - published: false\npublished: true\n---\npublished: false\n',
    ],
    ['a text block at the end', '---\na: |+\n  b\n\n\n---\n', '---\na: |+\n  b\n\n\npublished: true\n---\n'],
    [
      'line separators in values',
      '---\na: "x\u2028y\u0085"\npublished: false\n---\n',
      '---\na: "x\u2028y\u0085"\npublished: true\n---\n',
    ],
  ])('keeps %s', (_, before, wanted) => {
    expect(after(before, 'publish')).toBe(wanted);
  });

  test('and leaves a comment on a removal, and a line that would be taken for one without it', () => {
    expect(after('---\npublished: true\nremoved: true # asked by the publisher\n---\n', 'publish')).toBe(
      '---\npublished: true\nremoved: false # asked by the publisher\n---\n',
    );
    expect(after('---\npublished: true\n# removed: yes\nremoved: true\n---\n', 'publish')).toBe(
      '---\npublished: true\n# removed: yes\nremoved: false\n---\n',
    );
  });
});

describe('a file is left where one line cannot be changed safely', () => {
  test.each([
    '---\n{title: a, published: false}\n---\n',
    '---\n{title: a}\n---\n',
    '---\npublished:\n  false\n---\n',
    '---\n? published\n: false\n---\n',
    '---\n"publishe\\u0064": false\n---\n',
    '---\npublished: "false"\n---\n',
    '---\npublished: no\n---\n',
    '---\npublished: null\n---\n',
    '---\ntitle: a\n...\n---\n',
  ])('by its form: %j', (text) => {
    expect(after(text, 'publish')).toMatch(LEFT);
  });

  test.each([
    '---\npublished: false\npublished: false\n---\n',
    '---\nb: &x 1\npublished: false\n---\n',
    '---\npublished: !!bool false\n---\n',
    '---\ntitle: [a\n---\n',
    '---\n- a\n---\n',
    'published: false',
    '---\npublished: false\n',
    '',
  ])('because it cannot be read: %j', (text) => {
    expect(after(text, 'publish')).toMatch(/^left: /);
  });

  test('because it is no text', () => {
    for (const bytes of [
      [0xff, 0xfe, 0x2d, 0],
      [0x2d, 0x2d, 0x2d, 0x0a, 0xc3, 0x28],
    ])
      expect(changeMarks(Uint8Array.from(bytes), 'publish')).toHaveProperty('fault');
  });
});

const END = fc.constantFrom('\n', '\n', '\r\n', '\r');
const VALUE = fc.oneof(
  fc.constantFrom(
    'a',
    '"published: false"',
    "'x: y'",
    '12',
    '-1',
    '2022-10-03T08:50:00Z',
    'true',
    '[a, b]',
    '{published: false}',
    '~',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => JSON.stringify(text)),
  fc.constantFrom(
    '|\n  published: false\n  b',
    '>-\n  x\n\n  removed: true',
    '\n  - published: false\n  - b',
    '\n  published: true\n  c: d',
    'a\n  b',
  ),
);
const MARK = fc.constantFrom('true', 'false', 'True', 'FALSE', 'true # published: false', 'false   ', '\n  true', '"true"', 'no');
const FILE = fc
  .record({
    keys: fc.array(fc.tuple(fc.constantFrom('title', 'heat', 'quality', 'type', 'é', 'secured', 'a b', '"q"'), VALUE), {
      maxLength: 6,
    }),
    published: fc.option(fc.tuple(fc.nat(6), fc.constantFrom('published', '"published"', 'published '), MARK)),
    removed: fc.option(fc.tuple(fc.nat(6), fc.constantFrom('removed', "'removed'"), MARK)),
    comments: fc.array(fc.tuple(fc.nat(9), fc.constantFrom('# published: false', '', '   ', '#', '# removed')), { maxLength: 3 }),
    bom: fc.boolean(),
    body: fc.constantFrom('', 'text', '\n\n---\npublished: false\n', 'removed: true\n'),
    ends: fc.array(END, { minLength: 1, maxLength: 40 }),
  })
  .map(({ keys, published, removed, comments, bom, body, ends }) => {
    const lines = keys.map(([key, value]) => `${key}: ${value}`.replace(': \n', ':\n'));
    for (const mark of [published, removed]) if (mark) lines.splice(mark[0], 0, `${mark[1]}: ${mark[2]}`.replace(': \n', ':\n'));
    for (const [at, comment] of comments) lines.splice(at, 0, comment);
    const text = ['---', ...lines, '---', body].join('\n');
    let i = 0;
    return (bom ? '\uFEFF' : '') + text.replace(/\n/g, () => ends[i++ % ends.length] ?? '\n');
  });

const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
const isMark = (line: string): boolean =>
  /^ *["']?(?:published|removed)["']?[ \t]*:[ \t]*(?:true|false)[ \t]*(?:#.*)?(?:\r\n|\r|\n)$/i.test(line);

test('of any front matter, two lines at most become others, and all of them say published or removed', () => {
  let changes = 0;
  fc.assert(
    fc.property(FILE, fc.constantFrom(...VERDICTS), (text, verdict) => {
      const before = utf8(text);
      const changed = changeMarks(before, verdict);
      if ('fault' in changed) return;
      const [old, now] = [linesOf(text), linesOf(new TextDecoder('utf-8', { ignoreBOM: true }).decode(changed.bytes))];
      const kept = commonLines(old, now);
      expect(old.length - kept).toBeLessThanOrEqual(2);
      expect(now.length - kept).toBeLessThanOrEqual(2);
      expect(without(old).join('')).toBe(without(now).join(''));
      const said = marksIn(changed.bytes);
      if (verdict !== 'remove') expect([said?.published, said?.removed ?? false]).toEqual([verdict === 'publish', false]);
      else expect([said?.published, said?.removed]).toEqual([marksIn(before)?.published, true]);
      const again = changeMarks(changed.bytes, verdict);
      expect('bytes' in again && latin(again.bytes)).toBe(latin(changed.bytes));
      if (changed.changes.length > 0) changes++;
    }),
    { numRuns: 4000 },
  );
  expect(changes).toBeGreaterThan(500);
});

/** The lines that are no marks: none of them may change. A mark's line in a block of text stands in both. */
const without = (lines: readonly string[]): string[] => lines.filter((line) => !isMark(line));

function commonLines(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const line of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j++)
      next[j] = line === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0);
    row = next;
  }
  return row.at(-1) ?? 0;
}
