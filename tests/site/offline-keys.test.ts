import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectReadable, isFeed, visited, type Workbench, workbench } from './offline-visit.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench();
}, 180_000);
afterAll(() => bench.end());

test('the list of keys opens and Escape closes it, and a mark is taken back, though both come when they are asked for', async () => {
  const [tab, site] = await visited(bench);
  await site.kill();
  await tab.go();
  await isFeed(tab);
  const { keyboard } = tab.page;
  const keys = tab.page.getByRole('dialog');
  const opened = async () => {
    await keyboard.press('?');
    return keys.isVisible();
  };
  await expect.poll(opened).toBe(true);
  await keyboard.press('Escape');
  await keys.waitFor({ state: 'hidden' });
  // The feed's own keys may come a moment later than those of every page.
  const walked = async () => {
    await keyboard.press('j');
    return tab.page.locator('[role=feed] article:focus').count();
  };
  await expect.poll(walked).toBe(1);
  await keyboard.press('s');
  await tab.page.getByRole('button', { name: 'Undo' }).click();
  await tab.page.getByText('Undone.').waitFor();
  await expectReadable(tab);
});
