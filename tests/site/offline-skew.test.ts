import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  expectReadable,
  expectScript,
  FERRY,
  FERRY_TITLE,
  isArticle,
  isTakenOver,
  lookForUpdate,
  newer,
  settled,
  visited,
  type Workbench,
  workbench,
} from './offline-visit.ts';
import { otherShell } from './other-shell.ts';

let bench: Workbench;
let second: string;
beforeAll(async () => {
  bench = await workbench();
  second = otherShell(bench.built, join(bench.folder, 'second'), 'second02');
}, 180_000);
afterAll(() => bench.end());

const FRONT_DOOR = /front door/;

describe('a shell of one version with data of another', () => {
  /** Every table of contents in a format that this shell does not know. */
  const inNewFormat = (name: string): string => {
    const build = otherShell(bench.built, join(bench.folder, name), 'format02');
    for (const path of filesWith(join(build, 'data'), '"format":1')) {
      writeFileSync(path, readFileSync(path, 'utf8').replace('"format":1', '"format":2'));
    }
    return build;
  };

  test('the data is newer: what was kept stays on the page, and nothing of the other is kept', async () => {
    const [tab, site] = await visited(bench, FERRY);
    site.use(inNewFormat('newer-data'));
    // The page is the old shell's too: a host that is half updated.
    site.faults((path) => (path.endsWith('.json') || path === '/sw.js' ? undefined : 'hang'));
    await tab.go(FERRY);
    await isArticle(tab, FERRY_TITLE);
    await expectReadable(tab);
    const texts = await tab.page.evaluate(async () => {
      const cache = await caches.open('tearsheet:/:data:1');
      return Promise.all((await cache.keys()).map(async (key) => (await cache.match(key))?.text()));
    });
    expect(texts.filter((text) => text?.includes('"format":2'))).toEqual([]);
    expect(texts.length).toBeGreaterThan(2);
  });

  test('the data is newer and nothing was kept: it says so, and nothing breaks', async () => {
    const [tab, site] = await visited(bench, FERRY);
    site.use(inNewFormat('newest-data'));
    await tab.page.getByRole('link', { name: 'Oceans' }).first().click();
    await tab.page.locator('[role=alert][data-kind=broken]').waitFor();
    await expectReadable(tab);
    expect(tab.own()).toBe(0);
  });

  test('the shell is newer: what was read with the old one still opens offline', async () => {
    const [tab, site] = await visited(bench, FERRY);
    site.use(second);
    await lookForUpdate(tab);
    await newer(tab).getByRole('button', { name: 'Use it' }).click();
    await expectScript(tab, 'second02');
    await isTakenOver(tab, second);
    await site.kill();
    await tab.go(FERRY);
    await isArticle(tab, FERRY_TITLE);
    await expectReadable(tab);
  });

  test('an article’s file that was replaced is found by its table of contents, which is asked again', async () => {
    const [tab, site] = await visited(bench);
    const told = bench.otherContent('told-anew', (content) => {
      const path = join(content, '_news/2022-10-07-why-the-new-library-has-no-front-door.md');
      writeFileSync(path, readFileSync(path, 'utf8').replace(/^title: .*$/m, 'title: "The library has a front door after all"'));
    });
    site.use(told);
    await tab.page.getByRole('link', { name: FRONT_DOOR }).first().click();
    await isArticle(tab, /front door after all/);
    await expectReadable(tab);
  });
});

describe('the kill switch', () => {
  test('frees a reader within one visit, loses nothing that was saved, and can be taken back', async () => {
    const [tab, site] = await visited(bench);
    await tab.page
      .getByRole('article', { name: FRONT_DOOR })
      .getByRole('button', { name: /Save for later/ })
      .click();
    await tab.page.getByText('Saved.').waitFor();
    const off = otherShell(bench.built, join(bench.folder, 'off'), 'offoffof');
    copyFileSync(join(off, 'sw-off.js'), join(off, 'sw.js'));
    site.use(off);
    await tab.go('saved/');
    const workers = () =>
      tab.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope));
    await expect.poll(workers, { timeout: 20_000 }).toEqual([]);
    await tab.page.getByRole('link', { name: FRONT_DOOR }).waitFor();
    expect(tab.own()).toBe(0);
    // The worker before may have gone on for the page that was open.
    await tab.go('saved/');
    await tab.page.getByRole('link', { name: FRONT_DOOR }).waitFor();
    await expect.poll(() => tab.page.evaluate(() => caches.keys()), { timeout: 20_000 }).toEqual([]);
    await expect.poll(workers, { timeout: 20_000 }).toEqual([]);
    await expectReadable(tab);
    site.use(second);
    await tab.go('saved/');
    await settled(tab);
    await expect.poll(() => tab.kept()).toContain('/data/article/2022-10-07-why-the-new-library-has-no-front-door.json');
  });

  test('is what --no-worker builds', async () => {
    const other = await workbench(['--no-worker']);
    const worker = readFileSync(join(other.built, 'sw.js'), 'utf8');
    expect(worker).toBe(readFileSync(join(other.built, 'sw-off.js'), 'utf8'));
    expect(worker).not.toBe(readFileSync(join(bench.built, 'sw.js'), 'utf8'));
    await other.end();
  });
});

function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith('.json') && readFileSync(path, 'utf8').includes(text));
}
