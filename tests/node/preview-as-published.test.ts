import * as v from 'valibot';
import { expect, test } from 'vitest';
import { type ChangedCluster, ChangedClusters, clustersRecord, topRecord } from '../../src/schema/as-published.ts';
import { TopFeed } from '../../src/schema/feed.ts';
import type { OpenPreview } from '../../src/seal/open-preview.ts';
import { article } from './run-cli.ts';
import { draft, draftOf, entriesOf, folderWith, opened, sealContent } from './sealed-content.ts';

const json = (bytes: unknown): unknown => JSON.parse(new TextDecoder().decode(bytes as Uint8Array));

async function clustersOf(preview: OpenPreview): Promise<ChangedCluster[]> {
  const lists = await Promise.all([...'0123456789abcdef'].map((digit) => preview.read('drafts', clustersRecord(digit))));
  return lists.flatMap((bytes) => (bytes ? v.parse(ChangedClusters, json(bytes)).clusters : []));
}

const told = (clusters: readonly ChangedCluster[]): string[] =>
  clusters.map(({ members }) => members.map(({ slug }) => slug).join(' < ')).sort();

const by = (name: string) => ({ provider: { name, domain: `${name.toLowerCase()}.example` } });
const at = (hour: number): string => `2022-05-01T${String(hour).padStart(2, '0')}:00:00Z`;
const BRIDGE = 'Walrus colony blocks the harbour bridge of Fellmouth';

async function previewOf(files: Record<string, string>) {
  const { content, root, link } = folderWith(files);
  return opened(await sealContent(content, root), link);
}

test('a draft that tells what a public article told follows it, and the card counts it', async () => {
  const preview = await previewOf({
    'a.md': article('a', { title: BRIDGE, at: at(1), ...by('Post') }),
    'd.md': draft('d', '', { title: BRIDGE, at: at(2), ...by('Gazette') }),
  });
  const clusters = await clustersOf(preview);
  expect(told(clusters)).toEqual(['a < d']);
  expect(clusters[0]).toMatchObject({ coverage: { total: 1, providers: [{ name: 'Gazette' }] }, cards: [] });
  expect(clusters[0]?.members[1]).toMatchObject({ tie: { by: 'title' }, twins: ['a'], named: false });
});

test('two drafts make a card with its follower, and a public article follows an older draft', async () => {
  const other = 'Quarry of Lower Mell floods after pump failure';
  const preview = await previewOf({
    'one.md': draft('one', '', { title: BRIDGE, at: at(1), ...by('Post') }),
    'two.md': draft('two', '', { title: BRIDGE, at: at(2), ...by('Gazette') }),
    'older.md': draft('older', '', { title: other, at: at(1), ...by('Post') }),
    'leads.md': article('leads', { title: other, at: at(2), ...by('Gazette') }),
    'follows.md': article('follows', { title: other, at: at(3), ...by('Courier') }),
  });
  const clusters = await clustersOf(preview);
  expect(told(clusters)).toEqual(['older < leads < follows', 'one < two']);
  const [turned] = clusters.filter(({ cards }) => cards.length > 0);
  // The one that led stands for nobody then, where it still has a card of its own.
  expect(turned?.cards.map(({ slug, coverage }) => [slug, coverage])).toEqual([['leads', undefined]]);
});

test('what its own coverage names is told there already', async () => {
  const url = 'https://gazette.example/d';
  const related = [{ title: BRIDGE, at: at(2), url, ...by('Gazette') }];
  const preview = await previewOf({
    'a.md': article('a', { title: BRIDGE, at: at(1), ...by('Post'), related }),
    'd.md': draft('d', '', { title: BRIDGE, at: at(2), originalUrl: url, ...by('Gazette') }),
  });
  for (const { members, coverage } of await clustersOf(preview))
    expect([members.map(({ named }) => named), coverage?.total]).toEqual([[false, true], 1]);
});

test('Top has the drafts in it, by the same score, and a draft’s Related is what the build finds for it', async () => {
  const preview = await previewOf({
    'd.md': draft('d', '', { title: BRIDGE, at: '2022-05-20T00:00:00Z' }),
    'removed.md': draft('removed', '\nremoved: true', { title: 'Otters', at: '2022-05-21T00:00:00Z' }),
  });
  for (const [kind, id] of [
    ['all', 'all'],
    ['category', 'news'],
  ] as const) {
    const top = v.parse(TopFeed, json(await preview.read('drafts', topRecord(kind, id))));
    expect(top.cards[0]).toMatchObject({ slug: 'd', draft: 'held' });
    expect(top.ranking.newest).toBe('2022-05-20T00:00:00Z');
    expect(top.cards.map(({ slug }) => slug)).not.toContain('removed');
  }
  const [entry] = await entriesOf(preview);
  const { related } = await draftOf(preview, entry?.id ?? '');
  expect(related.length).toBeGreaterThan(0);
  expect(related.every(({ draft: reason }) => reason === undefined)).toBe(true);
});

test('without drafts that change a cluster nothing is said of clusters', async () => {
  const preview = await previewOf({
    'a.md': article('a', { title: BRIDGE, at: at(1), ...by('Post') }),
    'b.md': article('b', { title: BRIDGE, at: at(2), ...by('Gazette') }),
    'd.md': draft('d', '', { title: 'Otters return to the lower river', at: at(3) }),
  });
  expect(await clustersOf(preview)).toEqual([]);
});
