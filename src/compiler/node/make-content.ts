import { join } from 'node:path';
import { emit } from '../emit.ts';
import type { Output } from '../model.ts';
import { picturesNeeded } from '../pictures-needed.ts';
import { encodePictures, type PictureFile } from './encode-pictures.ts';
import { judgeCorpus } from './judge-corpus.ts';
import { loadCorpus } from './load-corpus.ts';
import { reportIssues } from './report-issues.ts';

export interface ContentRequest {
  root: string;
  content: string;
  /** ms since 1970. */
  now: number;
  keepGoing: boolean;
  base: string;
  siteUrl?: string;
  originApi: boolean;
}

export interface Content {
  /** To be gone through once. */
  outputs: Iterable<Output>;
  /** BCP 47. */
  language: string;
  pictures: PictureFile[];
  /** Public articles. */
  articles: number;
}

/** Everything of a build that is not its shell. Prints issues; throws a Refusal when the content cannot be built. */
export async function makeContent(request: ContentRequest): Promise<Content> {
  const loaded = loadCorpus(request.content, request.now);
  judgeCorpus(loaded, request.keepGoing);
  const { corpus } = loaded;
  const pictures = await encodePictures(request.content, picturesNeeded(corpus), join(request.root, '.cache/pictures'));
  if (pictures.issues.length > 0) console.error(reportIssues(pictures.issues));
  const { base, originApi } = request;
  const siteUrl = request.siteUrl ?? corpus.settings.url;
  const outputs = emit(corpus, { pictures: pictures.pictures, base, ...(siteUrl && { siteUrl }), originApi });
  return { outputs, language: corpus.settings.language, pictures: pictures.files, articles: corpus.articles.length };
}
