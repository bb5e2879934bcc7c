import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { started } from './built-site.ts';
import {
  expectReadable,
  expectScript,
  FERRY_TITLE,
  isArticle,
  isFeed,
  isTakenOver,
  lookForUpdate,
  newer,
  openTab,
  settled,
  shellOf,
  type Tab,
  visited,
  type Workbench,
  workbench,
  workerVersion,
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

const open = ({ page }: Tab, title: RegExp) => page.getByRole('link', { name: title }).first().click();

describe('a new version', () => {
  test('waits while someone reads, says that it is ready, and comes with one load when it is wanted', async () => {
    const [tab, site] = await visited(bench);
    site.use(second);
    await lookForUpdate(tab);
    await newer(tab).waitFor();
    // The version before still has all its parts.
    await open(tab, FERRY_TITLE);
    await isArticle(tab, FERRY_TITLE);
    expect(tab.own()).toBe(0);
    expect(await workerVersion(tab)).toBe(shellOf(bench.built));
    await newer(tab).getByRole('button', { name: 'Use it' }).click();
    await expectScript(tab, 'second02');
    await isArticle(tab, FERRY_TITLE);
    await tab.page.waitForTimeout(700);
    expect(tab.own()).toBe(1);
    expect(await workerVersion(tab)).toBe(shellOf(second));
    expect(await newer(tab).count()).toBe(0);
    await site.kill();
    await tab.go();
    await isFeed(tab);
    await expectReadable(tab);
  });

  test('can wait: put away, it is not spoken of again in this tab', async () => {
    const [tab, site] = await visited(bench);
    site.use(second);
    await lookForUpdate(tab);
    await newer(tab).getByRole('button', { name: 'Later' }).click();
    await open(tab, FERRY_TITLE);
    await isArticle(tab, FERRY_TITLE);
    expect(await newer(tab).count()).toBe(0);
    expect(tab.own()).toBe(0);
  });

  test('taken in one tab leaves the other where it is, with all parts of the version before', async () => {
    const [first, site] = await visited(bench);
    const other = await openTab(first.context, site);
    await isFeed(other);
    await started(other.page);
    site.use(otherShell(bench.built, join(bench.folder, 'gone'), 'gonegone', false));
    await lookForUpdate(first);
    await newer(first).getByRole('button', { name: 'Use it' }).click();
    await expectScript(first, 'gonegone');
    await newer(other).waitFor();
    expect(other.own()).toBe(0);
    // Its part is gone from the host, and was never loaded in this tab.
    await open(other, FRONT_DOOR);
    await isArticle(other, FRONT_DOOR);
    await expectReadable(other);
    expect([first.own(), other.own()]).toEqual([1, 0]);
    await newer(other).getByRole('button', { name: 'Use it' }).click();
    await expectScript(other, 'gonegone');
    await isArticle(other, FRONT_DOOR);
    expect(other.own()).toBe(1);
  });

  test('that the host sends with the next page takes over by itself, without a word and without another load', async () => {
    const [tab, site] = await visited(bench);
    site.use(second);
    await tab.go();
    await isFeed(tab);
    await expectScript(tab, 'second02');
    await isTakenOver(tab, second);
    expect(await newer(tab).count()).toBe(0);
    expect(tab.own()).toBe(0);
    await site.kill();
    await tab.go();
    await isFeed(tab);
    await expectScript(tab, 'second02');
  });

  test('half of which cannot be had changes nothing, and is completed later without fetching the rest again', async () => {
    const [tab, site] = await visited(bench);
    site.use(second);
    site.faults((path) => (/article-view-second02\.js/.test(path) ? 500 : undefined));
    await lookForUpdate(tab);
    await tab.page.waitForTimeout(500);
    expect(await tab.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting)).toBeNull();
    await site.kill();
    await tab.go();
    await isFeed(tab);
    await expectReadable(tab);
    await site.revive();
    site.well();
    site.asked.length = 0;
    await lookForUpdate(tab);
    await newer(tab).waitFor();
    expect(site.asked.filter((path) => /second02\.(js|css)$/.test(path))).toEqual(['/assets/article-view-second02.js']);
  });

  test('whose worker is HTML, an error or gone leaves the old one at work', async () => {
    const [tab, site] = await visited(bench);
    for (const fault of ['portal', 500, 404] as const) {
      site.faults((path) => (path === '/sw.js' ? fault : undefined));
      await lookForUpdate(tab);
    }
    await site.kill();
    await tab.go();
    await isFeed(tab);
    await expectReadable(tab);
    expect(tab.own()).toBe(0);
  });

  test('three versions later an old tab still has its parts, and one load leads to the newest', async () => {
    const [tab, site] = await visited(bench);
    for (const tag of ['third003', 'fourth04', 'fifth005']) {
      site.use(otherShell(bench.built, join(bench.folder, tag), tag, false));
      await lookForUpdate(tab);
      await newer(tab).waitFor();
    }
    await open(tab, FERRY_TITLE);
    await isArticle(tab, FERRY_TITLE);
    expect(tab.own()).toBe(0);
    await newer(tab).getByRole('button', { name: 'Use it' }).click();
    await expectScript(tab, 'fifth005');
    await isArticle(tab, FERRY_TITLE);
    await tab.page.waitForTimeout(500);
    expect(tab.own()).toBe(1);
  });

  test('that is taken back is followed back', async () => {
    const site = await bench.serve(second);
    const tab = await bench.open(site);
    await settled(tab);
    site.use(bench.built);
    await lookForUpdate(tab);
    await newer(tab).getByRole('button', { name: 'Use it' }).click();
    await isTakenOver(tab, bench.built);
    await isFeed(tab);
    expect(tab.own()).toBe(1);
  });

  test('whose stand-in page is still the old one is not taken by half', async () => {
    const [tab, site] = await visited(bench);
    const torn = otherShell(bench.built, join(bench.folder, 'torn'), 'torntorn');
    copyFileSync(join(bench.built, 'offline.html'), join(torn, 'offline.html'));
    site.use(torn);
    await lookForUpdate(tab);
    await tab.page.waitForTimeout(300);
    expect(await newer(tab).count()).toBe(0);
    await site.kill();
    await tab.go('no/such-page/');
    await expectReadable(tab);
  });
});

test('what the worker is to keep is there, whole, and small enough to be sent to everybody', () => {
  const worker = readFileSync(join(bench.built, 'sw.js'), 'utf8');
  const named = [...worker.matchAll(/`(assets\/[^`]+)`,`/g)].map(([, path = '']) => path);
  const assets = readdirSync(join(bench.built, 'assets'));
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((path) => !assets.includes(path.slice('assets/'.length)))).toEqual([]);
  expect(assets.filter((name) => /\.(js|css)$/.test(name) && !named.includes(`assets/${name}`))).toEqual([]);
});
