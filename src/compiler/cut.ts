const WORD_SIGN = /[\p{L}\p{M}\p{N}]/u;

/**
 * The text's beginning in at most `length` UTF-16 units, the ellipsis included. Cut after a word when one ends in the last
 * third; scripts that write without spaces are cut between signs, never inside one.
 */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  let end = length - 1;
  if (WORD_SIGN.test(text.charAt(end))) {
    const space = text.lastIndexOf(' ', end);
    if (space > (length * 2) / 3) end = space;
  }
  return `${text.slice(0, wholeSigns(text, end)).replace(/[\s,;:.\u2026\u2013\u2014-]+$/u, '')}\u2026`;
}

const JOINS_BEFORE = /[\p{M}\p{Emoji_Modifier}\u200d]/u;

/** Steps back over what belongs to the sign before: half a surrogate pair, combining marks, joiners, variation selectors. */
function wholeSigns(text: string, from: number): number {
  let end = from;
  while (end > 0) {
    const joins = isLowHalf(text.charCodeAt(end)) || JOINS_BEFORE.test(String.fromCodePoint(text.codePointAt(end) ?? 0));
    if (!joins && text.charCodeAt(end - 1) !== 0x200d) break;
    end--;
  }
  return end;
}

const isLowHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
