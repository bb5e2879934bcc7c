/** Whether one sign more, one less, another one, or two neighbours exchanged make one word of the other. */
export function isOneTypo(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short.charCodeAt(at) === long.charCodeAt(at)) at++;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const turned = short.charAt(at) === long.charAt(at + 1) && short.charAt(at + 1) === long.charAt(at);
  return turned && short.slice(at + 2) === long.slice(at + 2);
}
