import { plainWords } from './cluster-terms.ts';

const SIGN = /[\p{L}\p{M}\p{N}]/u;
const SUM = /^(\d+)[bm]$/;

/** Words as a text spells them, for plain ones in their order; one that it does not spell by itself stays plain. formsOf: what makes words plain. */
export function writtenWords(plain: readonly string[], text: string, formsOf = plainWords): string[] {
  return [...new Set(plain.map(writtenIn(text, formsOf)))];
}

/** The same, one after the other. */
export function writtenIn(text: string, formsOf = plainWords): (plain: string) => string {
  const lower = text.toLowerCase();
  // Few letters change their length with their case; then places in the two texts differ.
  const written = lower.length === text.length ? text : lower;
  return (form) => spelled(form, written, lower, formsOf) ?? form;
}

/** Looks for the letters and makes plain what is found: making a whole text plain for each word would cost more than finding it. */
function spelled(form: string, text: string, lower: string, formsOf: (text: string) => string[]): string | undefined {
  const sum = SUM.exec(form)?.[1];
  const begin = sum ?? form;
  for (let at = lower.indexOf(begin); at >= 0; at = lower.indexOf(begin, at + 1)) {
    if (SIGN.test(lower[at - 1] ?? '')) continue;
    const end = wordEnd(lower, at);
    const word = text.slice(at, end);
    if (formsOf(word)[0] === form) return word;
    if (sum === undefined) continue;
    // A sum and its unit are one word to compare by.
    const pair = text.slice(at, wordEnd(lower, end + 1));
    if (formsOf(pair)[0] === form) return pair;
  }
  return undefined;
}

function wordEnd(text: string, from: number): number {
  let end = from;
  while (SIGN.test(text[end] ?? '')) end++;
  return end;
}
