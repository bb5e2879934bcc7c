import { expect, test } from 'vitest';
import { createProgress } from '../../src/compiler/node/remote/progress.ts';

function screen(isTTY: boolean) {
  let now = 0;
  const written: string[] = [];
  const progress = createProgress({ isTTY, columns: 80, write: (text) => written.push(text) }, () => now);
  return { written, progress, at: (ms: number) => (now = ms) };
}

test('on a terminal a bar is drawn over itself, with speed and time left, and taken away at the end', () => {
  const { written, progress, at } = screen(true);
  at(10_000);
  progress.update({ done: 25, failed: 2, total: 100 });
  expect(written.at(-1)).toBe('\r\u001b[K[######..................] 25 of 100, 2 failed, 2.5 a second, 30 s left');
  progress.end();
  expect(written.at(-1)).toBe('\r\u001b[K');
});

test('elsewhere there is a plain line every few seconds, and no sign that a log cannot show', () => {
  const { written, progress, at } = screen(false);
  for (let second = 1; second <= 12; second++) {
    at(second * 1000);
    progress.update({ done: second, failed: 0, total: 600 });
  }
  progress.end();
  expect(written).toEqual(['5 of 600, 1.0 a second, 10 min left\n', '10 of 600, 1.0 a second, 10 min left\n']);
});
