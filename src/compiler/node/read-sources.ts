import type { Issue } from '../../schema/issue.ts';
import type { ParsedArticle } from '../parse-article.ts';
import { createSourceParser, type ParsedSources, type ParseSetup } from './parse-sources.ts';
import type { SecondThread } from './second-thread.ts';

/** Articles of a folder, in the order of their paths. See `ParsedSources`. */
export interface ReadSources {
  paths: string[];
  parsed: ParsedArticle[];
  hashes: string[];
  marks: Float64Array;
  issues: Issue[];
}

/** In this thread. */
export const readSources = (setup: ParseSetup, paths: readonly string[]): ReadSources =>
  joined([createSourceParser(setup)(paths)]);

const BATCH = 100;
/** So many batches wait for the second thread, so that it never waits for this one. */
const AHEAD = 2;

/** In this thread and the second one, whichever has time. */
export async function readSourcesTogether(
  setup: ParseSetup,
  paths: readonly string[],
  thread: SecondThread,
): Promise<ReadSources> {
  const own = createSourceParser(setup);
  const batches = Array.from({ length: Math.ceil(paths.length / BATCH) }, (_, at) => paths.slice(at * BATCH, (at + 1) * BATCH));
  const results: ParsedSources[] = [];
  const faults: unknown[] = [];
  const under = new Set<Promise<void>>();
  thread.ask('beginParse', setup).catch((error: unknown) => faults.push(error));
  for (let at = 0; at < batches.length && faults.length === 0; at++) {
    const batch = batches[at] as string[];
    if (under.size >= AHEAD) {
      results[at] = own(batch);
      // The thread's answers are heard in between only.
      await new Promise((done) => setImmediate(done));
      continue;
    }
    const answer = thread.ask('parse', batch).then(
      (parsed) => {
        results[at] = parsed;
      },
      (error: unknown) => {
        faults.push(error);
      },
    );
    under.add(answer);
    void answer.then(() => under.delete(answer));
  }
  await Promise.all(under);
  if (faults.length > 0) throw faults[0];
  return joined(results);
}

function joined(batches: readonly ParsedSources[]): ReadSources {
  const marks = new Float64Array(batches.reduce((sum, one) => sum + one.marks.length, 0));
  let at = 0;
  for (const batch of batches) {
    marks.set(batch.marks, at);
    at += batch.marks.length;
  }
  return {
    paths: batches.flatMap(({ paths }) => paths),
    parsed: batches.flatMap(({ parsed }) => JSON.parse(parsed) as ParsedArticle[]),
    hashes: batches.flatMap(({ hashes }) => hashes),
    marks,
    issues: batches.flatMap(({ issues }) => issues),
  };
}
