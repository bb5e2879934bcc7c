import { type PreviewLink, readAnyLink } from '../../seal/preview-link.ts';

type Address = Parameters<typeof readAnyLink>[0];

/** The key that the page's first script took out of the address (`compiler/preview-script.ts`). It is handed out once. */
export function takeLink(): PreviewLink | undefined {
  const page: { tearsheetPreview?: Address } = window as object;
  const { tearsheetPreview: taken } = page;
  delete page.tearsheetPreview;
  return taken && readAnyLink(taken);
}
