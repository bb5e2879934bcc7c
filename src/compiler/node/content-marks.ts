import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { reviewersPath } from './reviewers-file.ts';
import { sourceMark } from './source-marks.ts';
import { walkFolder } from './walk-folder.ts';

/** Clocks of file systems tick in seconds at most. */
const YOUNG = 3000;

/** How everything lies on the disk that a compile reads: the content folder, the keys of a preview, copies of pictures. */
export interface ContentMarks {
  hash: string;
  /** A file may have been written again since, unseen. */
  isYoung: boolean;
}

/** cache: the folder of pictures. */
export function contentMarks(content: string, cache: string, env: NodeJS.ProcessEnv): ContentMarks {
  const hash = createHash('sha256');
  const now = Date.now();
  let young = false;
  const add = (path: string): void => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    // Not by the time of its content, which may lie in the future for ever.
    young ||= Math.abs(now - stat.ctimeMs) < YOUNG;
    hash.update(`${path}\0${sourceMark(stat).join(' ')}\n`);
  };
  const secret = env['TEARSHEET_PREVIEW_PASSPHRASE_FILE'];
  for (const path of [reviewersPath(content), ...(secret ? [secret] : [])]) add(path);
  const { files, issues } = walked(content);
  for (const path of files) add(join(content, path));
  for (const { path, message } of issues) hash.update(`${path} ${message}\n`);
  const remote = join(cache, 'remote');
  for (const name of namesIn(remote)) add(join(remote, name));
  return { hash: hash.digest('hex'), isYoung: young };
}

function walked(content: string): ReturnType<typeof walkFolder> {
  try {
    return walkFolder(content);
  } catch {
    // It is gone, or goes while it is walked.
    return { files: [], issues: [] };
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
