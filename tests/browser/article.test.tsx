import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { articleSlug, contentOf, manyArticles, type PretendArticle } from '../../mocks/pretend-article.ts';
import { pretendSite } from '../../mocks/pretend-site.ts';
import { network, openReader, useReader } from './open-reader.tsx';

useReader();

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const publish = (articles: Record<string, PretendArticle>, settings?: string) => {
  network.site = pretendSite(contentOf(articles), settings === undefined ? {} : { settings });
};
const story = (number: number) => ({
  title: `Told elsewhere, number ${number}`,
  at: new Date(Date.UTC(2022, 9, 2, number)).toISOString().replace('.000Z', 'Z'),
  url: `https://elsewhere-${number}.example/story`,
  provider: { name: `Elsewhere ${number}`, domain: `elsewhere-${number}.example` },
});
const covered = (count: number): PretendArticle => ({
  title: 'The ferry',
  related: Array.from({ length: count }, (_, place) => story(place + 1)),
});
const isArticleFile = (path: string) => /^data\/article\/[^.]+\.[0-9a-z]{14}\.json$/.test(path);
const isCoverageFile = (path: string) => path.includes('.coverage.');

test('an article says who told it and when, and has one way out that tells the other side nothing', async () => {
  publish({ ferry: { title: 'The ferry', body: 'It is *quiet* now.\n\n<b onclick="x()">Tags</b> are text.' } });
  openReader('/news/ferry/');
  await expect.element(heading('The ferry')).toBeVisible();
  await expect.element(page.getByText('3 October 2022 at 08:50 UTC')).toBeVisible();
  await expect.element(page.getByRole('emphasis')).toHaveTextContent('quiet');
  const out = page.getByRole('link', { name: /^Read at Harbour Post/ });
  await expect.element(out).toHaveAttribute('href', 'https://harbourpost.example/ferry');
  await expect.element(out).toHaveAttribute('rel', 'noopener noreferrer nofollow ugc');
  await expect.element(out).toHaveAccessibleName(/harbourpost\.example \(leaves this site\)$/);
});

test('an address that nothing stands at says so', async () => {
  publish({ ferry: {} });
  openReader('/news/never/');
  await expect.element(heading('This page was never printed.')).toBeVisible();
});

test('an article under another section’s address moves to its own', async () => {
  publish({ ferry: { title: 'The ferry', category: 'science' } });
  const { history } = openReader('/news/ferry/?from=mail');
  await expect.element(heading('The ferry')).toBeVisible();
  await expect
    .poll(() => history.current().location.pathname + history.current().location.search)
    .toBe('/science/ferry/?from=mail');
});

test('what the feed knew of an article stands before its file has come, and does not move when it comes', async () => {
  await page.viewport(1280, 900);
  publish(manyArticles(3));
  network.faultOf = (path) => (isArticleFile(path) ? 'slow' : undefined);
  openReader('/');
  await page.getByRole('link', { name: /number 1$/ }).click();
  await expect.element(heading(/number 1$/)).toBeVisible();
  expect(page.getByRole('link', { name: /^Read at/ }).query()).toBeNull();
  const excerpt = page.getByText('What happened, in a sentence or two.');
  await expect.element(excerpt).toBeVisible();
  const places = () => [heading(/number 1$/), excerpt].map((part) => part.element().getBoundingClientRect().toJSON());
  const before = places();
  await expect.element(page.getByRole('link', { name: /^Read at/ })).toBeVisible();
  expect(places()).toEqual(before);
});

test('an article that changed since the feed was loaded is shown as it is now', async () => {
  const articles = manyArticles(3);
  publish(articles);
  openReader('/');
  await expect.element(page.getByRole('link', { name: /number 2$/ })).toBeVisible();
  publish({ ...articles, [articleSlug(2)]: { ...articles[articleSlug(2)], title: 'Corrected' } });
  await page.getByRole('link', { name: /number 2$/ }).click();
  await expect.element(heading('Corrected')).toBeVisible();
});

test('an article whose file is replaced while it is on its way is asked for anew', async () => {
  publish({ ferry: { title: 'The ferry' } });
  let replaced = false;
  network.faultOf = (path) => {
    if (replaced || !isArticleFile(path)) return undefined;
    replaced = true;
    publish({ ferry: { title: 'Corrected' } });
    return 'missing';
  };
  openReader('/news/ferry/');
  await expect.element(heading('Corrected')).toBeVisible();
});

test('an article that cannot be had says why, and a second try brings it', async () => {
  publish({ ferry: { title: 'The ferry' } });
  network.faultOf = (path) => (isArticleFile(path) ? 'html' : undefined);
  openReader('/news/ferry/');
  await expect.element(page.getByRole('alert')).toHaveTextContent('What came was not the publication.');
  network.faultOf = () => undefined;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(heading('The ferry')).toBeVisible();
});

test('without a network it says so, once, and leaves it at that', async () => {
  publish({ ferry: { title: 'The ferry' } });
  network.faultOf = (path) => (path.startsWith('data/article/') ? 'offline' : undefined);
  openReader('/news/ferry/');
  await expect.element(page.getByRole('alert')).toHaveTextContent('You are offline.');
  const asked = network.asked.length;
  await new Promise((done) => setTimeout(done, 1000));
  expect(network.asked).toHaveLength(asked);
  expect(page.getByRole('alert').all()).toHaveLength(1);
});

