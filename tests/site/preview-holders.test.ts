import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomBytes } from '../../src/seal/derive.ts';
import { makeLinkKey } from '../../src/seal/preview-link.ts';
import { type BuiltSite, builtSite, launchBrowser, visit } from './built-site.ts';
import { KEY, PASSPHRASE, unlocked } from './preview-visit.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'tearsheet-holders-'));
const content = join(folder, 'content');
const env = {
  TEARSHEET_PREVIEW_PASSPHRASE: PASSPHRASE,
  TEARSHEET_PREVIEW_ROUNDS: '600000',
  TEARSHEET_PREVIEW_REVIEWERS: `Ada=${KEY}`,
};

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

/** The next build, for other holders. */
function rebuild(changed: NodeJS.ProcessEnv): void {
  const args = ['scripts/run.mjs', 'build', '--content', content, '--out', site.out];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env, ...changed },
  });
  if (status !== 0) throw new Error(stderr);
}

async function opened(context: BrowserContext, holder: 'link' | 'passphrase' | 'kept', keep = false): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site.url}preview/${holder === 'link' ? `#${KEY}` : ''}`);
  if (holder === 'passphrase') {
    await page.getByLabel('Passphrase').fill(PASSPHRASE);
    if (keep) await page.getByLabel('Keep me in').check();
    await page.getByLabel('Passphrase').press('Enter');
  }
  await unlocked(page);
  return page;
}

const held = (page: Page) => page.locator('[data-draft] button[data-verdict=hold][aria-pressed=true]');

test.each(['link', 'passphrase'] as const)(
  'a verdict stays for the same %s when other reviewers come and rounds change',
  async (holder) => {
    const { page: first, close } = await visit(browser, site);
    const context = first.context();
    const page = await opened(context, holder, true);
    await page.locator('[data-draft]').first().getByRole('button', { name: 'Hold' }).click();
    await held(page).waitFor();
    await expect.poll(() => sealedHere(page)).not.toEqual({});
    await page.waitForTimeout(300);
    await page.close();
    if (holder === 'passphrase') {
      // Kept in, without typing anything.
      const again = await opened(context, 'kept');
      await held(again).waitFor();
      await again.close();
    }
    const others = `Ada=${KEY},Bela=${makeLinkKey(randomBytes)}`;
    rebuild({ TEARSHEET_PREVIEW_REVIEWERS: others, TEARSHEET_PREVIEW_ROUNDS: '700000' });
    const later = await opened(context, holder);
    await held(later).waitFor();
    expect(await held(later).count()).toBe(1);
    // What this tab says afterwards joins it.
    await later.locator('[data-draft]').nth(1).getByRole('button', { name: 'Hold' }).click();
    await expect.poll(() => held(later).count()).toBe(2);
    await close();
    rebuild({});
  },
);

/** What lies sealed in this browser: bytes by name. */
const sealedHere = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.addEventListener('success', () => done(request.result));
        request.addEventListener('error', () => fail(request.error));
      });
    // Opened before the page does, it would be without its store for ever.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'tearsheet:/:sealed')) return {};
    const database = await answer(indexedDB.open('tearsheet:/:sealed'));
    const store = database.transaction('sealed').objectStore('sealed');
    const [names, all] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
    database.close();
    return Object.fromEntries(names.map((name, i) => [String(name), (all[i] as { bytes: Uint8Array }).bytes.join()]));
  });

const earlier = (page: Page) => page.getByText('Earlier verdicts on this device do not open with this key');

/** A reviewer whose link is replaced after a verdict, in the build with the other link. */
async function withAnotherLink(first: Page): Promise<{ page: Page; before: Record<string, string> }> {
  const context = first.context();
  const page = await opened(context, 'link');
  await page.locator('[data-draft]').first().getByRole('button', { name: 'Hold' }).click();
  await held(page).waitFor();
  await expect.poll(() => sealedHere(page)).not.toEqual({});
  await page.waitForTimeout(300);
  const before = await sealedHere(page);
  await page.close();
  const other = makeLinkKey(randomBytes);
  rebuild({ TEARSHEET_PREVIEW_REVIEWERS: `Ada=${other}` });
  const later = await context.newPage();
  await later.goto(`${site.url}preview/#${other}`);
  await unlocked(later);
  return { page: later, before };
}

test('verdicts under an earlier link are told of, and join those of the new one, though it opens the preview no longer', async () => {
  const { page: first, complaints, close } = await visit(browser, site);
  const { page, before } = await withAnotherLink(first);
  await earlier(page).waitFor();
  expect(await held(page).count()).toBe(0);
  await page.locator('[data-draft]').nth(1).getByRole('button', { name: 'Hold' }).click();
  await earlier(page).click();
  const field = page.getByLabel('Earlier link or passphrase');
  await field.fill(makeLinkKey(randomBytes));
  await field.press('Enter');
  await page.getByText('Nothing here opens with that. It stays as it is.').waitFor();
  await field.fill(` ${site.url}preview/#${KEY}. `);
  await field.press('Enter');
  await page.getByText('1 verdict or note was brought over.').waitFor();
  await expect.poll(() => held(page).count()).toBe(2);
  await expect.poll(() => earlier(page).count()).toBe(0);
  // What the earlier link sealed lies there as it was, and it is said of it no more.
  expect(await sealedHere(page)).toMatchObject(before);
  await page.reload();
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.getByLabel('Passphrase').press('Enter');
  await unlocked(page);
  // A key that said nothing here is told of those of others.
  await earlier(page).waitFor();
  await earlier(page).click();
  await page.getByRole('button', { name: 'They are not mine' }).click();
  await expect.poll(() => earlier(page).count()).toBe(0);
  expect(await sealedHere(page)).toMatchObject(before);
  expect(complaints).toEqual([]);
  await close();
  rebuild({});
});

test('what does not open any longer is not written over', async () => {
  const { page: first, close } = await visit(browser, site);
  const context = first.context();
  const page = await opened(context, 'link');
  await page.locator('[data-draft]').first().getByRole('button', { name: 'Hold' }).click();
  await expect.poll(() => sealedHere(page)).not.toEqual({});
  await page.waitForTimeout(300);
  await page.close();
  await first.goto(site.url);
  const damaged = await first.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done) => request.addEventListener('success', () => done(request.result)));
    const database = await answer(indexedDB.open('tearsheet:/:sealed'));
    const store = database.transaction('sealed', 'readwrite').objectStore('sealed');
    const [name = ''] = await answer(store.getAllKeys());
    const kept = (await answer(store.get(name))) as { bytes: Uint8Array };
    kept.bytes[40] = (kept.bytes[40] ?? 0) ^ 1;
    await answer(store.put(kept, name));
    database.close();
    return kept.bytes.join();
  });
  const again = await opened(context, 'link');
  await earlier(again).waitFor();
  expect(await held(again).count()).toBe(0);
  await again.locator('[data-draft]').first().getByRole('button', { name: 'Remove' }).click();
  await expect.poll(async () => Object.values(await sealedHere(again))).toContain(damaged);
  await expect.poll(async () => Object.keys(await sealedHere(again)).length).toBe(2);
  await close();
});
