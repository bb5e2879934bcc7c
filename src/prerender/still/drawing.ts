/**
 * The page that is being drawn. Hooks are called without being told for which drawing, so there is one for the module; drawing is never
 * interrupted, and `begin` clears what a fault may have left.
 */
class Drawing {
  text = '';
  /** The last sign belongs to a text: before another text stands a comment, so that a browser keeps the two apart. */
  afterText = false;
  /** How many ids the component that is being called has asked for. */
  ids = 0;
  /** For each list of children around: how many they are, and which of them is being drawn. */
  depth = 0;
  readonly totals: number[] = [];
  readonly places: number[] = [];
  onError: ((error: unknown) => void) | undefined;

  begin(onError?: (error: unknown) => void): void {
    this.onError = onError;
    this.text = '';
    this.afterText = false;
    this.ids = 0;
    this.depth = 0;
  }

  enter(total: number, place: number): void {
    this.totals[this.depth] = total;
    this.places[this.depth] = place;
    this.depth++;
  }
}

export const drawing = new Drawing();

/** As React makes ids: from where the component stands, so that the browser comes to the same. */
export function nextId(): string {
  const own = drawing.ids++;
  return `_R_${placeInTree()}${own === 0 ? '' : `H${own.toString(32)}`}_`;
}

/** Places from the root on, each in as many bits as its list needs, the innermost first; what leaves 30 bits is text already, five bits a sign. */
function placeInTree(): string {
  let [bits, length, text] = [0, 0, ''];
  for (let at = 0; at < drawing.depth; at++) {
    const needed = 32 - Math.clz32(drawing.totals[at] ?? 0);
    if (length + needed > 30) {
      const whole = length - (length % 5);
      text = (bits & ((1 << whole) - 1)).toString(32) + text;
      bits >>= whole;
      length -= whole;
    }
    bits |= ((drawing.places[at] ?? 0) + 1) << length;
    length += needed;
  }
  return bits.toString(32) + text;
}
