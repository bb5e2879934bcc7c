/**
 * What is wrong with a source file. line and column count from 1 in the file; field is a dotted path in the front matter
 * (`related.2.webUrl`) or empty. message says what is wrong and what to do, and never quotes an article's text.
 * draft: the file is none that anybody may see, so that the issue stands in nothing's way.
 */
export interface Issue {
  severity: 'error' | 'warning';
  path: string;
  line: number;
  column: number;
  field: string;
  message: string;
  draft?: true;
}
