import * as v from 'valibot';
import { isSavedArticle, type SavedArticle } from './mark.ts';
import type { MarkChange, Marks } from './marks.ts';

/** The one file that what was saved and read travels in. */
const FORMAT = 'tearsheet-saved';
const VERSION = 1;

/** Bytes; ten thousand saved articles are about a tenth of it. */
const LARGEST = 50_000_000;

const Head = v.object({ format: v.literal(FORMAT), version: v.number() });
const SavedFile = v.object({ saved: v.array(v.unknown()), read: v.optional(v.array(v.unknown()), []) });

export type SavedFileFault = 'unreadable' | 'too-large' | 'not-json' | 'not-ours' | 'newer';

/** damaged: entries that could not be read. kept: false when what was added ends with this tab. */
export type Brought =
  | { fault: SavedFileFault }
  | { fault?: never; added: number; before: number; damaged: number; kept: boolean };

/** The file's text. now: ms since 1970. */
export function exportSaved(marks: Marks, now: number): string {
  const file = {
    format: FORMAT,
    version: VERSION,
    exportedAt: new Date(now).toISOString(),
    saved: marks.saved(),
    read: marks.read(),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Adds what is in a file to what is here; takes nothing away. */
export async function importSaved(marks: Marks, file: Blob): Promise<Brought> {
  if (file.size > LARGEST) return { fault: 'too-large' };
  const content = await readSavedFile(file);
  if (typeof content === 'string') return { fault: content };
  const articles = content.saved.filter(isSavedArticle);
  const read = content.read.filter((slug): slug is string => typeof slug === 'string' && slug !== '');
  const damaged = content.saved.length - articles.length + content.read.length - read.length;
  const added = new Map<string, SavedArticle>();
  for (const article of articles) if (!marks.has('saved', article.slug)) added.set(article.slug, article);
  const changes: MarkChange[] = [
    ...[...added].map(([slug, article]): MarkChange => ({ kind: 'saved', slug, on: true, article })),
    ...read.filter((slug) => !marks.has('read', slug)).map((slug): MarkChange => ({ kind: 'read', slug, on: true })),
  ];
  const kept = await marks.set(changes);
  return { added: added.size, before: articles.length - added.size, damaged, kept };
}

async function readSavedFile(file: Blob): Promise<v.InferOutput<typeof SavedFile> | SavedFileFault> {
  let text: string;
  try {
    text = await file.text();
  } catch {
    return 'unreadable';
  }
  const content = parse(text);
  if (content === undefined) return 'not-json';
  const head = v.safeParse(Head, content);
  if (!head.success) return 'not-ours';
  if (head.output.version > VERSION) return 'newer';
  const body = v.safeParse(SavedFile, content);
  return body.success ? body.output : 'not-ours';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
