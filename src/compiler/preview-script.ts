/**
 * Takes a key out of the preview's address and its history entry, before anything of the page is asked for, and leaves what it took in
 * memory, for `features/preview` to read once. Addresses within the preview (`#/d/...`, `#/in-place/...`) stay. It runs on the page for
 * unknown addresses too: that one answers where a mail program wrote `#` as `%23`. Browsers keep the address that a page was loaded from in its timings,
 * and let nobody delete it there: for scripts of this page it is cut off, and frames that took long do not tell whose script they ran.
 * Who brings a key waits for nothing else: the reader's script is not kept until the browser is idle (`node/shell-page.ts`). base: '/' or '/path/'.
 */
export const previewScript = (base: string): string => `
      (function (at, page) {
        var path = at.pathname + at.search;
        if ((path + '/').indexOf(page) !== 0 && path.search(/\\/preview(%(25)*23|[?])/) !== page.length - 9) return;
        if (!/%(25)*23/.test(path) && (at.hash.length < 2 || /^#\\/[a-z-]{1,12}(\\/|$)/.test(at.hash))) return;
        window.tearsheetPreview = { pathname: at.pathname, search: at.search, hash: at.hash };
        history.replaceState(null, '', page);
        var hide = function (owner, name, get) {
          if (owner && name in owner) Object.defineProperty(owner, name, { get: get });
        };
        var timing = window.PerformanceEntry && PerformanceEntry.prototype;
        var known = timing && Object.getOwnPropertyDescriptor(timing, 'name');
        hide(known && timing, 'name', function () {
          return known.get.call(this).replace(/(#|%(25)*23).*/, '');
        });
        hide(window.PerformanceNavigationTiming && PerformanceNavigationTiming.prototype, 'toJSON');
        var frames = window.PerformanceLongAnimationFrameTiming && PerformanceLongAnimationFrameTiming.prototype;
        hide(frames, 'scripts');
        hide(frames, 'toJSON');
        hide(window.navigation, 'activation');
      })(location, ${JSON.stringify(`${base}preview/`).replaceAll('<', '\\u003c')});
    `;
