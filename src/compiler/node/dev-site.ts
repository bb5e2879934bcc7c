import type { Picture } from '../../schema/picture.ts';
import { emit } from '../emit.ts';
import { feedsOf } from '../feeds.ts';
import { wholeText } from '../html.ts';
import { emptyMemory, type Memory } from '../memory/memory.ts';
import type { Corpus, PagePlan } from '../model.ts';
import { newestFirst } from '../order.ts';
import { originApi } from '../origin-api.ts';
import { createPageText } from '../page-text.ts';
import { Resolver } from '../resolve.ts';

/** What a site is made with, besides articles: with others all of it is made anew. template: the page's. isOrdered: articles come newest first. */
export interface DevFrame {
  base: string;
  template: string;
  pictures: ReadonlyMap<string, Picture>;
  isOrdered: boolean;
}

/** All files of a site in memory, kept up to date: a change makes what it reaches. */
export class DevSite {
  readonly #frame: DevFrame;
  #texts = new Map<string, string | PagePlan>();
  #memory: Memory | undefined;
  #corpus: Corpus | undefined;
  #api: ReadonlyMap<string, string> | undefined;
  #textOf: (plan: PagePlan) => string = () => '';

  constructor(frame: DevFrame) {
    this.#frame = frame;
  }

  /** The text of a file as it follows from a corpus; undefined when there is none of this path. */
  text(corpus: Corpus, path: string): string | undefined {
    this.update(corpus);
    if (path.startsWith('api/')) return this.#apiFiles(corpus).get(path);
    const found = this.#texts.get(path);
    if (typeof found !== 'object') return found;
    const text = this.#textOf(found);
    this.#texts.set(path, text);
    return text;
  }

  /** Articles that did not change have to be the same objects as the last time. */
  update(corpus: Corpus): void {
    if (corpus === this.#corpus) return;
    const { template, base, pictures, isOrdered } = this.#frame;
    const memory = this.#memory ?? emptyMemory();
    const isWhole = this.#memory === undefined;
    // Until it is done: what is found out is put into the memory on the way.
    this.#memory = undefined;
    this.#corpus = undefined;
    const before = isWhole ? new Map<string, string | PagePlan>() : this.#texts;
    const made = new Map<string, string | PagePlan>();
    const pageOf = createPageText({ template, language: corpus.settings.language });
    const textOf = (plan: PagePlan): string => wholeText(pageOf(plan));
    let after: { memory: Memory; gone: string[] } | undefined;
    const since = {
      memory,
      built: (path: string): string => (made.get(path) ?? before.get(path) ?? '') as string,
      done: (next: Memory, gone: string[]) => {
        after = { memory: next, gone };
      },
    };
    for (const output of emit(corpus, { base, pictures, originApi: false, isOrdered, since })) {
      // The first time nobody needs most of them; later each would hold on to the site as it was then.
      made.set(output.path, output.kind === 'page' ? (isWhole ? output.plan : textOf(output.plan)) : output.text);
    }
    for (const path of after?.gone ?? []) if (!made.has(path)) before.delete(path);
    for (const [path, text] of made) before.set(path, text);
    this.#texts = before;
    this.#textOf = textOf;
    this.#memory = after?.memory;
    this.#corpus = corpus;
    this.#api = undefined;
  }

  /** Nearly all of it changes with each article, and no page of the reader asks for it. */
  #apiFiles(corpus: Corpus): ReadonlyMap<string, string> {
    const articles = [...corpus.articles].sort(newestFirst);
    this.#api ??= new Map(
      originApi(corpus, feedsOf(corpus, articles, new Resolver(corpus, this.#frame.pictures))).flatMap((output) =>
        output.kind === 'page' ? [] : [[output.path, output.text] as const],
      ),
    );
    return this.#api;
  }
}
