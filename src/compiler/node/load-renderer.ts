import { pathToFileURL } from 'node:url';
import type { DrawPage } from '../../schema/page-data.ts';

type Renderer = (publication: string) => DrawPage;

/** What the shell's renderer module gives (`prerender/render-page.tsx`, built with the shell). */
export async function loadRenderer(path: string): Promise<Renderer> {
  const module = (await import(pathToFileURL(path).href)) as { loadRenderer: () => Promise<Renderer> };
  return module.loadRenderer();
}
