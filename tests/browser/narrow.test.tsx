import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { contentOf } from '../../mocks/pretend-article.ts';
import { pretendSite } from '../../mocks/pretend-site.ts';
import { network, openReader, useReader } from './open-reader.tsx';

useReader();

const endless = 'w'.repeat(300);

test.each([
  ['the feed', '/'],
  ['the article', '/news/endless/'],
  ['an article beside it', '/news/other/'],
  ['the topic', `/topic/${'t'.repeat(80)}/`],
])('a word of 300 letters widens nothing on a narrow screen, in %s', async (_, path) => {
  network.site = pretendSite(
    contentOf({
      endless: {
        title: endless,
        excerpt: endless,
        topics: ['t'.repeat(80)],
        provider: { name: endless, domain: 'endless.example' },
      },
      other: { title: 'Short', at: '2022-10-04T08:00:00Z', topics: ['t'.repeat(80)] },
    }),
  );
  await page.viewport(320, 700);
  openReader(path);
  await expect.element(page.getByRole('heading').first()).toBeInTheDocument();
  await expect.element(page.getByText(endless).first()).toBeInTheDocument();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});
