/** Marks that readers leave out when they type: of Latin, Greek and Cyrillic, Hebrew points, Arabic vowels and the lengthening stroke. */
const MARK_RANGES = ['0300-\\u036f', '0591-\\u05c7', '0610-\\u061a', '0640', '064b-\\u065f', '0670', '06d6-\\u06ed'];
const MARKS = new RegExp(`[${MARK_RANGES.map((range) => `\\u${range}`).join('')}]`, 'g');
/** What no decomposition takes apart: letters with strokes, ligatures, and the forms that Arabic and Persian keyboards type for one letter. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
const SPACELESS_SCRIPTS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー';
const SPACELESS = new RegExp(`^[${SPACELESS_SCRIPTS}]`, 'u');
const WORD = new RegExp(`[${SPACELESS_SCRIPTS}]+|(?:(?![${SPACELESS_SCRIPTS}])[\\p{L}\\p{M}\\p{N}])+`, 'gu');
const ASCII = /^[\x00-\x7f]*$/;
const ASCII_WORD = /[a-z0-9]+/g;

/** Longer words are cut here, in texts and in queries alike. */
const WORD_LENGTH = 24;

/** A text as search compares it: lower case, without accents, one form for what keyboards type in several. Its length may differ. */
export function foldWords(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');
}

/** The words of a text, folded, in their order. What is written without spaces (Chinese, Japanese, Thai) is one word as far as it runs. */
export function searchWords(text: string): string[] {
  const folded = foldWords(text);
  const words = folded.match(ASCII.test(folded) ? ASCII_WORD : WORD) ?? [];
  return words.map((word) => (word.length > WORD_LENGTH && !isSpaceless(word) ? wholeSigns(word) : word));
}

/** Whether a word's script writes no spaces: such words are found anywhere in a run, others from their beginning. */
export const isSpaceless = (word: string): boolean => word.charCodeAt(0) > 0xdff && SPACELESS.test(word);

/** What the dictionary holds of a word: itself, or of a run its pairs of signs, and its last sign alone. */
export function indexedWords(word: string): string[] {
  if (!isSpaceless(word)) return word.length > 1 || word.charCodeAt(0) > 0x7f ? [word] : [];
  const signs = [...word];
  return signs.map((sign, at) => `${sign}${signs[at + 1] ?? ''}`);
}

/** Not half a surrogate pair. */
function wholeSigns(word: string): string {
  const last = word.charCodeAt(WORD_LENGTH - 1);
  return word.slice(0, last >= 0xd800 && last <= 0xdbff ? WORD_LENGTH - 1 : WORD_LENGTH);
}
