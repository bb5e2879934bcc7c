import { escapeMarkup } from './escape-markup.ts';

/** Numbers of these are no pixels. */
const BARE = new Set(
  'animationIterationCount aspectRatio columnCount columns fillOpacity flex flexGrow flexShrink fontWeight gridArea gridColumn gridColumnEnd gridColumnStart gridRow gridRowEnd gridRowStart lineClamp lineHeight opacity order orphans scale strokeDashoffset strokeOpacity strokeWidth tabSize widows zIndex zoom'.split(
    ' ',
  ),
);

/** ` style="…"` of an object of styles, as React writes it; empty where none has a value. */
export function styleText(style: unknown): string {
  const rules: string[] = [];
  for (const [name, value] of Object.entries(style as Record<string, unknown>)) {
    if (value === null || value === undefined || typeof value === 'boolean' || value === '') continue;
    const isOwn = name.startsWith('--');
    const pixels = !isOwn && typeof value === 'number' && value !== 0 && !BARE.has(name);
    const label = isOwn ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^ms-/, '-ms-');
    rules.push(`${label}:${pixels ? `${value}px` : escapeMarkup(String(value).trim())}`);
  }
  return rules.length === 0 ? '' : ` style="${rules.join(';')}"`;
}
