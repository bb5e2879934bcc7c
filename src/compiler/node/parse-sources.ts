import type { Issue } from '../../schema/issue.ts';
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
  const { read } = createArticleReader(around, { now });
  return (paths) => {
    const issues: Issue[] = [];
    const marks = new Map<string, SourceMark>();
    const files = paths.flatMap((path) => readSource(content, path, issues, marks) ?? []);
    const parsed = files.map((file) => (keepsOrigin ? read(file) : withoutOrigin(read(file))));
    const all = new Float64Array(files.length * MARK);
    for (const [at, { path }] of files.entries()) all.set(marks.get(path) ?? [], at * MARK);
    return {
      paths: files.map(({ path }) => path),
      parsed: JSON.stringify(parsed),
      hashes: files.map(({ bytes }) => sourceHash(bytes)),
      marks: all,
      issues,
    };
  };
}

function withoutOrigin(parsed: ParsedArticle): ParsedArticle {
  const { gated } = parsed;
  if (gated?.kind !== 'public') return parsed;
  const { origin: _, ...article } = gated.article;
  return { ...parsed, gated: { ...gated, article: article as typeof gated.article } };
}
