import { join } from 'node:path';
import type { BrowserContext } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { started } from './built-site.ts';
import type { FaultySite } from './faulty-site.ts';
import {
  expectReadable,
  expectScript,
  isFeed,
  lookForUpdate,
  newer,
  shellOf,
  type Tab,
  tabOf,
  visited,
  type Workbench,
  workbench,
  workerVersion,
} from './offline-visit.ts';
import { otherShell } from './other-shell.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench();
}, 180_000);
afterAll(() => bench.end());

/** A tab that is open, and hears of nothing until it is told to listen: as if its machine were busy. */
async function deafTab(context: BrowserContext, site: FaultySite): Promise<Tab> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const { serviceWorker } = navigator;
    const register = serviceWorker.register.bind(serviceWorker);
    const told = new Promise((done) => window.addEventListener('now listen', done));
    serviceWorker.register = async (...args) => {
      await told;
      return register(...args);
    };
  });
  const tab = await tabOf(page, site);
  await isFeed(tab);
  await started(page);
  return tab;
}

const listen = ({ page }: Tab) => page.evaluate(() => window.dispatchEvent(new Event('now listen')));

test('a new version that comes, or is taken elsewhere, before a new tab listens is spoken of in it all the same', async () => {
  const [first, site] = await visited(bench);
  const late = await deafTab(first.context, site);
  const later = await deafTab(first.context, site);
  site.use(otherShell(bench.built, join(bench.folder, 'missed'), 'missed01', false));
  await lookForUpdate(first);
  await newer(first).waitFor();
  await listen(late);
  await newer(late).waitFor();
  await newer(first).getByRole('button', { name: 'Use it' }).click();
  await expectScript(first, 'missed01');
  await expect.poll(() => workerVersion(later)).not.toBe(shellOf(bench.built));
  await listen(later);
  await newer(later).waitFor();
  expect([first.own(), late.own(), later.own()]).toEqual([1, 0, 0]);
  await newer(later).getByRole('button', { name: 'Use it' }).click();
  await expectScript(later, 'missed01');
  await isFeed(later);
  await expectReadable(later);
  expect(later.own()).toBe(1);
  expect(await newer(later).count()).toBe(0);
});
