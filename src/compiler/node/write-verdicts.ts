import { accessSync, constants, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { LeftVerdict, PlannedChange } from '../plan-verdicts.ts';
import { replaceWhole } from './atomic-file.ts';
import { reasonOf } from './file-issue.ts';

export interface Written {
  changes: PlannedChange[];
  left: LeftVerdict[];
}

/** Writes what was planned, each file whole or not at all. What cannot be written, or is no more what was read, is left. */
export function writeVerdicts(content: string, planned: readonly PlannedChange[]): Written {
  const written: Written = { changes: [], left: [] };
  const targets = planned.map((change) => ({ change, file: realFile(content, change.path) }));
  for (const { change, file } of targets) {
    const isShared = targets.filter((other) => other.file === file).length > 1;
    const why =
      file === undefined
        ? 'it is not there any more.'
        : isShared
          ? 'two verdicts name it, by two links.'
          : writeOne(file, change);
    if (why === undefined) written.changes.push(change);
    else written.left.push({ name: change.path, why });
  }
  return written;
}

/** A link's target is written, not the link. Undefined where it leads out of the folder, or nowhere. */
function realFile(content: string, path: string): string | undefined {
  try {
    const [root, file] = [realpathSync(content), realpathSync(join(content, path))];
    return file.startsWith(root + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Why it was not written. */
function writeOne(file: string, { before, after }: PlannedChange): string | undefined {
  try {
    if (!readFileSync(file).equals(before)) return 'it changed while this ran. Run it again.';
    accessSync(file, constants.W_OK);
    replaceWhole(file, after);
    // What stands there must be the bytes that were read again before; a full disk can keep other ones.
    if (readFileSync(file).equals(after)) return undefined;
    replaceWhole(file, before);
    return 'what was written did not stay as it was written, and was taken back. Check the disk.';
  } catch (error) {
    return `it cannot be written (${reasonOf(error)}). Check the rights of the file and its folder.`;
  }
}
