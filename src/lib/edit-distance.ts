/** Levenshtein distance of two words by code units; anything above `limit` comes back as `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1) ? 0 : 1;
      line.push(Math.min((above[column - 1] ?? 0) + same, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return Math.min(above[b.length] ?? limit + 1, limit + 1);
}

/** The known name nearest to what was written, when it is near enough to be meant: two letters, three in long names. */
export function nearestName(written: string, known: readonly string[]): string | undefined {
  const word = written.toLowerCase();
  const limit = word.length > 8 ? 3 : word.length > 3 ? 2 : 1;
  let nearest: string | undefined;
  let least = limit + 1;
  for (const name of known) {
    const distance = editDistance(word, name.toLowerCase(), limit);
    if (distance < least) {
      least = distance;
      nearest = name;
    }
  }
  return nearest;
}
