import type { BuildPlace } from './build-place.ts';
import type { BuildRecord } from './build-record.ts';
import { Refusal } from './command-error.ts';
import { compileKey } from './compile-key.ts';
import { forgetCompileState, readCompileState, writeCompileState } from './compile-state.ts';
import { createPages } from './create-pages.ts';
import type { Rests } from './kept-rests.ts';
import { type Looked, lookedAt } from './look-at-sources.ts';
import { type Content, type ContentRequest, makeContent } from './make-content.ts';
import { makeIncrement } from './make-increment.ts';
import { openHeaders } from './open-headers.ts';
import { forgetPageState, noPages, readPageState, writePageState } from './page-state.ts';
import { readPreviewKeys } from './preview-keys.ts';
import { sealAfter } from './seal-after.ts';
import { type SecondThread, withThread } from './second-thread.ts';
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
  /** When the next scheduled article becomes public, in ms since 1970. */
  due?: number | undefined;
}

/** Compiles a content folder into a build: only what changed where what the last compile left can be trusted, else all of it. */
export async function compileContent(
  place: BuildPlace,
  target: CompilePlace,
  request: ContentRequest,
  ahead: Ahead,
): Promise<Compiled> {
  const { thread, look } = ahead;
  thread.ask('load', target.renderer).catch(() => undefined);
  const state = readCompileState(place);
  const keyOf = compileKey(request.root, request.content, target.folder, target.record);
  const run: Run = { place, target, keyOf, thread };
  if (state && state.key === keyOf()) {
    try {
      const increment = await makeIncrement(request, state, target.folder, look);
      if (increment) return await update(run, { ...increment, ...sealed(request, thread) }, state.rests);
    } catch (error) {
      // What was written until then is right, and what is missing a full compile adds.
      if (error instanceof Refusal) throw error;
    } finally {
      state.rests.close();
    }
  }
  return update(run, await makeContent(request, thread));
}

const sealed = (request: ContentRequest, thread: SecondThread): Pick<Content, 'seal'> =>
  readPreviewKeys(request.content, process.env) ? { seal: () => sealAfter(request, thread) } : {};

/** The second thread, which looks at a content folder already. */
export interface Ahead {
  thread: SecondThread;
  /** To be called once there is time for a part of it. */
  look: () => Promise<Looked>;
}

/** Work with a second thread that looks at the content folder while the first one finds out where the build is, and what the last compile left. */
export function withLook<Result>(content: string, work: (ahead: Ahead) => Promise<Result>): Promise<Result> {
  return withThread((thread) => {
    const [walked, first] = [thread.ask('walk', content), thread.ask('mark', content)];
    // Where nobody waits for the answer it does not matter.
    for (const answer of [walked, first]) answer.catch(() => undefined);
    return work({ thread, look: async () => lookedAt(content, await walked, first) });
  });
}

interface Run {
  place: BuildPlace;
  target: CompilePlace;
  keyOf: ReturnType<typeof compileKey>;
  thread: SecondThread;
}

/** With the states around it: what a killed run leaves is no state. rests: what an increment was made from. */
async function update({ place, target, keyOf, thread }: Run, content: Content, rests?: Rests): Promise<Compiled> {
  const { folder, build, renderer, record } = target;
  const before = readPageState(place.pages, build);
  forgetCompileState(place);
  forgetPageState(place.pages);
  const headers = openHeaders(folder, content.engine);
  const { language, engine } = content;
  const ahead = content.gone !== undefined;
  const pages = createPages({ folder, fresh: false, language, engine, renderer, record, before, thread, ahead });
  const { written, removed } = await updateBuild(folder, record, content, pages).finally(() => pages.close());
  writePageState(place.pages, build, (content.gone ? before : noPages()).with(pages.state, content.gone?.() ?? []));
  const kept = content.keep?.();
  if (kept) writeCompileState(place, kept.state(keyOf([...headers, ...written, ...removed])), rests);
  return {
    articles: content.articles,
    hint: content.hint,
    due: content.due,
    whole: content.gone === undefined,
    follows: !before.isEmpty,
    written: [...headers, ...written],
    removed,
  };
}
