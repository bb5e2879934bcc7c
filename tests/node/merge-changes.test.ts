import { expect, test } from 'vitest';
import { mergeChanges } from '../../src/compiler/node/merge-changes.ts';

const HASH = 'abcdefghijklmn';
const none = { all: false, upload: [], remove: [] };

test('a path that a later compile removed is not uploaded, and one that came back is not removed', () => {
  const earlier = { all: false, upload: [`data/article/a.${HASH}.json`, 'news/a/index.html'], remove: ['news/b/index.html'] };
  const later = { all: false, upload: ['news/b/index.html'], remove: ['news/a/index.html', `data/article/a.${HASH}.json`] };
  expect(mergeChanges(earlier, later)).toEqual({ all: false, upload: later.upload, remove: later.remove });
});

test('files come in the order of one compile: what a later table of contents names comes before it', () => {
  const hashed = (name: string) => `data/feed/all/${name}${HASH.slice(1)}.json`;
  const earlier = [
    hashed('1'),
    'data/article/a.json',
    'news/a/index.html',
    'index.html',
    'data/feed/all/manifest.json',
    'data/manifest.json',
  ];
  const later = [hashed('2'), 'data/article/b.json', 'news/b/index.html', 'data/article/a.json', 'data/feed/all/manifest.json'];
  expect(mergeChanges({ ...none, upload: earlier }, { ...none, upload: later }).upload).toEqual([
    hashed('1'),
    hashed('2'),
    'data/article/a.json',
    'data/article/b.json',
    'news/a/index.html',
    'news/b/index.html',
    'index.html',
    'data/feed/all/manifest.json',
    'data/manifest.json',
  ]);
});

test('pages are removed first, hashed files last, and lists that were not enough stay so', () => {
  const earlier = { all: true, upload: [], remove: ['news/a/index.html', `data/search/${HASH}.json`] };
  const later = { all: false, upload: [], remove: ['topic/x/index.html'] };
  expect(mergeChanges(earlier, later)).toEqual({
    all: true,
    upload: [],
    remove: ['news/a/index.html', 'topic/x/index.html', `data/search/${HASH}.json`],
  });
});
