import type { Corpus, SourceFile } from '../../../src/compiler/model.ts';
import { readContent } from '../../../src/compiler/read-content.ts';

export const NOW = Date.UTC(2026, 0, 15);
export const PATH = 'news/2025-06-01-harbour.md';

/** Front matter that is public as it stands: nothing in it says otherwise. */
export const HEAD = `category: news
title: "The harbour reopens"
excerpt: "Boats are back."
publishedDateTime: 2025-06-01T08:50:00Z
originalUrl: "https://tide.example/harbour"
type: article
provider:
  name: Tide
  domain: tide.example
topics:
  - Harbours`;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const fileOf = (text: string | Uint8Array, path = PATH): SourceFile => ({
  path,
  bytes: typeof text === 'string' ? bytesOf(text) : text,
});

/** An article's file: HEAD, more lines of front matter, and body text. */
export const written = (more = '', body = '', head = HEAD): string =>
  `---\n${head}\n${more === '' ? '' : `${more}\n`}---\n${body}`;

/** HEAD with one of its keys (at the left margin, with what is below it) replaced by other lines. */
export function without(key: string, instead = ''): string {
  const lines = HEAD.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`${key}:`));
  let end = start + 1;
  while (end < lines.length && lines[end]?.startsWith(' ')) end++;
  lines.splice(start, end - start, ...(instead === '' ? [] : instead.split('\n')));
  return lines.join('\n');
}

export const readFiles = (articles: SourceFile[], more: { now?: number; settings?: string } = {}): Corpus =>
  readContent(
    {
      articles,
      organizations: [],
      topics: [],
      ...(more.settings !== undefined && { settings: fileOf(more.settings, 'tearsheet.yaml') }),
    },
    { now: more.now ?? NOW },
  );

export const readOne = (text: string | Uint8Array): Corpus => readFiles([fileOf(text)]);

/** `public`, the draft's reason, or `error`. */
export function outcomeOf(text: string | Uint8Array): string {
  const corpus = readOne(text);
  if (corpus.articles.length > 0) return 'public';
  return corpus.drafts[0]?.reason ?? 'error';
}

/** The errors of one file, `line:column field: message`. */
export const errorsOf = (text: string | Uint8Array, severity = 'error'): string[] =>
  readOne(text)
    .issues.filter((issue) => issue.severity === severity)
    .map(({ path, line, column, field, message }) => `${path}:${line}:${column}  ${field === '' ? '' : `${field}: `}${message}`);

/** The one article that the text makes, public or not. */
export function articleOf(text: string | Uint8Array) {
  const { articles, drafts, issues } = readOne(text);
  const article = articles[0] ?? drafts[0]?.article;
  if (article === undefined) throw new Error(`no article: ${JSON.stringify(issues)}`);
  return article;
}
