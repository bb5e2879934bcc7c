import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pictureRecord } from '../../src/schema/preview.ts';
import { draftId } from '../../src/seal/draft-id.ts';
import { article } from './run-cli.ts';
import {
  aboutOf,
  draft,
  draftOf,
  entriesOf,
  folderWith,
  opened,
  openSealed,
  pathsOf,
  scoresOf,
  sealContent,
} from './sealed-content.ts';

const JPEG = readFileSync('content/assets/pictures/ferry.jpg');

describe('a reviewer sees', () => {
  test('each draft in the queue, with the reason why it is not public', async () => {
    const { content, root, link } = folderWith({
      'drafts/follower.md': draft('follower', '', { quality: 19, heat: -1 }),
      'drafts/low.md': draft('low', '', { quality: 41 }),
      'drafts/held.md': draft('held'),
      'drafts/gone.md': draft('gone', '\nremoved: true'),
      'drafts/later.md': article('later', { at: '2030-01-01T00:00:00Z' }),
    });
    const preview = await opened(await sealContent(content, root), link);
    expect(aboutOf(preview)).toMatchObject({ drafts: 5, faulty: 0, cutOff: 60 });
    expect(
      (await entriesOf(preview)).map(({ slug, reason, quality, heat, published }) => [slug, reason, quality, heat, published]),
    ).toEqual([
      ['follower', 'follower', 19, -1, false],
      ['gone', 'removed', 80, 80, false],
      ['held', 'held', 80, 80, false],
      ['later', 'scheduled', 80, 80, true],
      ['low', 'below-cut-off', 41, 41, false],
    ]);
  });

  test('a draft as its readers would, beside what its file says', async () => {
    const { content, root, link } = folderWith({
      'd.md': draft('d', '\nsecured: "c2VjcmV0;aXY="', { title: 'The tide &amp; the town', body: 'First words.\n\nMore.' }),
    });
    const preview = await opened(await sealContent(content, root), link);
    const [entry] = await entriesOf(preview);
    expect(entry).toMatchObject({ id: await draftId('d'), secured: 13, card: { title: 'The tide & the town', draft: 'held' } });
    const file = await draftOf(preview, entry?.id ?? '');
    expect(file.article).toMatchObject({ slug: 'd', title: 'The tide & the town', draft: 'held' });
    expect(file.article?.body).toHaveLength(2);
    expect(file.fields.find(({ key }) => key === 'title')).toEqual({
      key: 'title',
      line: 3,
      text: 'title: "The tide &amp; the town"',
    });
    expect(file).toMatchObject({ secured: 'c2VjcmV0;aXY=', body: expect.stringContaining('First words.') });
    expect(file.related.length).toBeGreaterThan(0);
  });

  test('which public article a draft follows, and which tell the same', async () => {
    const provider = { name: 'Post', domain: 'post.example' };
    const story = { title: 'x', at: '2022-05-01T00:00:00Z', url: 'https://other.example/follower', provider };
    const { content, root, link } = folderWith({
      'leader.md': article('leader', { title: 'The bridge opens', related: [story], heat: 300 }),
      'follower.md': draft('follower', '', { heat: -1, originalUrl: 'https://other.example/follower' }),
      'again.md': draft('again', '', { title: 'The Bridge opens!' }),
    });
    const preview = await opened(await sealContent(content, root), link);
    const [again, follower] = await entriesOf(preview);
    expect(follower?.leader).toEqual({ category: 'news', slug: 'leader', title: 'The bridge opens' });
    expect(again?.leader).toBeUndefined();
    expect((await draftOf(preview, again?.id ?? '')).twins.map(({ slug }) => slug)).toEqual(['leader']);
  });

  test('a draft’s pictures and logo, which nobody else gets', async () => {
    const images = 'images:\n  - url: ../pictures/secret.jpg\n    width: 10\n    height: 10\n';
    const logo = 'domain: harbourpost.example\n  images:\n    - url: /pictures/logo.jpg\n      width: 400\n      height: 400';
    const text = draft('d')
      .replace('domain: harbourpost.example', logo)
      .replace(/---\n$|---\n(?=[^]*$)(?!category)/, (end) => `${images}${end}`);
    const { content, root, link } = folderWith({ 'a/d.md': text, 'pictures/secret.jpg': JPEG, 'pictures/logo.jpg': JPEG });
    const sealed = await sealContent(content, root);
    const preview = await opened(sealed, link);
    const [entry] = await entriesOf(preview);
    const { image, provider } = entry?.card ?? {};
    const small = await preview.read('small', pictureRecord(`img/${image?.id}-480.avif`));
    const large = await preview.read('large', pictureRecord(`img/${image?.id}-${image?.widths.at(-1)}.avif`));
    const own = await preview.read('small', pictureRecord(`img/${provider?.logo}-96.webp`));
    const kinds = [small, large, own].map((file) => Buffer.from(file as Uint8Array).toString('latin1', 8, 12));
    expect(kinds).toEqual(['avif', 'avif', 'WEBP']);
    expect(await preview.read('small', pictureRecord(`img/${image?.id}-480.webp`))).toBeUndefined();
    expect(pathsOf(sealed).filter((path) => !path.startsWith('preview/'))).toEqual([]);
  });

  test('all coverage of a draft, however much it is', async () => {
    const story = (i: number) => ({
      title: `Told ${i}`,
      at: `2022-05-01T00:00:${String(i).padStart(2, '0')}Z`,
      url: `https://o.example/${i}`,
      provider: { name: 'O', domain: 'o.example' },
    });
    const { content, root, link } = folderWith({
      'd.md': draft('d', '', { related: Array.from({ length: 40 }, (_, i) => story(i)) }),
    });
    const preview = await opened(await sealContent(content, root), link);
    const { article: whole } = await draftOf(preview, await draftId('d'));
    expect(whole?.coverage.map(({ title }) => title)).toEqual(Array.from({ length: 40 }, (_, i) => `Told ${i}`));
    expect(whole?.coverageRest).toBeUndefined();
  });

  test('the quality of what is public, which the public does not', async () => {
    const { content, root, link } = folderWith({ 'new.md': article('new').replace(/^(quality|heat|published): .*\n/gm, '') });
    const preview = await opened(await sealContent(content, root), link);
    expect(await scoresOf(preview)).toEqual(Object.fromEntries([1, 2, 3, 4, 5, 6].map((i) => [`a-${i}`, 80])));
  });

  test('a draft whose file has errors, with their places', async () => {
    const { content, root, link } = folderWith({ 'd.md': draft('d').replace('type: article', 'type: opera\nimages: none') });
    const preview = await opened(await sealContent(content, root), link);
    expect(aboutOf(preview)).toMatchObject({ drafts: 1, faulty: 1 });
    const [entry] = await entriesOf(preview);
    expect(entry).toMatchObject({ reason: 'held', title: 'd', errors: expect.any(Number) });
    expect(entry?.card).toBeUndefined();
    const file = await draftOf(preview, entry?.id ?? '');
    expect(file.article).toBeUndefined();
    expect(file.issues).toContainEqual(expect.objectContaining({ severity: 'error', field: 'images', line: 9 }));
    expect(file.fields.map(({ key }) => key)).toContain('images');
  });
});

