import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { expect, onTestFinished } from 'vitest';
import { launchBrowser } from './built-site.ts';
import { type FaultySite, faultySite } from './faulty-site.ts';

const root = join(import.meta.dirname, '../..');

function command(...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', ...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}\n${stderr}`);
}

/** A tab of a reader. loads: how often a page was loaded in it; own: those that the test did not ask for. */
export interface Tab {
  page: Page;
  context: BrowserContext;
  errors: string[];
  go: (path?: string) => Promise<void>;
  own: () => number;
  /** Paths in all caches of this origin. */
  kept: () => Promise<string[]>;
}

/** A build of the sample, a server for it and a browser; a test takes what it wants and leaves nothing behind. */
export async function workbench(options: string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'tearsheet-offline-'));
  const built = join(folder, 'built');
  command('build', '--content', 'content', '--out', built, ...options);
  const browser = await launchBrowser();
  return {
    folder,
    built,
    /** A copy of the build with other articles. `change` is given the copy of the content folder. */
    otherContent: (name: string, change: (content: string) => void): string => {
      const [content, out] = [join(folder, `${name}-content`), join(folder, name)];
      cpSync(join(root, 'content'), content, { recursive: true });
      cpSync(built, out, { recursive: true, dereference: true });
      change(content);
      command('compile', '--content', content, '--out', out);
      return out;
    },
    serve: async (build = built): Promise<FaultySite> => {
      const site = await faultySite(build);
      onTestFinished(site.close);
      return site;
    },
    open: async (site: FaultySite, path?: string, before?: (context: BrowserContext) => Promise<unknown>): Promise<Tab> => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      onTestFinished(() => context.close());
      await before?.(context);
      return openTab(context, site, path);
    },
    end: async (): Promise<void> => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Workbench = Awaited<ReturnType<typeof workbench>>;

/** A tab that has visited the sample once, and its server. */
export async function visited(bench: Workbench, path?: string): Promise<[Tab, FaultySite]> {
  const site = await bench.serve();
  const tab = await bench.open(site, path);
  await settled(tab);
  return [tab, site];
}

export const openTab = async (context: BrowserContext, site: FaultySite, path?: string): Promise<Tab> =>
  tabOf(await context.newPage(), site, path);

/** A tab of a page that is there, and has loaded nothing yet. */
export async function tabOf(page: Page, site: FaultySite, path = ''): Promise<Tab> {
  const errors: string[] = [];
  let [loads, asked] = [0, 0];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('domcontentloaded', () => loads++);
  const tab: Tab = {
    page,
    context: page.context(),
    errors,
    go: async (to = '') => {
      asked++;
      await page.goto(site.url + to);
    },
    own: () => loads - asked,
    kept: () =>
      page.evaluate(async () => {
        const of = async (name: string) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
        return (await Promise.all((await caches.keys()).map(of))).flat();
      }),
  };
  await tab.go(path);
  return tab;
}

/** The worker answers for this tab and has what the tab loaded. */
export async function settled({ page, kept }: Tab): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const path = new URL(page.url()).pathname;
  await expect.poll(kept, { timeout: 20_000, interval: 50 }).toContain(path);
}

/** The page is not blank: it has its masthead, and in its main part something to read. */
export async function expectReadable({ page, errors }: Tab): Promise<void> {
  await page.locator('main').getByText(/\w{3}/).first().waitFor();
  expect(await page.locator('header').first().isVisible()).toBe(true);
  expect(errors).toEqual([]);
}

export const isFeed = ({ page }: Tab) => page.locator('[role=feed] article').first().waitFor();
export const isArticle = ({ page }: Tab, title: RegExp) => page.getByRole('heading', { level: 1, name: title }).waitFor();
export const isOfflineNote = ({ page }: Tab) => page.locator('[role=alert][data-kind=offline]').waitFor();
export const newer = ({ page }: Tab) => page.locator('[data-note=newer]');

/** Every kept answer: its path, its type as the browser says it, and its text. */
export const copies = ({ page }: Tab) =>
  page.evaluate(async () => {
    const all: { path: string; type: string; status: number; text: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const key of await cache.keys()) {
        const answer = await cache.match(key);
        if (!answer) continue;
        const { type, status } = answer;
        all.push({ path: new URL(key.url).pathname, type, status, text: await answer.text() });
      }
    }
    return all;
  });

/** The hash of the shell that a tab's worker belongs to. */
export const workerVersion = ({ page }: Tab): Promise<string> =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', ({ data }) => done(data as string), { once: true });
        port1.start();
        navigator.serviceWorker.controller?.postMessage('version', [port2]);
      }),
  );
export const shellOf = (build: string): string =>
  (JSON.parse(readFileSync(join(build, 'build.json'), 'utf8')) as { shell: string }).shell;

/**
 * Settles when this tab has the worker of that shell. While another waits nobody is asked: each word to the worker before keeps that one
 * busy, and a busy one goes on for minutes.
 */
export async function isTakenOver(tab: Tab, build: string): Promise<void> {
  const isSettled = () =>
    tab.page.evaluate(async () => {
      const { installing, waiting, active } = (await navigator.serviceWorker.getRegistration()) ?? {};
      return !installing && !waiting && active?.state === 'activated' && navigator.serviceWorker.controller === active;
    });
  const version = async () => ((await isSettled()) ? workerVersion(tab) : undefined);
  // The page may be on its way too.
  await expect.poll(() => version().catch(() => undefined), { timeout: 20_000, interval: 200 }).toBe(shellOf(build));
}

/** A word in the name of the script that a tab's page runs. */
export const expectScript = async ({ page }: Tab, word: string): Promise<void> => {
  const script = () =>
    page
      .locator('body')
      .getAttribute('data-code')
      .catch(() => '');
  await expect.poll(script, { timeout: 20_000 }).toContain(word);
};

/** Asks the host for a newer worker, as browsers do by themselves at a visit. */
export const lookForUpdate = ({ page }: Tab): Promise<unknown> =>
  page.evaluate(() =>
    navigator.serviceWorker.getRegistration().then((registration) => registration?.update().catch(() => undefined)),
  );

export const FERRY = 'news/2022-10-07-the-night-ferry-goes-electric-and-the-harbour-finally-hears-itself/';
export const FERRY_TITLE = /night ferry goes electric/;
