import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VerdictsFile } from '../../src/schema/verdicts-file.ts';
import { randomBytes } from '../../src/seal/derive.ts';
import { draftId } from '../../src/seal/draft-id.ts';
import { makeLinkKey } from '../../src/seal/preview-link.ts';
import { axeFaults } from './axe-faults.ts';
import { type BuiltSite, builtSite, launchBrowser, visit } from './built-site.ts';
import { kept } from './kept-in-browser.ts';

const KEY = makeLinkKey(randomBytes);
/** In the sample. */
const DRAFTS = 13;
const folder = mkdtempSync(join(tmpdir(), 'tearsheet-review-'));
const content = join(folder, 'content');
const root = join(import.meta.dirname, '../..');
const env = { TEARSHEET_PREVIEW_REVIEWERS: `Ada=${KEY}` };

let site: BuiltSite;
let browser: Browser;
beforeAll(async () => {
  cpSync(join(root, 'content'), content, { recursive: true });
  [site, browser] = await Promise.all([builtSite(content, [], env), launchBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The site's next build, of what the content folder holds by now. */
function rebuild(): void {
  const args = ['scripts/run.mjs', 'build', '--content', content, '--out', site.out];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } });
  if (status !== 0) throw new Error(stderr);
}

async function opened(context: BrowserContext, address = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site.url}preview/#${KEY}`);
  await page.getByRole('button', { name: 'Lock' }).waitFor();
  if (address !== '') await page.evaluate((hash) => location.assign(hash), address);
  return page;
}

const row = (page: Page, at: number) => page.locator('[data-draft]').nth(at);
const pressed = (page: Page) => page.locator('[aria-pressed=true]').allTextContents();
const told = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();

