import { decodeHTML } from 'entities';

const PLAIN = /^[!-%'-~]+(?: [!-%'-~]+)*$/;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const SCRIPT_WITH_JOINERS =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{M}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Kannada}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Oriya}\p{Script=Khmer}]$/u;
const LETTER_AFTER =
  /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Kannada}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Oriya}\p{Script=Khmer}]/u;
const EMOJI_BEFORE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1F1E6}-\u{1F1FF}]\uFE0F?$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;

/** Whether an invisible sign does work where it stands: joins an emoji, shapes a word, picks a sign's variant. */
function isUseful(sign: string, before: string, after: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  if (code === 0x200c) return SCRIPT_WITH_JOINERS.test(before) && LETTER_AFTER.test(after);
  if (code === 0x200d) {
    return (
      (EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after)) || (SCRIPT_WITH_JOINERS.test(before) && LETTER_AFTER.test(after))
    );
  }
  if (code === 0xfe0e || code === 0xfe0f) return /[\p{Emoji}\p{Extended_Pictographic}]$/u.test(before);
  if (code >= 0xe0100 && code <= 0xe01ef) return /\p{Script=Han}$/u.test(before);
  // The flags of England, Scotland and Wales are a black flag and letters from the tag block.
  if (code >= 0xe0061 && code <= 0xe007f) return /\u{1F3F4}[\u{E0061}-\u{E007E}]*$/u.test(before);
  return code >= 0x180b && code <= 0x180f && /\p{Script=Mongolian}$/u.test(before);
}

/**
 * Text without what cannot be seen or turns its neighbours round: control characters, zero-width signs and bidirectional
 * controls go, joiners stay where they make an emoji or shape a word, lone surrogates become U+FFFD, the rest is NFC.
 * Line breaks and tabs stay.
 */
export function withoutInvisible(text: string): string {
  if (/^[\t\n\x20-\x7e]*$/.test(text)) return text;
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\u115F\u1160\u3164\uFFA0\u2800]/g, ' ')
    .replace(IGNORABLE, (sign: string, offset: number, whole: string) =>
      isUseful(sign, whole.slice(Math.max(0, offset - 24), offset), whole.slice(offset + sign.length, offset + sign.length + 2))
        ? sign
        : '',
    )
    .replace(/[^\P{Cc}\t\n\v\f\r\u0085]|\p{Noncharacter_Code_Point}|[\uFFF9-\uFFFB]/gu, '')
    .normalize('NFC');
}

/** The same with every run of white space and line ends as one space; ends are kept, for text that goes on in the next node. */
export function foldedText(text: string): string {
  return withoutInvisible(text).replace(/[\s\u0085]+/gu, ' ');
}

/**
 * A title, excerpt or name as it is shown: entities decoded once (`&amp;lt;` becomes `&lt;`), invisible signs gone, white
 * space folded and trimmed. Tags stay as text. Empty when nothing visible is left.
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  const decoded = text.includes('&') ? decodeHTML(text) : text;
  return foldedText(decoded).trim();
}
