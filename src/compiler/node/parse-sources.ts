import type { Issue } from '../../schema/issue.ts';
import { MAX_FILE_BYTES } from '../decode-file.ts';
import type { ContentFolder } from '../model.ts';
import type { ParsedArticle } from '../parse-article.ts';
import { createArticleReader } from '../read-content.ts';
import { readSource } from './read-folder.ts';
import { MARK, type SourceMark, sourceHash } from './source-marks.ts';

/** What reading a folder's articles needs. around: its other files. now: ms since 1970. keepsOrigin: public articles keep the values of their files. */
export interface ParseSetup {
  content: string;
  around: Omit<ContentFolder, 'articles'>;
  now: number;
  keepsOrigin: boolean;
}

/**
 * Files, read and parsed, those left out that cannot be read. parsed: `ParsedArticle[]` as JSON, which goes from thread to thread quickly
 * and holds on to nothing of the files' text. hashes: of their content. marks: four numbers each.
 */
export interface ParsedSources {
  paths: string[];
  parsed: string;
  hashes: string[];
  marks: Float64Array;
  issues: Issue[];
}

export function createSourceParser({
  content,
  around,
  now,
  keepsOrigin,
}: ParseSetup): (paths: readonly string[]) => ParsedSources {
  const { read } = createArticleReader(around, { now, keepsOrigin });
  const room = new Uint8Array(MAX_FILE_BYTES);
  return (paths) => {
    const issues: Issue[] = [];
    const marks = new Map<string, SourceMark>();
    const parsed: ParsedArticle[] = [];
    const hashes: string[] = [];
    for (const path of paths) {
      const file = readSource(content, path, issues, { marks, room });
      if (!file) continue;
      hashes.push(sourceHash(file.bytes));
      parsed.push(read(file));
    }
    const all = new Float64Array(parsed.length * MARK);
    for (const [at, { path }] of parsed.entries()) all.set(marks.get(path) ?? [], at * MARK);
    return { paths: parsed.map(({ path }) => path), parsed: JSON.stringify(parsed), hashes, marks: all, issues };
  };
}
