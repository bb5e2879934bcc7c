const SPECIAL = /["'&<>]/;

/** Text for between tags and between quotes, escaped as React does. */
export function escapeMarkup(text: string): string {
  const first = text.search(SPECIAL);
  if (first === -1) return text;
  let [escaped, done] = ['', 0];
  for (let at = first; at < text.length; at++) {
    const sign = escapeOf(text.charCodeAt(at));
    if (sign === undefined) continue;
    escaped += text.slice(done, at) + sign;
    done = at + 1;
  }
  return escaped + text.slice(done);
}

function escapeOf(unit: number): string | undefined {
  switch (unit) {
    case 34:
      return '&quot;';
    case 38:
      return '&amp;';
    case 39:
      return '&#x27;';
    case 60:
      return '&lt;';
    case 62:
      return '&gt;';
    default:
      return undefined;
  }
}
