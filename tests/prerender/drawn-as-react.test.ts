import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { emit } from '../../src/compiler/emit.ts';
import type { Corpus, PagePlan } from '../../src/compiler/model.ts';
import { loadCorpus } from '../../src/compiler/node/load-corpus.ts';
import { loadRenderer } from '../../src/compiler/node/load-renderer.ts';
import { buildRenderer } from '../../src/compiler/node/shell.ts';
import type { DrawPage, PageData } from '../../src/schema/page-data.ts';
import { MANIFEST } from '../../src/schema/paths.ts';
import { madeCorpus, madePictures } from '../fixtures/made-corpus.ts';

const root = join(import.meta.dirname, '../..');
const BASE = '/paper/';
const NOW = Date.parse('2026-01-01T00:00:00Z');
// Real articles are other people's: they are read where they are at hand, and never part of the project.
const real = process.env['TEARSHEET_CORPUS'];

type Renderer = (publication: string) => DrawPage;

const folder = mkdtempSync(join(tmpdir(), 'tearsheet-drawn-'));
let ours: Renderer;
let react: Renderer;
beforeAll(async () => {
  const built = async (name: string, asReact: boolean): Promise<Renderer> => {
    await buildRenderer(root, BASE, join(folder, name), asReact);
    return loadRenderer(join(folder, name, 'render-page.mjs'));
  };
  ours = await built('ours', false);
  react = await built('react', true);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How many pages of a publication were compared, and the addresses of those that React draws otherwise. */
function compare(corpus: Corpus): { pages: number; kinds: Set<string>; different: string[] } {
  const plans: PagePlan[] = [];
  let publication = '';
  for (const output of emit(corpus, { base: BASE, pictures: madePictures(corpus), originApi: false })) {
    if (output.kind === 'page') plans.push(output.plan);
    else if (output.path === MANIFEST) publication = output.text;
  }
  const [drawn, truth] = [ours(publication), react(publication)];
  const shown = plans.filter((plan) => plan.data().kind !== 'stand-in');
  const isOther = (plan: PagePlan): boolean => {
    const [one, other] = [drawn, truth].map((draw) => draw(plan.address, plan.data()));
    return JSON.stringify(one) !== JSON.stringify(other);
  };
  return {
    pages: shown.length,
    kinds: new Set(shown.map((plan) => plan.data().kind)),
    different: shown.filter(isOther).map(({ address }) => address),
  };
}

test('every page of the sample is what React draws, byte for byte', () => {
  const { pages, kinds, different } = compare(loadCorpus(join(root, 'content'), NOW).corpus);
  expect(different).toEqual([]);
  expect(pages).toBeGreaterThan(60);
  expect([...kinds].sort()).toEqual(['article', 'feed', 'list', 'plain', 'year', 'years']);
});

test.each([
  ['in English, in UTC', {}],
  ['in German, in Berlin', { language: 'de', timeZone: 'Europe/Berlin' }],
])('every page of a made publication %s is, too', (_, settings) => {
  const { pages, different } = compare(madeCorpus({ seed: 7, count: 400 }, settings));
  expect(different).toEqual([]);
  expect(pages).toBeGreaterThan(500);
});

test('the page of a list that is too long for one file is, too', () => {
  const corpus = madeCorpus({ seed: 7, count: 400 });
  for (const [i, article] of corpus.articles.entries())
    article.provider = { name: `Gazette of the parish ${i}`, domain: `p${i}.example`, images: [] };
  const outputs = [...emit(corpus, { base: BASE, pictures: new Map(), originApi: false })];
  expect(outputs.some(({ path }) => path.startsWith('data/list/provider/'))).toBe(true);
  expect(compare(corpus).different).toEqual([]);
});

test.skipIf(!real)(
  'every page of real articles is, too',
  () => {
    for (const entry of readdirSync(real ?? '', { withFileTypes: true })) {
      const { name } = entry;
      if (!entry.isDirectory()) continue;
      const { corpus } = loadCorpus(join(real ?? '', name), NOW);
      if (corpus.articles.length > 0) expect(compare(corpus).different, name).toEqual([]);
    }
  },
  180_000,
);

test('a page that cannot be drawn says which one it is', () => {
  const draw = ours(publicationOf(madeCorpus({ seed: 7, count: 20 })));
  expect(() => draw('/news/none/', { kind: 'article', slug: 'other', manifest: '{', file: '{}' })).toThrow('/news/none/');
});

test('a page of which a part breaks in drawing leaves that to the browser, as React does, and the build says so', () => {
  const corpus = madeCorpus({ seed: 7, count: 20 });
  const outputs = [...emit(corpus, { base: BASE, pictures: new Map(), originApi: false })];
  const page = outputs.find((output) => output.kind === 'page' && output.plan.data().kind === 'article');
  if (page?.kind !== 'page') throw new Error('There is no article.');
  const data = page.plan.data() as Extract<PageData, { kind: 'article' }>;
  // No address, although it begins like one.
  const file = JSON.stringify({ ...JSON.parse(data.file), title: 'Nobody’s words', originalUrl: 'https://[' });
  const told: string[] = [];
  const listening = vi.spyOn(console, 'error').mockImplementation((line: string) => void told.push(line));
  const [one, other] = [ours, react].map((draw) => draw(publicationOf(corpus))(page.plan.address, { ...data, file }));
  listening.mockRestore();
  expect(one).toEqual(other);
  expect(one?.markup).toContain('<!--$!-->');
  expect(told.filter((line) => line.includes(page.plan.address)).length).toBeGreaterThan(0);
  expect(told.join('\n')).not.toContain('Nobody');
  expect(told.join('\n')).not.toContain('https://[');
});

function publicationOf(corpus: Corpus): string {
  for (const output of emit(corpus, { base: BASE, pictures: new Map(), originApi: false }))
    if (output.kind !== 'page' && output.path === MANIFEST) return output.text;
  return '';
}
