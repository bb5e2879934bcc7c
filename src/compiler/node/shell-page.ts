import { PAGE_STYLES } from '../html.ts';
import { criticalStyles } from './critical-css.ts';
import type { ShortNames } from './short-names.ts';

/** The page as Vite wrote it, taken apart: what it would load at once, to be loaded later. Paths as in the page, base included. */
interface Loads {
  html: string;
  code: string[];
  style: string;
}

/**
 * Loads what the page needs to be more than paper: after everything is painted, or with the reader's first move. Painted is the second
 * frame after loading and after the browser says that something is on the screen, which it says later than it drew it; an idle moment
 * comes before the first picture is. A browser that draws no frames has no idle moment either, hence the time limits. The same text in
 * every build, so that its hash in a host's own policy stays.
 */
const LATER = `
      (function (start) {
        ['load', 'pointerdown', 'keydown', 'scroll'].forEach(function (event) {
          addEventListener(event, event === 'load' ? afterPaint : start, { once: true, passive: true });
        });
        function afterPaint() {
          setTimeout(start, 1000);
          new PerformanceObserver(function () {
            requestAnimationFrame(function () {
              requestAnimationFrame(function () {
                setTimeout(start);
              });
            });
          }).observe({ type: 'paint', buffered: true });
        }
      })(function () {
        var page = document.body.dataset;
        if (page.started) return;
        page.started = 'yes';
        var add = function (kind, address) {
          var link = document.createElement('link');
          link.rel = kind;
          link.href = address;
          if (kind === 'preload') link.as = 'fetch';
          if (kind === 'preload') link.crossOrigin = 'anonymous';
          document.head.append(link);
        };
        add('stylesheet', page.style);
        var later = (!window.tearsheetPreview && window.requestIdleCallback) || setTimeout;
        later(function () {
          (page.files || '').split(' ').filter(Boolean).forEach(add.bind(null, 'preload'));
          page.code.split(' ').forEach(function (address) {
            import(address);
          });
        }, { timeout: 5000 });
      });
    `;

/** What only a script can do is not offered without one. */
const WITHOUT_SCRIPT = 'button,fieldset:has(input),section:has(input){display:none!important}';

/**
 * The page that all pages are made from: it is painted from what it holds itself. css: the text of the style sheet that Vite wrote.
 * typefaces: URL path of the style sheet with those.
 */
export function shellPage(built: string, css: string, typefaces: string, names: ShortNames): string {
  const { html, code, style } = loadsOf(built);
  const styles = criticalStyles(css, names);
  const inline = PAGE_STYLES.map((kind) => `<style data-page="${kind}">${styles[kind]}</style>`).join('\n    ');
  const head = [
    `<script>${LATER}</script>`,
    inline,
    `<noscript><link rel="stylesheet" href="${style}" /><style>${WITHOUT_SCRIPT}</style></noscript>`,
  ].join('\n    ');
  return html
    .replace('<!--tearsheet:typefaces-->', () => `<meta name="typefaces" content="${typefaces}" />`)
    .replace('</head>', () => `  ${head}\n  </head>`)
    .replace(
      '<body>',
      () =>
        `<body data-code="${code.join(' ')}" data-style="${style}" data-files="tearsheet:files" data-edition="tearsheet:edition">`,
    );
}

/** Throws when Vite's page is not as expected: a reader without its script is no reader. */
function loadsOf(built: string): Loads {
  const script = /\s*<script type="module"[^>]*\ssrc="([^"]+)"><\/script>/;
  const preload = /\s*<link rel="modulepreload"[^>]*\shref="([^"]+)">/g;
  const sheet = /\s*<link rel="stylesheet"[^>]*\shref="([^"]+)">/;
  const entry = script.exec(built)?.[1];
  const style = sheet.exec(built)?.[1];
  if (entry === undefined || style === undefined) throw new Error('The page that Vite wrote names no script or no style sheet.');
  const others = [...built.matchAll(preload)].map(([, path = '']) => path);
  return { html: built.replace(script, '').replace(preload, '').replace(sheet, ''), code: [entry, ...others], style };
}
