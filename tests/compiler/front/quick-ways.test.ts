import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForEye, foldLines } from '../../../src/compiler/look-alikes.ts';
import { fileOf, readFiles, written } from './read-one.ts';

const sign = fc.constantFrom(...'ab Kk:=\n\n-_09éÉ\u0301ΣσςİıКѕ\u212A\u200b’\u2028\r\ufb01\ud800😀');
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

describe('A key url, which only entries of related have', () => {
  it.each(['url: 5', 'url:\n  - https://tide.example/a', 'url:\n  a: b'])('is ignored with a warning: %s', (more) => {
    const { articles, issues } = readFiles([fileOf(written(more))]);
    expect(articles).toHaveLength(1);
    expect(issues.map(({ field, severity }) => `${severity} ${field}`)).toContain('warning url');
  });
});
