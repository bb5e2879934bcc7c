import type { Issue } from '../../schema/issue.ts';
import type { SourceImage, SourceProvider } from '../model.ts';
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
export function readSources(setup: ParseSetup, paths: readonly string[]): ReadSources {
  const read = createSourceParser(setup);
  return joined([opened(read(paths), sharing())]);
}

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
  const share = sharing();
  const batches = Array.from({ length: Math.ceil(paths.length / BATCH) }, (_, at) => paths.slice(at * BATCH, (at + 1) * BATCH));
  const results: ReadSources[] = [];
  const faults: unknown[] = [];
  const under = new Set<Promise<void>>();
  const fail = (error: unknown): void => void faults.push(error);
  thread.ask('beginParse', setup).catch(fail);
  for (let at = 0; at < batches.length && faults.length === 0; at++) {
    const batch = batches[at] as string[];
    if (under.size >= AHEAD) {
      results[at] = opened(own(batch), share);
      // The thread's answers are heard in between only.
      await new Promise((done) => setImmediate(done));
      continue;
    }
    const answer = thread.ask('parse', batch).then((read) => void (results[at] = opened(read, share)), fail);
    under.add(answer);
    void answer.then(() => under.delete(answer));
  }
  await Promise.all(under);
  if (faults.length > 0) throw faults[0];
  return joined(results);
}

/** At once: their text is a second copy of all articles. */
const opened = ({ parsed, ...read }: ParsedSources, share: (one: ParsedArticle) => ParsedArticle): ReadSources => ({
  ...read,
  parsed: (JSON.parse(parsed) as ParsedArticle[]).map(share),
});

/** Articles of one provider share what tells of it, and an article's addresses are one text each: all others together are half as much. */
function sharing(): (one: ParsedArticle) => ParsedArticle {
  const providers = new Map<string, SourceProvider[]>();
  const shared = (provider: SourceProvider): SourceProvider => {
    const named = providers.get(provider.name);
    const known = named?.find((one) => isSame(one, provider));
    if (known) return known;
    if (!named) providers.set(provider.name, [provider]);
    // One name with a new logo each time is looked for no longer than this.
    else if (named.length < MOST_OF_A_NAME) named.push(provider);
    return provider;
  };
  return (one) => {
    if (one.gated?.kind !== 'public') return one;
    const { article } = one.gated;
    article.provider = shared(article.provider);
    for (const story of article.related) if (story.provider) story.provider = shared(story.provider);
    article.urls = article.urls.map((url) => (url === article.originalUrl ? article.originalUrl : url));
    return one;
  };
}

const MOST_OF_A_NAME = 20;

const isSame = (a: SourceProvider, b: SourceProvider): boolean =>
  a.domain === b.domain && a.images.length === b.images.length && a.images.every((image, at) => isSameImage(image, b.images[at]));

const isSameImage = (a: SourceImage, b: SourceImage | undefined): boolean =>
  a.local === b?.local && a.url === b?.url && a.width === b?.width && a.height === b?.height && a.isCached === b?.isCached;

function joined(batches: readonly ReadSources[]): ReadSources {
  const marks = new Float64Array(batches.reduce((sum, one) => sum + one.marks.length, 0));
  let at = 0;
  for (const batch of batches) {
    marks.set(batch.marks, at);
    at += batch.marks.length;
  }
  return {
    paths: batches.flatMap(({ paths }) => paths),
    parsed: batches.flatMap(({ parsed }) => parsed),
    hashes: batches.flatMap(({ hashes }) => hashes),
    marks,
    issues: batches.flatMap(({ issues }) => issues),
  };
}
