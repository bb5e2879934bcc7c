import type { PageText } from '../html.ts';

/** Makes pages' texts into bytes, UTF-8. What they share is most of them, and is made into bytes once. What is given stands in the same place the next time. */
export function createPageBytes(): (text: PageText) => Uint8Array {
  const known = new Map<string, Uint8Array>();
  const bytesOf = (text: string): Uint8Array => {
    const made = known.get(text) ?? Buffer.from(text);
    known.set(text, made);
    return made;
  };
  let room = Buffer.allocUnsafe(200_000);
  return ({ shared, own }) => {
    const parts = shared.map(bytesOf);
    // No unit of a string takes more than three bytes.
    const most = parts.reduce((sum, { length }) => sum + length, 0) + own.reduce((sum, { length }) => sum + 3 * length, 0);
    if (most > room.length) room = Buffer.allocUnsafe(most * 2);
    let end = 0;
    for (const [at, part] of parts.entries()) {
      room.set(part, end);
      end += part.length;
      end += room.write(own[at] ?? '', end);
    }
    return room.subarray(0, end);
  };
}
