import { ClusterTerms } from '../../../src/compiler/cluster-terms.ts';
import { coverageOf } from '../../../src/compiler/memory/coverage.ts';
import { knownClusters } from '../../../src/compiler/memory/find-ties.ts';
import { createRowMaker } from '../../../src/compiler/memory/make-row.ts';
import { emptyMemory, type Row } from '../../../src/compiler/memory/memory.ts';
import { moveLists } from '../../../src/compiler/memory/move-lists.ts';
import { placesOf } from '../../../src/compiler/memory/places.ts';
import type { ClusterRules, PublicArticle } from '../../../src/compiler/model.ts';
import { TermIndex } from '../../../src/compiler/term-index.ts';
import { madeCorpus } from '../../fixtures/made-corpus.ts';

export const HOUR = 3_600_000;
export const NO_RULES: ClusterRules = { join: [], part: [] };

/** One after the other, each with the rows of the one before. */
export class Stories {
  readonly #words = new ClusterTerms();
  readonly #makeRow: (article: PublicArticle) => Row;
  readonly #rules: ClusterRules;
  #rows: Row[] = [];

  constructor(rules: ClusterRules) {
    this.#rules = rules;
    const corpus = madeCorpus({ count: 1 });
    this.#makeRow = createRowMaker({ corpus, pictures: new Map(), words: this.#words, terms: new TermIndex() });
  }

  /** Of each story what ties it to which; touched: those of which the compiler says that something may be another. */
  compile(articles: readonly PublicArticle[]): { ties: Map<string, string>; touched: Set<string> } {
    const places = placesOf([...articles].reverse(), { ...emptyMemory(), rows: this.#rows }, this.#makeRow);
    moveLists(places);
    const { touched } = knownClusters(places, coverageOf(places), this.#rules, this.#words);
    this.#rows = places.rows;
    const slug = (place: number): string => this.#rows[place]?.article.slug ?? '';
    return {
      ties: new Map(
        this.#rows.flatMap(({ tie, article }) =>
          tie ? [[article.slug, `${slug(tie.leader)} ${tie.by} ${tie.words.join(' ')}`] as const] : [],
        ),
      ),
      touched: new Set(Array.from(touched, slug)),
    };
  }
}

export const madeCoverage = ({ title, urls, provider }: PublicArticle): PublicArticle['related'] => [
  { title, url: urls[0] ?? '', urls, type: 'article', images: [], provider },
];
