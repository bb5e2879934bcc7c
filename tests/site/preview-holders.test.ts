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