test('verdicts are given by key, kept sealed, shared with other tabs, exported and applied', async () => {
  const { page, complaints, close } = await visit(browser, site);
  await page.close();
  const tab = await opened(page.context());
  await row(tab, 0).waitFor();
  await tab.getByText('All drafts').waitFor({ state: 'detached' });
  const titles = await tab.locator('[data-draft] h3').allTextContents();
  await tab.keyboard.press('p');
  await told(tab, 'Go to a draft first');
  for (const key of ['j', 'p', 'j', 'h', 'j', 'x', 'u', 'x']) await tab.keyboard.press(key);
  await expect.poll(() => pressed(tab)).toEqual(['Publish', 'Hold', 'Remove']);
  await tab.keyboard.press('n');
  await expect
    .poll(() => tab.getByLabel('Note, for whoever').evaluateAll((all) => all.includes(document.activeElement as HTMLElement)))
    .toBe(true);
  await tab.keyboard.type('Not p, h or x: a walrus');
  await tab.keyboard.press('Control+Enter');
  await tab.keyboard.press('k');
  await tab.keyboard.press('h');
  await told(tab, 'Verdict taken back.');
  await tab.keyboard.press('u');
  await expect.poll(() => pressed(tab)).toEqual(['Publish', 'Hold', 'Remove']);
  const other = await opened(page.context(), '#/');
  await other.getByText('3 verdicts, 3 not exported yet').waitFor();
  await row(other, 3).getByRole('button', { name: 'Publish' }).click();
  await tab.getByText('4 verdicts, 4 not exported yet').waitFor();
  await tab.getByText('4 verdicts, 4 not').click();
  await tab.getByLabel('Your name').fill('Ada');
  const download = tab.waitForEvent('download');
  await tab.getByRole('button', { name: 'Export verdicts' }).click();
  const path = await (await download).path();
  const text = readFileSync(path, 'utf8');
  for (const title of titles) expect(text).not.toContain(title);
  const file = v.parse(VerdictsFile, JSON.parse(text));
  expect(file.verdicts.map(({ verdict, note }) => [verdict, note])).toEqual([
    ['publish', undefined],
    ['hold', undefined],
    ['remove', 'Not p, h or x: a walrus'],
    ['publish', undefined],
  ]);
  expect(file.reviewer).toBe('Ada');
  await tab.getByText('npm run review -- apply verdicts-').waitFor();
  await other.getByText('4 verdicts', { exact: true }).waitFor();
  await tab.getByRole('button', { name: 'Lock' }).click();
  await other.getByLabel('Passphrase').waitFor();
  const left = await kept(tab);
  expect(await tab.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toContain('tearsheet:/:sealed');
  for (const word of [...titles, ...titles.map((title) => title.toLowerCase()), 'walrus', KEY]) expect(left).not.toContain(word);
  const again = await opened(page.context(), '#/');
  await again.getByText('4 verdicts', { exact: true }).waitFor();
  await expect.poll(async () => (await pressed(again)).sort()).toEqual(['Hold', 'Publish', 'Publish', 'Remove']);
  await again.getByText('4 verdicts', { exact: true }).click();
  await again.getByRole('button', { name: 'Forget those exported' }).click();
  await again.getByText('No verdicts yet.').waitFor();
  expect(complaints).toEqual([]);
  const run = (args: string[]) => spawnSync(process.execPath, ['scripts/run.mjs', ...args], { cwd: root, encoding: 'utf8' });
  const copy = join(folder, 'judged');
  cpSync(content, copy, { recursive: true });
  const { stdout } = run(['review', 'apply', path, '--content', copy]);
  expect(stdout).toMatch(/Changed \(\d\)/);
  expect(stdout).toContain('Ada: Not p, h or x: a walrus');
  await close();
});

test('what changed since the last look comes first, and ends where it ends', async () => {
  const { page, close } = await visit(browser, site);
  const first = await opened(page.context());
  // Those far down are drawn a little later.
  await expect.poll(() => first.locator('[data-draft]').count()).toBe(DRAFTS);
  expect(new URL(first.url()).hash).toBe('');
  const ids = await first
    .locator('[data-draft]')
    .evaluateAll((rows) => rows.map((one) => (one as HTMLElement).dataset['draft'] ?? ''));
  await expect.poll(() => kept(first)).toContain('"turn":1');
  const second = await opened(page.context());
  await second.getByText('Nothing changed since you last looked.').waitFor();
  await row(second, 0).waitFor();
  const slugs = [
    '2022-10-07-what-a-40-tonne-battery-does-to-a-hull',
    '2022-10-06-printer-firmware-now-apologises',
    '2022-10-04-ten-cafes-where-you-can-feel-the-trams',
  ];
  const [toPublish = '', toChange = '', toRename = ''] = slugs;
  expect(ids).toEqual(expect.arrayContaining(await Promise.all(slugs.map(draftId))));
  const file = (slug: string) => join(content, '_news', `${slug}.md`);
  const edit = (slug: string, from: RegExp, to: string) =>
    writeFileSync(file(slug), readFileSync(file(slug), 'utf8').replace(from, to));
  edit(toPublish, /^published: false/m, 'published: true');
  edit(toChange, /^excerpt: "/m, 'excerpt: "Now, ');
  renameSync(file(toRename), file('2022-10-04-renamed'));
  rebuild();
  const third = await opened(page.context());
  await third.getByRole('heading', { name: 'Since you last looked' }).waitFor();
  expect(new URL(third.url()).hash).toBe('#/changes');
  for (const group of ['Added 1', 'Changed 1', 'Published 1', 'Withdrawn 1'])
    await third.getByRole('heading', { name: group }).waitFor();
  await third.getByText(`That is all. ${ids.length - 3} other`).waitFor();
  expect(await axeFaults(third)).toEqual([]);
  await row(third, 1).waitFor();
  await third.keyboard.press('j');
  await third.keyboard.press('j');
  await third.keyboard.press('o');
  await third.getByRole('complementary', { name: 'What the build knows' }).waitFor();
  expect(third.url()).toContain(`#/d/${await draftId(toChange)}`);
  await third.goBack();
  await third.getByRole('heading', { name: 'Added 1' }).waitFor();
  await expect.poll(() => third.getByRole('heading', { name: 'Changed 1' }).count()).toBe(0);
  await third.getByRole('button', { name: 'Mark all as seen' }).click();
  await third.getByText('Nothing changed.').waitFor();
  await third.getByRole('link', { name: 'All drafts' }).click();
  await row(third, 0).waitFor();
  await close();
});

test('the address of a draft leads on to its public page once it is published', async () => {
  const { page, complaints, close } = await visit(browser, site);
  const slug = '2022-10-07-what-a-40-tonne-battery-does-to-a-hull';
  const tab = await opened(page.context(), `#/d/${await draftId(slug)}`);
  await tab.waitForURL(new RegExp(`/${slug}/$`));
  await tab.getByRole('heading', { level: 1 }).waitFor();
  const lost = await opened(page.context(), `#/d/${'0'.repeat(20)}`);
  await lost.getByText('This address names no draft').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('where the browser keeps nothing, the page says so and goes on', async () => {
  const { page, close } = await visit(browser, site);
  await page.context().addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Storage is switched off.', 'SecurityError');
    };
  });
  const tab = await opened(page.context());
  await tab.getByText('they last as long as this tab').waitFor();
  await row(tab, 0).getByRole('button', { name: 'Hold' }).click();
  await tab.getByText('1 verdict, 1 not exported yet').waitFor();
  await expect.poll(() => pressed(tab)).toEqual(['Hold']);
  await close();
});

test.each(['light', 'dark'] as const)('axe finds nothing in what verdicts add, in the %s theme', async (colorScheme) => {
  const { page, close } = await visit(browser, site, { colorScheme });
  const tab = await opened(page.context());
  await row(tab, 0).waitFor();
  for (const key of ['j', 'p', 'j', 'x', 'n']) await tab.keyboard.press(key);
  await tab.getByLabel('Note, for whoever').waitFor();
  expect(await axeFaults(tab)).toEqual([]);
  await tab.keyboard.press('Escape');
  await tab.keyboard.press('o');
  await tab.getByRole('complementary', { name: 'What the build knows' }).waitFor();
  expect(await axeFaults(tab)).toEqual([]);
  await close();
});
