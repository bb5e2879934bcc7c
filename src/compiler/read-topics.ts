import { segmentOf } from '../lib/slugify.ts';
import type { Report } from './report.ts';
import { cleanText } from './text.ts';

/** An article's topics, cleaned; empty ones and repeats (the same segment in URLs) are dropped. */
export function readTopics(raw: readonly unknown[], report: Report): string[] {
  const topics = new Map<string, string>();
  raw.forEach((item, index) => {
    if (item === null || item === undefined) return;
    if (typeof item !== 'string') {
      const what =
        typeof item === 'object'
          ? 'is a block or list, not a name. Write one name on each line.'
          : 'is not text. Put it in double quotes.';
      report.error(['topics', index], what);
      return;
    }
    const name = cleanText(item);
    const segment = segmentOf(name);
    if (name !== '' && !topics.has(segment)) topics.set(segment, name);
  });
  return [...topics.values()];
}
