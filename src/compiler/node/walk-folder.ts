import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Issue } from '../../schema/issue.ts';
import { fileIssue, reasonOf } from './file-issue.ts';

interface Walk {
  root: string;
  files: string[];
  issues: Issue[];
  /** Real paths of the folders that are being walked, from the root down: one of them again is a loop. */
  open: Set<string>;
}

/**
 * Every file below a folder, as paths with `/`, sorted by code units. Dot folders are left out. Links are followed inside the
 * folder only; a link that leads out or in a circle, or nowhere, is an issue when it might be an article or a folder of some.
 */
export function walkFolder(folder: string): { files: string[]; issues: Issue[] } {
  const root = realpathSync(folder);
  const walk: Walk = { root, files: [], issues: [], open: new Set([root]) };
  walkInto(walk, root, '');
  walk.files.sort((a, b) => (a < b ? -1 : 1));
  return { files: walk.files, issues: walk.issues };
}

function walkInto(walk: Walk, folder: string, prefix: string): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
    // As bytes, because a name that is no UTF-8 would be read as another name that does not exist.
    if (entries.some(({ name }) => name.includes('\uFFFD'))) return walkBytes(walk, folder, prefix);
  } catch (error) {
    walk.issues.push(
      fileIssue(prefix.slice(0, -1) || '.', `The folder cannot be read (${reasonOf(error)}). Check its permissions.`),
    );
    return;
  }
  for (const entry of entries) take(walk, folder, prefix, entry.name, entry);
}

/** The same for a folder with names that may be no UTF-8; reading all names so takes three times as long. */
function walkBytes(walk: Walk, folder: string, prefix: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, encoding: 'buffer' })) {
    const name = entry.name.toString('utf8');
    if (name.includes('\uFFFD') && !Buffer.from(name).equals(entry.name))
      walk.issues.push(fileIssue(prefix + name, 'The name is not UTF-8. Rename it.'));
    else take(walk, folder, prefix, name, entry);
  }
}

type Kind = Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>;

function take(walk: Walk, folder: string, prefix: string, name: string, kind: Kind): void {
  if (kind.isFile()) walk.files.push(prefix + name);
  else if (kind.isDirectory()) {
    if (!name.startsWith('.')) enter(walk, join(folder, name), prefix + name);
  } else if (kind.isSymbolicLink()) follow(walk, join(folder, name), prefix + name);
  else if (name.endsWith('.md'))
    walk.issues.push(fileIssue(prefix + name, 'This is no file that can be read. Put a plain file there.'));
}

function enter(walk: Walk, folder: string, path: string): void {
  const real = realpathSync(folder);
  if (walk.open.has(real)) {
    walk.issues.push(fileIssue(path, 'This link leads back to a folder that it lies in. Remove the link.'));
    return;
  }
  walk.open.add(real);
  walkInto(walk, folder, `${path}/`);
  walk.open.delete(real);
}

function follow(walk: Walk, link: string, path: string): void {
  const hidden = path.slice(path.lastIndexOf('/') + 1).startsWith('.');
  try {
    const real = realpathSync(link);
    const isFolder = statSync(real).isDirectory();
    if (isFolder && hidden) return;
    if (real !== walk.root && !real.startsWith(walk.root + sep)) {
      if (isFolder || path.endsWith('.md')) {
        walk.issues.push(
          fileIssue(path, 'This link leads out of the content folder and is not followed. Copy what it names to here.'),
        );
      }
    } else if (isFolder) enter(walk, link, path);
    else walk.files.push(path);
  } catch (error) {
    if (path.endsWith('.md'))
      walk.issues.push(fileIssue(path, `The link cannot be followed (${reasonOf(error)}). Remove or mend it.`));
  }
}
