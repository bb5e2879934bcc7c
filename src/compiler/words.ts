/** What English joins sentences with; every other frequent word falls to its frequency. */
const STOP = new Set(
  (
    'the and for are was were with that this from have has had not but you your his her its our their they them she him who whom what ' +
    'when where which why how all any can could will would should may might must been being about into over after before between ' +
    'more most much many some such than then there these those just also only other out off own same too very one two new says said ' +
    'of to in on at by as an is it be we he if or so up do go no us my me am vs cannot ' +
    'say get gets got make makes made first last year years day days week month time way here now via per'
  ).split(' '),
);

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const RUNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const ASCII = /^[\x20-\x7e]*$/;
const ASCII_WORD = /[a-z0-9]+/g;

/**
 * The words of a text that can tell what it is about: lower case, repeated where the text repeats them. Scripts that write without spaces give pairs of
 * signs. By regular expressions alone: Intl.Segmenter's answers depend on the machine's ICU.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  if (ASCII.test(text)) {
    for (const word of text.toLowerCase().match(ASCII_WORD) ?? []) add(words, word);
    return words;
  }
  for (const word of text.normalize('NFKC').toLowerCase().match(WORD) ?? []) {
    if (!SPACELESS.test(word)) add(words, word);
    else for (const run of word.match(RUNS) ?? []) (SPACELESS.test(run) ? addPairs : add)(words, run);
  }
  return words;
}

function add(words: string[], word: string): void {
  if (word.length < 2 || STOP.has(word)) return;
  // "chips" and "chip" are one word here; "gas" and "class" stay as they are.
  words.push(word.length > 3 && /[a-rt-z]s$/.test(word) ? word.slice(0, -1) : word);
}

function addPairs(words: string[], run: string): void {
  const signs = [...run];
  if (signs.length === 1) words.push(run);
  for (let at = 0; at + 1 < signs.length; at++) words.push(`${signs[at]}${signs[at + 1]}`);
}
