import type { BuildPlace } from './build-place.ts';
import type { BuildRecord } from './build-record.ts';
import { Refusal } from './command-error.ts';
import { compileKey } from './compile-key.ts';
import { forgetCompileState, readCompileState, writeCompileState } from './compile-state.ts';
import { createPages } from './create-pages.ts';
import type { Rests } from './kept-rests.ts';
import { type Content, type ContentRequest, makeContent } from './make-content.ts';
import { makeIncrement } from './make-increment.ts';
import { openHeaders } from './open-headers.ts';
import { forgetPageState, readPageState, writePageState } from './page-state.ts';
import { updateBuild } from './update-build.ts';

/** A build to bring up to date. build: its name; record: as it is to be. */
export interface CompilePlace {
  folder: string;
  build: string;
  renderer: string;
  record: BuildRecord;
}

export interface Compiled {
  articles: number;
  /** Paths, in the order in which they were written and removed. */
  written: string[];
  removed: string[];
  /** The run before came to its end, so that nothing was written which no list names. */
  follows: boolean;
  hint: string;
  /** Everything was made, not only what changed. */
  whole: boolean;
}

/** Compiles a content folder into a build: only what changed where what the last compile left can be trusted, else all of it. */
export async function compileContent(place: BuildPlace, target: CompilePlace, request: ContentRequest): Promise<Compiled> {
  const { folder, record } = target;
  const state = readCompileState(place);
  const keyOf = compileKey(request.root, request.content, folder, record);
  if (state && state.key === keyOf()) {
    try {
      const increment = await makeIncrement(request, state, folder);
      if (increment) return await update(place, target, keyOf, increment, state.rests);
    } catch (error) {
      // What was written until then is right, and what is missing a full compile adds.
      if (error instanceof Refusal) throw error;
    } finally {
      state.rests.close();
    }
  }
  return update(place, target, keyOf, await makeContent(request));
}

/** With the states around it: what a killed run leaves is no state. */
async function update(
  place: BuildPlace,
  target: CompilePlace,
  keyOf: () => string,
  content: Content,
  rests?: Rests,
): Promise<Compiled> {
  const { folder, build, renderer, record } = target;
  const before = readPageState(place.pages, build);
  forgetCompileState(place);
  forgetPageState(place.pages);
  const headers = openHeaders(folder, content.engine);
  const { language, engine } = content;
  const pages = createPages({
    folder,
    fresh: false,
    language,
    engine,
    renderer,
    record,
    before,
    apart: content.gone !== undefined,
  });
  const { written, removed } = await updateBuild(folder, record, content, pages).finally(() => pages.close());
  writePageState(place.pages, build, content.gone ? merged(before, pages.state, content.gone()) : pages.state);
  const kept = content.keep?.();
  if (kept) writeCompileState(place, kept.state(keyOf()), rests);
  return {
    articles: content.articles,
    hint: content.hint,
    whole: content.gone === undefined,
    follows: before.size > 0,
    written: [...headers, ...written],
    removed,
  };
}

function merged(before: ReadonlyMap<string, string>, made: ReadonlyMap<string, string>, gone: readonly string[]) {
  const all = new Map([...before, ...made]);
  for (const path of gone) all.delete(path);
  return all;
}
