import { expect, test } from 'vitest';
import { emit } from '../../../src/compiler/emit.ts';
import { emptyMemory, type Memory } from '../../../src/compiler/memory/memory.ts';
import { packMemory } from '../../../src/compiler/memory/pack.ts';
import { unpackMemory } from '../../../src/compiler/memory/unpack.ts';
import type { Corpus, Output, PublicArticle } from '../../../src/compiler/model.ts';
import { madeCorpus, madePictures } from '../../fixtures/made-corpus.ts';
import { Random } from '../../fixtures/random.ts';

type Build = Map<string, string>;

/** A page as everything that it is drawn from. */
const textOf = (output: Output): string =>
  output.kind === 'page' ? JSON.stringify({ ...output.plan, data: output.plan.data() }) : output.text;

/** One compile after the other, each with the memory of the one before, beside the build that they keep up. */
class Publication {
  build: Build = new Map();
  #packed: ReturnType<typeof packMemory> | undefined;
  #rests: string[] = [];
  #articles = new Map<string, PublicArticle>();
  /** How many outputs the last compile made. */
  made = 0;

  compile(corpus: Corpus): void {
    const pictures = new Map(madePictures(corpus));
    const memory = this.#memory(pictures);
    const kept = new Map(memory.rows.map(({ article }) => [article.slug, article]));
    const articles = corpus.articles.map((article) => {
      return this.#articles.get(article.slug) === article ? (kept.get(article.slug) ?? article) : article;
    });
    const kin = { ...corpus, articles };
    let next: Memory | undefined;
    let gone: string[] = [];
    const done = (made: Memory, paths: string[]): void => {
      next = made;
      gone = paths;
    };
    const built = (path: string): string => this.build.get(path) ?? '';
    const after = new Map(this.build);
    this.made = 0;
    for (const output of emit(kin, { ...OPTIONS, pictures, since: { memory, built, done } })) {
      after.set(output.path, textOf(output));
      this.made++;
    }
    for (const path of gone) expect(after.delete(path), `${path} was there`).toBe(true);
    this.build = after;
    this.#packed = packMemory(next as Memory, { corpus: kin, pictures });
    this.#rests = this.#packed.rests.map((rest) => (typeof rest === 'number' ? (this.#rests[rest] as string) : rest()));
    this.#articles = new Map(corpus.articles.map((article) => [article.slug, article]));
  }

  #memory(pictures: Map<string, unknown>): Memory {
    const packed = this.#packed;
    if (!packed) return emptyMemory();
    const json = structuredClone(packed.json);
    return unpackMemory({ ...packed, json }, (place) => {
      const rest = JSON.parse(this.#rests[place] as string);
      for (const [key, picture] of Object.entries(rest.pictures ?? {})) pictures.set(key, picture);
      return rest;
    });
  }
}

const OPTIONS = { base: '/', siteUrl: 'https://host.example/', originApi: false };

function whole(corpus: Corpus): Build {
  return new Map(
    Array.from(emit(corpus, { ...OPTIONS, pictures: madePictures(corpus) }), (output) => [output.path, textOf(output)]),
  );
}

/** Where two builds differ, in a few words. */
function difference(found: Build, wanted: Build): string[] {
  const paths = new Set([...found.keys(), ...wanted.keys()]);
  return [...paths].filter((path) => found.get(path) !== wanted.get(path)).slice(0, 8);
}

const seconds = (article: PublicArticle): PublicArticle => ({
  ...article,
  publishedDateTime: `${new Date(article.time).toISOString().slice(0, 19)}Z`,
  time: Math.floor(article.time / 1000) * 1000,
});

const newestFirst = (a: PublicArticle, b: PublicArticle): number => b.time - a.time || (a.slug < b.slug ? -1 : 1);

const CHANGES: Record<string, (article: PublicArticle, random: Random, other: PublicArticle) => Partial<PublicArticle>> = {
  title: (article, random) => ({ title: `${article.title} ${random.pick(['again', 'zebra', 'quartz 9'])}` }),
  'title of another': (_, __, other) => ({ title: other.title, excerpt: other.excerpt }),
  date: (article, random) => ({ time: article.time + random.between(-400, 400) * 3_600_000 }),
  topics: (_, random) => ({ topics: random.pick([[], ['Tides'], ['Tides', 'Ships', 'Lamps']]) }),
  provider: (_, __, other) => ({ provider: other.provider }),
  section: (_, random) => {
    const category = random.pick(['news', 'guides', 'science']);
    return { category, categoryName: category };
  },
  heat: (_, random) => ({ heat: random.between(0, 200) }),
  coverage: (_, __, other) => ({
    related: [
      { title: other.title, url: other.urls[0] ?? '', urls: other.urls, type: 'article', images: [], provider: other.provider },
    ],
  }),
  'no coverage': () => ({ related: [] }),
  'address of another': (_, __, other) => ({ urls: other.urls }),
  text: (_, random) => ({
    body: [{ type: 'paragraph', children: [`Some ${random.pick(['amber', 'basalt', 'cobalt'])} words.`] }],
  }),
};

/** Draws one change of a publication: articles that come (of those kept back), go, or are told otherwise; sometimes several. */
function change(articles: PublicArticle[], back: PublicArticle[], random: Random): { articles: PublicArticle[]; what: string } {
  const list = [...articles];
  const what: string[] = [];
  for (let many = random.chance(0.2) ? 5 : 1; many > 0; many--) {
    const at = random.chance(0.3) ? random.between(0, Math.min(9, list.length - 1)) : random.between(0, list.length - 1);
    const one = list[at] as PublicArticle;
    const kind = random.pick(['come', 'go', 'edit', 'edit']);
    if (kind === 'come' && back.length > 0) {
      const come = random.chance(0.5) ? (back.shift() as PublicArticle) : (back.pop() as PublicArticle);
      list.push(come);
      what.push(`came ${come.slug}`);
    } else if (kind === 'go' && list.length > 3) {
      back.push(...list.splice(at, 1));
      what.push(`went ${one.slug}`);
    } else {
      const name = random.pick(Object.keys(CHANGES));
      const other = list[random.between(Math.max(0, at - 5), Math.min(list.length - 1, at + 5))] as PublicArticle;
      list[at] = seconds({ ...one, ...CHANGES[name]?.(one, random, other) });
      what.push(`${name} of ${one.slug}`);
    }
  }
  return { articles: list.sort(newestFirst), what: what.join(', ') };
}

test.each([
  { count: 420, seed: 1, rounds: 60, start: 380 },
  { count: 60, seed: 2, rounds: 60, start: 20 },
  { count: 30, seed: 3, rounds: 60, start: 3 },
  { count: 2700, seed: 4, rounds: 12, start: 2650 },
])(
  'after each change a build is what a whole compile gives ($count articles)',
  ({ count, seed, rounds, start }) => {
    const random = new Random(seed);
    const corpus = madeCorpus({ count, seed }, { topics: [] });
    const all = corpus.articles.map(seconds).toReversed();
    let articles = all.slice(0, start).sort(newestFirst);
    const back = all.slice(start);
    const publication = new Publication();
    publication.compile({ ...corpus, articles });
    for (let round = 0; round < rounds; round++) {
      const next = change(articles, back, random);
      articles = next.articles;
      publication.compile({ ...corpus, articles });
      expect(difference(publication.build, whole({ ...corpus, articles })), `round ${round}: ${next.what}`).toEqual([]);
    }
  },
  120_000,
);
