import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';
import { previewScript } from '../preview-script.ts';
import { contentSecurityPolicy, inlineParts, sentPolicy, withPolicy } from './csp.ts';
import { filesBelow } from './files-below.ts';
import { formatHeaders, HEADERS_FILE, headerRules } from './headers-file.ts';
import { shellHash } from './shell-hash.ts';
import { shellPage } from './shell-page.ts';
import { shortNames } from './short-names.ts';
import { writeWorkers } from './worker-file.ts';

/** The reader without content. `files`: paths relative to the build's root, sorted; they lie in `folder`. */
export interface Shell {
  hash: string;
  folder: string;
  files: string[];
  /** The page that all pages are made from. */
  template: string;
  /** The module that draws pages (`prerender/render-page.tsx`). */
  renderer: string;
}

const TEMPLATE = 'index.html';
const HOUR = 3_600_000;

/** The shell for a base, built by Vite unless the same sources were built for it before. hash: theirs. */
export async function buildShell(root: string, base: string, hash = shellHash(root)): Promise<Shell> {
  const home = join(root, '.cache/shell');
  const place = join(home, `${hash}${base.replaceAll('/', '+')}`);
  if (!existsSync(place)) {
    const temporary = `${place}.${process.pid}`;
    await buildSite(root, base, join(temporary, SITE), hash);
    await buildRenderer(root, base, join(temporary, RENDERER));
    const html = finishShell(root, base, join(temporary, SITE));
    await writeWorkers(root, base, join(temporary, SITE), html, hash);
    moveTo(temporary, place);
    removeOld(home, hash);
  }
  const folder = join(place, SITE);
  const files = filesBelow(folder).filter((path) => path !== TEMPLATE);
  const renderer = join(place, RENDERER, 'render-page.mjs');
  return { hash, folder, files, template: readFileSync(join(folder, TEMPLATE), 'utf8'), renderer };
}

const SITE = 'site';
const RENDERER = 'renderer';

const buildSite = (root: string, base: string, outDir: string, hash: string): Promise<void> =>
  runVite(root, base, { define: { 'import.meta.env.VITE_SHELL': JSON.stringify(hash) }, build: { outDir, emptyOutDir: true } });

/**
 * The same pages as a module for Node, whole in itself. asReact: drawn by React and its libraries themselves, which takes six times as long:
 * what `prerender/still` draws must be the same. Vite leaves NODE_ENV to be read there: without one, React would draw as in development.
 */
export const buildRenderer = (root: string, base: string, outDir: string, asReact = false): Promise<void> =>
  runVite(root, base, {
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    ...(!asReact && { resolve: { alias: stillModules(root) }, plugins: [stillDates(root)] }),
    ssr: { noExternal: true },
    build: {
      ssr: 'src/prerender/render-page.tsx',
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'render-page.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });

/** What stands in for React and the libraries around it where pages are drawn ahead. */
const stillModules = (root: string) =>
  Object.entries({
    react: 'react',
    'react/jsx-runtime': 'jsx-runtime',
    'react-dom': 'react-dom',
    'react-dom/server': 'react-dom-server',
    'react-router': 'react-router',
    '@tanstack/react-query': 'react-query',
  }).map(([name, file]) => ({ find: new RegExp(`^${name}$`), replacement: join(root, `src/prerender/still/${file}.ts`) }));

/** The same for a module of ours, which it rests on itself. */
const stillDates = (root: string): Plugin => {
  const dates = join(root, 'src/prerender/still/dates.ts');
  return {
    name: 'still-dates',
    enforce: 'pre',
    resolveId: (source, importer) => (source.endsWith('/lib/dates.ts') && importer !== dates ? dates : undefined),
  };
};

async function runVite(root: string, base: string, config: InlineConfig): Promise<void> {
  // A development NODE_ENV in the caller's shell would build a development React.
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('vite');
  await build({ root, base, mode: 'production', configFile: join(root, 'vite.config.ts'), logLevel: 'warn', ...config });
}

/** Returns the page. */
function finishShell(root: string, base: string, folder: string): string {
  const built = readFileSync(join(folder, TEMPLATE), 'utf8');
  const { css, typefaces } = splitTypefaces(folder, base);
  const html = shellPage(built, css, typefaces, shortNames(root));
  const { scripts, styles } = inlineParts(html);
  // One policy for all pages, as a host sends it; two of them take a key out of their address.
  const policy = contentSecurityPolicy({ scripts: [...scripts, previewScript(base)], styles });
  writeFileSync(join(folder, TEMPLATE), withPolicy(html, policy));
  writeFileSync(join(folder, HEADERS_FILE), formatHeaders(headerRules(base, sentPolicy(policy))));
  return html;
}

/**
 * Takes the typefaces out of the style sheet, into one of their own; returns its URL path, and the sheet as it was. Their stand-ins go
 * too, since each page holds them itself: to meet them again would lay out the whole page anew.
 */
function splitTypefaces(folder: string, base: string): { css: string; typefaces: string } {
  const assets = join(folder, 'assets');
  const [sheet] = readdirSync(assets).filter((name) => name.endsWith('.css'));
  if (sheet === undefined) throw new Error('Vite wrote no style sheet.');
  const css = readFileSync(join(assets, sheet), 'utf8');
  const faces = css.match(/@font-face\{[^}]*\}/g) ?? [];
  const text = faces
    .filter((face) => face.includes('url('))
    .map((face) => face.replace('font-display:swap', 'font-display:optional'))
    .join('');
  const name = `typefaces-${createHash('sha256').update(text).digest('base64url').slice(0, 8)}.css`;
  writeFileSync(join(assets, name), text);
  writeFileSync(join(assets, sheet), css.replace(/@font-face\{[^}]*\}/g, ''));
  return { css, typefaces: `${base}assets/${name}` };
}

/** Another process may have built the same meanwhile. */
function moveTo(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    rmSync(from, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

/** Other versions, and what killed runs left. Not those of a moment ago: another process may be at them. */
function removeOld(home: string, hash: string): void {
  for (const name of readdirSync(home)) {
    const path = join(home, name);
    const isOld = !name.startsWith(hash) || /\.\d+$/.test(name);
    if (isOld && Date.now() - statSync(path).mtimeMs > HOUR) rmSync(path, { recursive: true, force: true });
  }
}
