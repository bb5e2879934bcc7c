import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEAD, outcomeOf, written } from './read-one.ts';

type Value = readonly [yaml: string, meaning: unknown];
const NONSENSE = Symbol('nonsense');
const absent: Value = ['', undefined];
const published: readonly Value[] = [
  absent,
  absent,
  ['true', true],
  ['true', true],
  ['false', false],
  ['false', false],
  ['"true"', NONSENSE],
  ['no', NONSENSE],
  ['', NONSENSE],
  ['1', NONSENSE],
  ['[true]', NONSENSE],
];
const removed: readonly Value[] = [
  absent,
  absent,
  absent,
  absent,
  ['true', true],
  ['false', false],
  ['yes', NONSENSE],
  ['"false"', NONSENSE],
  ['', NONSENSE],
];
const score: readonly Value[] = [
  absent,
  absent,
  absent,
  ['-1', -1],
  ['0', 0],
  ['59.5', 59.5],
  ['60', 60],
  ['3694', 3694],
  ['"60"', NONSENSE],
  ['-7', NONSENSE],
];
const heads: readonly Value[] = [
  ['2020-02-29T23:59:59+01:00', true],
  ['2026-01-15T00:00:00Z', true],
  ['2026-01-15T00:00:00-00:01', false],
  ['2999-01-01T00:00:00Z', false],
  ['2025-01-01', NONSENSE],
];
const asides = [
  '',
  'mood: calm',
  '# a comment',
  'secured: "x;y"',
  'publishedDateTme: x',
  '# removed: no',
  'Published: true',
  'draft: false',
  'related:\n  - title: x\n    published: true',
  'lang: de',
];
const HARMFUL = new Set(asides.slice(6, 9));

/** What the gate must say, told again from its rule and not from its code. */
function expectedOutcome(
  marks: Record<'published' | 'removed' | 'quality' | 'heat', unknown>,
  hasCome: unknown,
  aside: string,
): string {
  if ([...Object.values(marks), hasCome].includes(NONSENSE) || marks.quality === -1 || HARMFUL.has(aside)) return 'error';
  if (aside === '# removed: no' && marks.removed === undefined) return 'error';
  if (marks.removed === true) return 'removed';
  const saysPublic = marks.published === true || [marks.published, marks.quality, marks.heat].every((mark) => mark === undefined);
  if (saysPublic) return hasCome === true ? 'public' : 'scheduled';
  if (marks.heat === -1) return 'follower';
  if (marks.published === undefined) return 'unmarked';
  return typeof marks.quality === 'number' && marks.quality < 60 ? 'below-cut-off' : 'held';
}

describe('front matters by the thousand', () => {
  const pick = (values: readonly Value[]) => fc.integer({ min: 0, max: values.length - 1 });
  const shape = fc.record({
    picks: fc.tuple(pick(published), pick(removed), pick(score), pick(score)),
    head: fc.constantFrom(...heads),
    aside: fc.constantFrom(...asides),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    start: fc.constantFrom('', '\uFEFF'),
    quoted: fc.boolean(),
  });

  it('fall on the side of the gate that its rule says', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(shape, ({ picks, head, aside, order, lineEnd, start, quoted }) => {
        const values = [published[picks[0]], removed[picks[1]], score[picks[2]], score[picks[3]]] as readonly Value[];
        const names = ['published', 'removed', 'quality', 'heat'];
        const lines = values.map((value, index) =>
          value === absent ? '' : `${quoted ? `"${names[index]}"` : names[index]}: ${value[0]}`,
        );
        const more = order.map((index) => [...lines, aside][index]).filter((line) => line !== '');
        const text = written(more.join('\n'), '', HEAD.replace('2025-06-01T08:50:00Z', head[0]));
        const [p, r, q, h] = values.map(([, meaning]) => meaning);
        const outcome = outcomeOf(start + text.replaceAll('\n', lineEnd));
        expect(outcome).toBe(expectedOutcome({ published: p, removed: r, quality: q, heat: h }, head[1], aside));
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      }),
      { numRuns: 2000, seed: 7, unbiased: true },
    );
    expect([...seen.keys()].sort()).toEqual([
      'below-cut-off',
      'error',
      'follower',
      'held',
      'public',
      'removed',
      'scheduled',
      'unmarked',
    ]);
    expect(seen.get('public')).toBeGreaterThan(30);
  });

  it('never become public when a mark is damaged by one letter', () => {
    const damage = fc.record({
      line: fc.constantFrom('published: false', 'removed: true', 'published: true\nremoved: true'),
      at: fc.nat(30),
      kind: fc.constantFrom('drop', 'double', 'swap', 'replace', 'insert', 'upper'),
      sign: fc.constantFrom('x', ' ', '\u00A0', '\u200B', '_', '-', 'е', 'I', '"', '#', '\t', 'é', '.'),
    });
    fc.assert(
      fc.property(damage, ({ line, at, kind, sign }) => {
        const start = line.lastIndexOf('\n') + 1;
        const key = line.slice(start, line.lastIndexOf(':'));
        const broken = damaged(key, at % key.length, kind, sign);
        const text = written(line.slice(0, start) + broken + line.slice(start + key.length));
        expect(outcomeOf(text)).not.toBe('public');
      }),
      { numRuns: 2000, seed: 7, unbiased: true },
    );
  });
});

function damaged(word: string, at: number, kind: string, sign: string): string {
  const [before, here, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  if (kind === 'drop') return before + after;
  if (kind === 'double') return before + here + here + after;
  if (kind === 'swap') return before + after.charAt(0) + here + after.slice(1);
  if (kind === 'replace') return before + sign + after;
  return kind === 'insert' ? before + sign + here + after : before + here.toUpperCase() + after;
}
