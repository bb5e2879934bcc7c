import type { DrawPage } from '../schema/page-data.ts';
import { type PageText, pageWriter } from './html.ts';
import type { PagePlan } from './model.ts';

/** template: the shell's page with its placeholders. language: BCP 47. draw: without it pages hold nothing but their head, as in development. */
export interface PageTextOptions {
  template: string;
  language: string;
  draw?: DrawPage | undefined;
}

/** Makes the text of a page from its plan: the same bytes each time. */
export function createPageText({ template, language, draw }: PageTextOptions): (plan: PagePlan) => PageText {
  const write = pageWriter(template);
  return ({ address, style, head, files, data }) => {
    const shown = data();
    const drawn = shown.kind === 'stand-in' ? undefined : draw?.(address, shown);
    return write({
      style,
      language,
      head,
      body: drawn?.markup ?? '',
      around: drawn?.around,
      files,
      edition: drawn?.edition ?? '',
    });
  };
}
