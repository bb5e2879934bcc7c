import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { contentOf, manyArticles } from '../../mocks/pretend-article.ts';
import { pretendSite } from '../../mocks/pretend-site.ts';
import { atRest, frame, isAt, ready, scrollToArticle, top } from './feed-reading.ts';
import { network, openReader, useReader } from './open-reader.tsx';

// A file of its own: the router remembers where the readers of other tests scrolled to for as long as the page lives.
useReader();

test('a reload returns to the same article at the same place without asking for what stands above it', async () => {
  network.site = pretendSite(contentOf(manyArticles(200)));
  await page.viewport(1280, 900);
  openReader('/');
  await ready();
  await scrollToArticle(120);
  await atRest();
  const before = top();
  const parts = new Set(network.asked.filter((path) => path.startsWith('data/feed/all/')));
  network.asked = [];
  openReader('/');
  await expect.poll(() => isAt(before)).toBe(true);
  await frame();
  expect(isAt(before)).toBe(true);
  const again = new Set(network.asked.filter((path) => path.startsWith('data/feed/all/')));
  expect(again.size).toBeLessThan(parts.size);
});
