import { emitTexts } from '../src/compiler/emit-texts.ts';
import { readContent } from '../src/compiler/read-content.ts';
import { showDrafts } from '../src/compiler/show-drafts.ts';

/** A site as the real compiler makes it: what each path of the build holds, as text. */
export type PretendSite = ReadonlyMap<string, string>;

/** Noon of the pretend publication's last day. */
export const PRETEND_NOW = Date.parse('2022-10-08T12:00:00Z');

const TEMPLATE =
  '<!doctype html><html lang="tearsheet:lang"><head><!--tearsheet:head--></head><body><div id="root"></div><!--tearsheet:body--></body></html>';

export interface PretendOptions {
  settings?: string;
  /** Drafts stand in it as development shows them. */
  drafts?: boolean;
  now?: number;
}

/** Compiles articles, each a path and the file's text. Throws when the compiler finds an error in them: a pretend site is meant to be whole. */
export function pretendSite(files: Readonly<Record<string, string>>, options: PretendOptions = {}): PretendSite {
  const encoder = new TextEncoder();
  const source = ([path, text]: [string, string]) => ({ path, bytes: encoder.encode(text) });
  const corpus = readContent(
    {
      articles: Object.entries(files).map(source),
      organizations: [],
      topics: [],
      settings: source(['tearsheet.yaml', options.settings ?? 'title: The Pretend Post\n']),
    },
    { now: options.now ?? PRETEND_NOW },
  );
  const fault = corpus.issues.find((issue) => issue.severity === 'error');
  if (fault) throw new Error(`${fault.path}:${fault.line}:${fault.column} ${fault.field}: ${fault.message}`);
  const outputs = emitTexts(options.drafts ? showDrafts(corpus) : corpus, {
    pictures: new Map(),
    base: '/',
    template: TEMPLATE,
    originApi: false,
  });
  return new Map(outputs.map((output) => [output.path, output.text]));
}