test('Related fails alone: the article that the feed led to stands', async () => {
  publish(manyArticles(6));
  network.faultOf = (path) => (path === `data/article/${articleSlug(1)}.json` ? 'truncated' : undefined);
  openReader('/');
  await page.getByRole('link', { name: /number 1$/ }).click();
  await expect.element(page.getByRole('link', { name: /^Read at/ })).toBeVisible();
  await expect.element(page.getByRole('region', { name: 'Related' }).getByRole('alert')).toBeVisible();
});

test('coverage is told oldest first, by whom first, four of it until more is asked for', async () => {
  publish({ ferry: covered(9) });
  openReader('/news/ferry/');
  const coverage = page.getByRole('region', { name: 'Coverage 9 stories by 9 publishers' });
  await expect.element(coverage.getByRole('listitem').first()).toHaveTextContent(/number 1.*first to report/);
  expect(coverage.getByRole('listitem').all()).toHaveLength(4);
  await coverage.getByRole('button', { name: 'Show 5 more' }).click();
  expect(coverage.getByRole('listitem').all()).toHaveLength(10);
  await expect.element(coverage.getByRole('link', { name: /number 5 / })).toHaveFocus();
  await expect.element(coverage.getByRole('listitem').last()).toHaveTextContent(/The ferry.*this article/);
});

test('coverage beyond the first file is asked for when it is wanted, and stands by day', async () => {
  publish({ ferry: covered(40) });
  openReader('/news/ferry/');
  const coverage = page.getByRole('region', { name: /^Coverage/ });
  await expect.element(coverage.getByRole('button', { name: 'Show 36 more' })).toBeVisible();
  expect(network.asked.filter(isCoverageFile)).toEqual([]);
  await coverage.getByRole('button', { name: 'Show 36 more' }).click();
  await expect.element(coverage.getByText('2 October 2022')).toBeVisible();
  await expect.element(coverage.getByText('17 stories')).toBeVisible();
  expect(network.asked.filter(isCoverageFile)).toHaveLength(1);
});

test('the rest of the coverage fails alone, and comes with a second try', async () => {
  publish({ ferry: covered(16) });
  network.faultOf = (path) => (isCoverageFile(path) ? 'missing' : undefined);
  openReader('/news/ferry/');
  await page.getByRole('button', { name: 'Show 12 more' }).click();
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect.element(page.getByRole('link', { name: /number 12 / })).toBeVisible();
  network.faultOf = () => undefined;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByRole('link', { name: /number 16 / })).toBeVisible();
});

test('coverage that is published here leads to its page here', async () => {
  publish({
    ferry: { title: 'The ferry', related: [story(1)] },
    other: { title: 'Told elsewhere, number 1', originalUrl: story(1).url },
  });
  openReader('/news/ferry/');
  const coverage = page.getByRole('region', { name: /^Coverage/ });
  await expect.element(coverage.getByText('also on this site')).toBeVisible();
  await expect.element(coverage.getByRole('link', { name: /number 1/ })).toHaveAttribute('href', '/news/other/');
});

test('a video is a picture until it is clicked', async () => {
  publish({
    film: {
      title: 'A film',
      type: 'video',
      featuredContent: '<iframe src="https://www.youtube.com/embed/aaaaaaaaaaa" onload="x()"></iframe>',
    },
  });
  openReader('/news/film/');
  const play = page.getByRole('button', { name: 'Play video' });
  await expect.element(play).toBeVisible();
  expect(document.querySelector('iframe')).toBeNull();
  await expect.element(page.getByText('Plays from YouTube, which then knows of your visit.')).toBeVisible();
  await expect.element(page.getByRole('link', { name: /^Watch at Harbour Post/ })).toBeVisible();
  await play.click();
  const player = document.querySelector('iframe');
  expect(player?.src).toBe('https://www.youtube-nocookie.com/embed/aaaaaaaaaaa?autoplay=1');
  expect(player?.title).toBe('A film');
});

test('an article that was looked at is read, m takes the mark away, and Escape leads back', async () => {
  publish(manyArticles(3));
  const { history } = openReader('/');
  await page.getByRole('link', { name: /number 1$/ }).click();
  await expect.element(heading(/number 1$/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Mark as unread' }), { timeout: 5000 }).toBeVisible();
  await userEvent.keyboard('m');
  await expect.element(page.getByRole('button', { name: 'Mark as read' })).toBeVisible();
  await expect.element(page.getByRole('status')).toHaveTextContent('Marked as unread.');
  // The first ends the notice.
  await userEvent.keyboard('{Escape}');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => history.current().location.pathname).toBe('/');
  await expect.element(page.getByRole('link', { name: /number 1$/ })).toBeVisible();
});

test('a right-to-left article runs that way as a whole', async () => {
  const arabic = '\u0633\u0641\u0646 \u0642\u062f\u064a\u0645\u0629';
  publish({ lenj: { title: arabic, excerpt: arabic } });
  openReader('/news/lenj/');
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'ar');
  expect(getComputedStyle(document.querySelector('h1') as Element).direction).toBe('rtl');
});
