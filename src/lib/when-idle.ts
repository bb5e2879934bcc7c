/** Runs something when the page is loaded and has nothing better to do. */
export function whenIdle(run: () => void): void {
  const wait = () => {
    // Not in every browser, and taken away from a page that was opened with a key (`compiler/preview-script.ts`).
    const { requestIdleCallback: idle } = window as Partial<Window>;
    if (idle) idle.call(window, run, { timeout: 5000 });
    else setTimeout(run, 1000);
  };
  if (document.readyState === 'complete') wait();
  else window.addEventListener('load', wait, { once: true });
}
