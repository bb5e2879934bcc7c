import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copies, expectReadable, isFeed, type Tab, visited, type Workbench, workbench } from './offline-visit.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench();
}, 180_000);
afterAll(() => bench.end());

describe('an article that is withdrawn', () => {
  const SALT = 'analysis/2022-10-06-salt-debt/';
  const source = '_news/2022-10-06-salt-debt.md';
  const speakOfIt = async (tab: Tab) => (await copies(tab)).filter(({ text, path }) => `${path} ${text}`.includes('salt-debt'));
  let without: string;
  beforeAll(() => {
    without = bench.otherContent('without', (content) => rmSync(join(content, source)));
  });

  test('leaves the reader’s copies at the next visit, the cards of it too', async () => {
    const [tab, site] = await visited(bench, SALT);
    await tab.page.getByRole('link', { name: 'All news' }).first().click();
    await isFeed(tab);
    expect((await speakOfIt(tab)).length).toBeGreaterThan(2);
    site.use(without);
    await tab.go();
    await isFeed(tab);
    await expect.poll(async () => (await speakOfIt(tab)).map(({ path }) => path), { timeout: 20_000 }).toEqual([]);
    await site.kill();
    await tab.go();
    await isFeed(tab);
    await expectReadable(tab);
  });

  test('and was saved stays as its title, its date and the way to its publisher, until it is published again', async () => {
    const [tab, site] = await visited(bench, SALT);
    await tab.page.locator('[data-article-page] [data-save]').click();
    await tab.page.getByText('Saved.').waitFor();
    site.use(without);
    await tab.go('saved/');
    const line = tab.page.getByRole('listitem').filter({ hasText: 'Salt debt' });
    await line.getByText('Withdrawn here').waitFor();
    expect(await line.getByRole('link').count()).toBe(1);
    expect(await line.getByRole('link').getAttribute('href')).toMatch(/^https:\/\//);
    await expect.poll(async () => (await speakOfIt(tab)).length).toBe(0);
    site.use(bench.built);
    await tab.go('saved/');
    await line.getByRole('link', { name: 'Salt debt' }).waitFor();
    expect(await line.getByText('Withdrawn here').count()).toBe(0);
  });

  test('is not believed to be on the word of pages, of others, of half a file or of errors', async () => {
    const [tab, site] = await visited(bench, SALT);
    await tab.page.locator('[data-article-page] [data-save]').click();
    await tab.page.getByText('Saved.').waitFor();
    const before = (await speakOfIt(tab)).length;
    for (const fault of ['portal', 'json', 'cut', 404, 500] as const) {
      site.faults((path) => (path.startsWith('/data/') ? fault : undefined));
      site.asked.length = 0;
      await tab.go('saved/');
      await expect.poll(() => site.asked.includes('/data/feed/all/manifest.json')).toBe(true);
      await tab.page.waitForTimeout(250);
      expect(await tab.page.getByText('Withdrawn here').count()).toBe(0);
      expect((await speakOfIt(tab)).length).toBeGreaterThanOrEqual(before);
    }
  });

  test('is not one whose date was put right', async () => {
    const [tab, site] = await visited(bench, SALT);
    site.use(
      bench.otherContent('moved', (content) => {
        const path = join(content, source);
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace(/^publishedDateTime: .*$/m, 'publishedDateTime: 2022-08-01T00:00:00Z'),
        );
      }),
    );
    await tab.go();
    await isFeed(tab);
    await tab.page.waitForTimeout(600);
    expect((await tab.kept()).filter((path) => path.includes('salt-debt')).length).toBeGreaterThan(1);
  });
});