test('a preview tells nothing but a rough size: no drafts, one and a few look alike', async () => {
  const sizes = async (count: number) => {
    const drafts = Object.fromEntries(Array.from({ length: count }, (_, i) => [`d-${i}.md`, draft(`d-${i}`)]));
    const { content, root } = folderWith(drafts);
    return [...(await sealContent(content, root)).values()].map(({ length }) => length).sort();
  };
  const [none, one, few] = [await sizes(0), await sizes(1), await sizes(9)];
  expect(one).toEqual(none);
  expect(few).toEqual(none);
});

test('a passphrase opens a preview, and a link beside it', async () => {
  const { content, root, link } = folderWith({ 'd.md': draft('d') });
  const passphrase = 'tide kelp lamp brick sonnet owl';
  process.env['TEARSHEET_PREVIEW_PASSPHRASE'] = passphrase;
  try {
    const sealed = await sealContent(content, root);
    expect(await entriesOf(await opened(sealed, { passphrase }))).toHaveLength(1);
    expect(await entriesOf(await opened(sealed, link))).toHaveLength(1);
    expect(pathsOf(await sealContent(content, root))).toEqual(pathsOf(sealed));
  } finally {
    delete process.env['TEARSHEET_PREVIEW_PASSPHRASE'];
  }
  expect(await openSealed(await sealContent(content, root), { passphrase })).toBeUndefined();
});
