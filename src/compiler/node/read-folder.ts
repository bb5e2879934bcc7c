import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../../schema/issue.ts';
import { MAX_FILE_BYTES } from '../decode-file.ts';
import { isArticlePath } from '../is-article-path.ts';
import type { ContentFolder, SourceFile } from '../model.ts';
import { readSettings } from '../settings.ts';
import { fileIssue, reasonOf } from './file-issue.ts';
import { type SourceMark, sourceMark } from './source-marks.ts';
import { walkFolder } from './walk-folder.ts';

export const SETTINGS_FILE = 'tearsheet.yaml';
const CLUSTERS_FILE = 'clusters.yaml';

export interface ReadFolder {
  folder: ContentFolder;
  /** What could not be read. */
  issues: Issue[];
  /** Articles that are there, the unreadable ones too. */
  articleCount: number;
}

/** Reads a content folder whole. Synchronous on purpose: with many small files it is five times as fast. Throws when the folder itself is not there. */
export function readFolder(root: string): ReadFolder {
  const { folder, articles, issues } = readAround(root);
  const unreadable = issues.filter(({ path }) => path.endsWith('.md')).length;
  return {
    folder: { ...folder, articles: articles.flatMap((path) => readSource(root, path, issues) ?? []) },
    issues,
    articleCount: articles.length + unreadable,
  };
}

/** A content folder without its articles. articles: their paths, sorted. */
export interface FolderAround {
  folder: ContentFolder;
  articles: string[];
  issues: Issue[];
}

export function readAround(root: string): FolderAround {
  const { files, issues } = walkFolder(root);
  const read = (paths: string[]): SourceFile[] => paths.flatMap((path) => readSource(root, path, issues) ?? []);
  const file = files.includes(SETTINGS_FILE) ? readSource(root, SETTINGS_FILE, issues) : undefined;
  const { settings } = readSettings(file);
  const clusters = files.includes(CLUSTERS_FILE) ? readSource(root, CLUSTERS_FILE, issues) : undefined;
  const folder: ContentFolder = {
    articles: [],
    organizations: read(files.filter((path) => path.startsWith('_data/organizations/'))),
    topics: read(files.filter((path) => path.startsWith('_data/topics/'))),
    ...(file && { settings: file }),
    ...(clusters && { clusters }),
  };
  return { folder, articles: files.filter((path) => isArticlePath(path, settings)), issues };
}

/** marks: gets the file's, as it was before it was read. room: where its bytes are put, good until the next file; of MAX_FILE_BYTES. */
interface Reading {
  marks?: Map<string, SourceMark>;
  room?: Uint8Array;
}

export function readSource(root: string, path: string, issues: Issue[], { marks, room }: Reading = {}): SourceFile | undefined {
  try {
    const handle = openSync(join(root, path), 'r');
    try {
      const stat = fstatSync(handle);
      marks?.set(path, sourceMark(stat));
      if (stat.size <= MAX_FILE_BYTES) return { path, bytes: room ? bytesOf(handle, stat.size, room) : readFileSync(handle) };
    } finally {
      closeSync(handle);
    }
    issues.push(fileIssue(path, 'The file is over 1 MiB, too large for an article. Shorten it or keep it elsewhere.'));
  } catch (error) {
    issues.push(fileIssue(path, `The file cannot be read (${reasonOf(error)}). Check its permissions.`));
  }
  return undefined;
}

/** A file that says that it is empty may be one that the system makes as it is read. */
function bytesOf(handle: number, size: number, room: Uint8Array): Uint8Array {
  if (size === 0) return readFileSync(handle);
  let at = 0;
  for (let read = -1; read !== 0 && at < size; at += read) read = readSync(handle, room, at, size - at, null);
  return room.subarray(0, at);
}
