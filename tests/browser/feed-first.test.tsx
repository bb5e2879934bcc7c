import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { contentOf, manyArticles } from '../../mocks/pretend-article.ts';
import { pretendSite } from '../../mocks/pretend-site.ts';
import { network, openReader, useReader } from './open-reader.tsx';

useReader();

test('the feed shows the newest article, and a click opens it', async () => {
  network.site = pretendSite(contentOf(manyArticles(30)));
  const { history } = openReader('/');
  await page.getByRole('link', { name: /number 1$/ }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: /number 1$/ })).toBeVisible();
  expect(history.current().location.pathname).toBe('/news/article-number-1/');
});
