import { WEB_MANIFEST } from '../lib/shell-files.ts';
import { strings } from '../lib/strings.ts';
import { urlPath } from '../schema/paths.ts';
import type { Settings, TextOutput } from './model.ts';
import { SAVED_PAGE } from './pages.ts';

/** --paper in light, as in `styles/tokens.css`; for dark each page says its own in `index.html`. */
const PAPER = '#fbfaf6';

/** The publication as an app that can be installed. base: '/' or '/path/'. */
export function webManifest({ title, description, language }: Settings, base: string): TextOutput {
  const icon = (file: string, sizes: string, type: string, purpose: 'any' | 'maskable') => ({
    src: base + file,
    sizes,
    type,
    purpose,
  });
  const manifest = {
    id: base,
    name: title,
    short_name: title,
    description,
    lang: language,
    start_url: base,
    scope: base,
    display: 'standalone',
    background_color: PAPER,
    theme_color: PAPER,
    icons: [
      icon('icon.svg', 'any', 'image/svg+xml', 'any'),
      icon('icon-192.png', '192x192', 'image/png', 'any'),
      icon('icon-512.png', '512x512', 'image/png', 'any'),
      icon('icon-maskable-192.png', '192x192', 'image/png', 'maskable'),
      icon('icon-maskable-512.png', '512x512', 'image/png', 'maskable'),
    ],
    shortcuts: [
      { name: strings.allNews, url: base },
      { name: strings.saved.title, url: urlPath(base, SAVED_PAGE) },
    ],
  };
  return { path: WEB_MANIFEST, text: `${JSON.stringify(manifest, null, 1)}\n`, kind: 'contents' };
}
