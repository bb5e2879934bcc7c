/** Entries under their names' first letters, in the order that they come in. letter: undefined where a name begins with no letter. */
export interface LetterGroup<T> {
  letter: string | undefined;
  entries: T[];
}

/** A letter that few names begin with in a script of thousands says nothing: those stand together. */
const ALPHABET = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]$/u;

export function groupByLetter<T extends { name: string }>(entries: readonly T[]): LetterGroup<T>[] {
  const groups = new Map<string | undefined, T[]>();
  for (const entry of entries) {
    const letter = letterOf(entry.name);
    const group = groups.get(letter);
    if (group) group.push(entry);
    else groups.set(letter, [entry]);
  }
  const sorted = [...groups].map(([letter, members]) => ({ letter, entries: members }));
  return sorted.sort((a, b) => rank(a.letter) - rank(b.letter) || compare(a.letter, b.letter));
}

/** The letter that a name stands under. */
export function letterOf(name: string): string | undefined {
  const first = [...name.normalize('NFD').trim()][0]?.toUpperCase();
  return first !== undefined && ALPHABET.test(first) ? first : undefined;
}

const rank = (letter: string | undefined): number => (letter === undefined ? 1 : 0);
const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);
