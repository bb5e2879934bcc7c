import { expect, test } from 'vitest';
import { cut } from '../../src/compiler/cut.ts';
import { isStandfirst } from '../../src/features/article/is-standfirst.ts';
import { heatWord } from '../../src/lib/heat-word.ts';
import { textDirection } from '../../src/lib/text-direction.ts';
import { CARD_EXCERPT_LENGTH } from '../../src/schema/card.ts';

test('a card and its article agree on where the excerpt stands, whatever its length', () => {
  for (let length = 1; length < 600; length++) {
    for (const sign of ['a', 'word ', 'a, ', '\u6e2f']) {
      const text = sign.repeat(length).slice(0, length);
      expect(isStandfirst(cut(text, CARD_EXCERPT_LENGTH)), `${length} of ${sign}`).toBe(isStandfirst(text));
    }
  }
});

test('an excerpt that ends in an ellipsis of its own is put in the same place by both', () => {
  for (const length of [20, 119, 120, 121, 180, 239, 240, 241]) {
    const text = `${'word '.repeat(60).slice(0, length - 1)}\u2026`;
    expect(isStandfirst(cut(text, CARD_EXCERPT_LENGTH)), `${length}`).toBe(isStandfirst(text));
  }
});

test('a title runs the way of its first letter, whatever signs come before', () => {
  expect(textDirection('\u00ab\u0644\u0646\u062c\u200c\u0647\u0627\u00bb sing again')).toBe('rtl');
  expect(textDirection('2022: \u05e9\u05dc\u05d5\u05dd')).toBe('rtl');
  expect(textDirection('AI \u0644\u0646\u062c')).toBe('ltr');
  expect(textDirection('\u6e2f\u53e3')).toBe('ltr');
  expect(textDirection('438')).toBe('ltr');
});

test('heat is a word above the percentiles, not at them, and never for a follower or where there are none', () => {
  const steps = [70, 90, 110] as const;
  expect([70, 71, 91, 111, 3694].map((heat) => heatWord(heat, steps))).toEqual([
    undefined,
    'Warm',
    'Hot',
    'Front page',
    'Front page',
  ]);
  expect(heatWord(-1, steps)).toBeUndefined();
  expect(heatWord(200, undefined)).toBeUndefined();
  expect(heatWord(undefined, steps)).toBeUndefined();
});
