import type { DrawPage } from '../schema/page-data.ts';
import { type EmitOptions, emit } from './emit.ts';
import { wholeText } from './html.ts';
import type { Corpus, Output } from './model.ts';
import { byText } from './order.ts';
import { createPageText } from './page-text.ts';

/** A file of the output with its text, whatever its kind. */
export interface WholeOutput {
  path: string;
  text: string;
  kind: Output['kind'];
}

/** template: the shell's page with its placeholders. draw: without it pages hold nothing but their head. */
export interface EmitTextsOptions extends EmitOptions {
  template: string;
  draw?: DrawPage;
}

/** Every file of the public output as text, sorted by path: where all of it fits into memory, in development and in tests. */
export function emitTexts(corpus: Corpus, { template, draw, ...options }: EmitTextsOptions): WholeOutput[] {
  const textOf = createPageText({ template, language: corpus.settings.language, draw });
  const whole = (output: Output): WholeOutput =>
    output.kind === 'page' ? { path: output.path, text: wholeText(textOf(output.plan)), kind: 'page' } : output;
  return Array.from(emit(corpus, options), whole).sort((a, b) => byText(a.path, b.path));
}
