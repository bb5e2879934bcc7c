import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { articleSlug, contentOf, manyArticles } from '../../mocks/pretend-article.ts';
import { pretendSite } from '../../mocks/pretend-site.ts';
import { clearDatabase, network, openReader, useReader } from './open-reader.tsx';

useReader();

beforeEach(async () => {
  await page.viewport(1280, 900);
  network.site = pretendSite(contentOf(manyArticles(6)));
});

const mark = (number: number) => page.getByRole('button', { name: new RegExp(`^Save for later: .*number ${number}$`) });
const lines = () => [...document.querySelectorAll('main li h2')].map((one) => one.textContent?.replace(/^.*(?=number)/, ''));
const bring = async (text: string, name = 'saved-articles.json') =>
  userEvent.upload(page.getByLabelText('Load from a file'), new File([text], name, { type: 'application/json' }));
const says = (text: string) => expect.element(page.getByText(text)).toBeVisible();

/** Presses the button and reads the file that the browser is handed. */
async function takeOut(): Promise<string> {
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  let blob: Blob | undefined;
  let name = '';
  URL.createObjectURL = (object) => {
    blob = object as Blob;
    return createObjectURL(object);
  };
  HTMLAnchorElement.prototype.click = function () {
    name = this.download;
  };
  try {
    await page.getByRole('button', { name: 'Save to a file' }).click();
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  }
  expect(name).toBe('saved-articles.json');
  return (await blob?.text()) ?? '';
}

const article = (number: number, more: object = {}) => ({
  slug: articleSlug(number),
  category: 'news',
  title: `The tram, number ${number}`,
  provider: { name: 'Harbour Post' },
  publishedDateTime: '2022-10-03T08:50:00Z',
  savedAt: 1_665_000_000_000 + number,
  ...more,
});
const fileOf = (saved: unknown, more: object = {}) => JSON.stringify({ format: 'tearsheet-saved', version: 1, saved, ...more });

test('a file from one browser brings another what was saved and read, in its order', async () => {
  openReader('/');
  for (const number of [1, 3]) await mark(number).click();
  await page
    .getByRole('article', { name: /number 5$/ })
    .getByRole('link', { name: /number 5$/ })
    .element()
    .focus();
  await userEvent.keyboard('m');
  await page.getByRole('link', { name: 'Saved', exact: true }).click();
  await expect.poll(lines).toEqual(['number 3', 'number 1']);
  const file = await takeOut();
  localStorage.clear();
  await clearDatabase();
  openReader('/saved/');
  await says('Nothing is saved yet.');
  await bring(file);
  await says('2 articles added.');
  expect(lines()).toEqual(['number 3', 'number 1']);
  openReader('/');
  await expect.element(page.getByRole('article', { name: /number 5$/ })).toHaveTextContent('Read');
});

test('a file adds to what is here, and tells what was here already and what it could not read', async () => {
  openReader('/saved/');
  await bring(fileOf([article(1)]));
  await says('1 article added.');
  await bring(fileOf([article(1), article(2), { slug: 'no title' }, 7]));
  await says('1 article added, 1 was here already. 2 entries could not be read and were left out.');
  expect(lines()).toEqual(['number 2', 'number 1']);
  await bring(fileOf([article(1)]));
  await says('All of them were here already.');
});

test('an address that is no web address never becomes a link', async () => {
  openReader('/saved/');
  await bring(fileOf([article(1, { originalUrl: 'javascript:alert(1)' }), article(2, { originalUrl: 'https://p.example/2' })]));
  await says('1 article added. 1 entry could not be read and was left out.');
  expect([...document.querySelectorAll('main a')].filter((link) => link.getAttribute('href')?.includes('script'))).toEqual([]);
});

test.each([
  ['cut off', fileOf([article(1)]).slice(0, 60), 'it is not JSON'],
  ['of something else', '{"name":"settings"}', 'no list of saved articles is in it'],
  ['with a list that is none', fileOf('all of them'), 'no list of saved articles is in it'],
  ['of a newer version', fileOf([article(1)], { version: 2 }), 'made by a newer version'],
])('a file that is %s changes nothing, and the page says what is wrong', async (_, text, words) => {
  openReader('/saved/');
  await bring(fileOf([article(4)]));
  await says('1 article added.');
  await bring(text);
  await expect.element(page.getByText(words)).toHaveTextContent(words);
  expect(lines()).toEqual(['number 4']);
});
