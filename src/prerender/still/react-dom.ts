/** `react-dom` where pages are drawn ahead: what is drawn elsewhere, or at once, is drawn by a hand. */
function refuse(): never {
  throw new Error('A page that is drawn ahead is drawn once, and in one place.');
}
export const createPortal = refuse;
export const flushSync = refuse;
