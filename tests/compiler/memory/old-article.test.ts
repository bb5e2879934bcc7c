import { expect, test } from 'vitest';
import { emit } from '../../../src/compiler/emit.ts';
import type { Corpus, Output, PublicArticle } from '../../../src/compiler/model.ts';
import { madeCorpus, madePictures } from '../../fixtures/made-corpus.ts';

/** A page as everything that it is drawn from. */
const textOf = (output: Output): string =>
  output.kind === 'page' ? JSON.stringify({ ...output.plan, data: output.plan.data() }) : output.text;

const build = (corpus: Corpus): Map<string, string> =>
  new Map(
    Array.from(
      emit(corpus, { base: '/', siteUrl: 'https://host.example/', originApi: false, pictures: madePictures(corpus) }),
      (output) => [output.path, textOf(output)],
    ),
  );

interface Cost {
  /** Files that are new or other than they were. */
  files: number;
  /** Other articles whose table of contents changed, though it named the article neither before nor after. */
  bystanders: number;
}

function costOf(before: Map<string, string>, after: Map<string, string>, { slug }: PublicArticle): Cost {
  const changed = [...after.keys()].filter((path) => before.get(path) !== after.get(path));
  const tables = changed.filter((path) => path.startsWith('data/article/') && path !== `data/article/${slug}.json`);
  const names = (text = ''): boolean => text.includes(`"${slug}"`);
  return {
    files: changed.length,
    bystanders: tables.filter((path) => !names(before.get(path)) && !names(after.get(path))).length,
  };
}

const CHANGES: Record<string, (article: PublicArticle) => PublicArticle[]> = {
  withdrawn: () => [],
  'given another title': (article) => [{ ...article, title: `Anew ${article.title}` }],
};

test.each([
  { what: 'withdrawn', files: 75, bystanders: 8 },
  { what: 'given another title', files: 48, bystanders: 2 },
])(
  'an old article that is $what changes hardly a page that does not name it',
  { timeout: 120_000 },
  ({ what, files, bystanders }) => {
    const corpus = madeCorpus({ count: 2600 }, { topics: [] });
    const before = build(corpus);
    const costs = [700, 1100, 1500, 1900].map((at) => {
      const article = corpus.articles[at] as PublicArticle;
      const articles = corpus.articles.toSpliced(at, 1, ...(CHANGES[what]?.(article) ?? []));
      return costOf(before, build({ ...corpus, articles }), article);
    });
    expect(costs.reduce((sum, cost) => sum + cost.files, 0) / costs.length).toBeLessThanOrEqual(files);
    expect(costs.reduce((sum, cost) => sum + cost.bystanders, 0) / costs.length).toBeLessThanOrEqual(bystanders);
  },
);
