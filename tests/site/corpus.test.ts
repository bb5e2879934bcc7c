import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtSite, launchBrowser, visit } from './built-site.ts';

// Real articles are other people's: they are read where they are at hand, and never part of the project.
const corpus = process.env['TEARSHEET_CORPUS'];
const FOLDERS = ['powerapps', 'diablo4', 'ai', 'ai-2020', 'ai-2019', 'crlf'];

interface ArticleJson {
  slug: string;
  category: string;
  title: string;
  coverageTotal?: number;
  video?: unknown;
}

let browser: Browser;
beforeAll(async () => {
  if (corpus) browser = await launchBrowser();
});
afterAll(async () => browser?.close());

function articlesIn(out: string): ArticleJson[] {
  const folder = join(out, 'data/article');
  return readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Partial<ArticleJson>)
    .filter((json): json is ArticleJson => json.title !== undefined);
}

/** An article of each kind that the folder has: the first, the largest cluster, a video, right to left or Chinese. */
function ofEachKind(articles: ArticleJson[]): ArticleJson[] {
  const largest = articles.toSorted((a, b) => (b.coverageTotal ?? 0) - (a.coverageTotal ?? 0))[0];
  const kinds = [
    articles[0],
    largest,
    articles.find(({ video }) => video !== undefined),
    articles.find(({ title }) => /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(title)),
    articles.find(({ title }) => /\p{Script=Han}/u.test(title)),
  ];
  return [...new Set(kinds)].filter((article) => article !== undefined);
}

describe.skipIf(!corpus)('real articles', () => {
  test.each(FOLDERS)(
    '%s: the feed and an article of each kind open, without a complaint and without asking anybody else',
    async (folder) => {
      const site = await builtSite(join(corpus ?? '', folder));
      try {
        const { page, complaints, close } = await visit(browser, site);
        await page.goto(site.url);
        await page.locator('[role=feed] article').first().waitFor();
        for (const { category, slug } of ofEachKind(articlesIn(site.out))) {
          await page.goto(`${site.url}${encodeURIComponent(category)}/${encodeURIComponent(slug)}/`);
          await page.getByRole('heading', { level: 1 }).waitFor();
          await page.waitForLoadState('networkidle');
        }
        expect(complaints).toEqual([]);
        await close();
      } finally {
        site.close();
      }
    },
  );
});
