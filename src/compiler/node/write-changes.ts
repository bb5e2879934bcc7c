import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { writeWhole } from './atomic-file.ts';
import type { Compiled } from './compile-content.ts';
import { type Changes, mergeChanges } from './merge-changes.ts';

const FORMAT = 1;

/**
 * What a compile did, for whoever copies the build elsewhere: `docs/changes.md`. upload: paths in the order in which nothing that can be
 * reached names what is not there yet; then remove, those that can be reached first. all: these lists are not enough, copy everything.
 */
export function writeChanges(file: string, compiled: Compiled): void {
  write(file, changesOf(compiled));
}

/** Writes what many compiles did, one after the other, into a file that whoever copies takes away when it likes. */
export function createChangesLog(file: string): { add: (compiled: Compiled) => void } {
  // What could not be written, as on a full disk, comes with the next.
  let owed: Changes | undefined;
  return {
    add: (compiled) => {
      const made = changesOf(compiled);
      owed = owed ? mergeChanges(owed, made) : made;
      if (!owed.all && owed.upload.length + owed.remove.length === 0) return;
      const waiting = readChanges(file);
      write(file, waiting ? mergeChanges(waiting, owed) : owed);
      owed = undefined;
    },
  };
}

const changesOf = ({ written, removed, follows }: Compiled): Changes => ({ all: !follows, upload: written, remove: removed });

function write(file: string, { all, upload, remove }: Changes): void {
  writeWhole(file, `${JSON.stringify({ format: FORMAT, all, upload, remove })}\n`);
}

const File = v.object({
  format: v.literal(FORMAT),
  all: v.boolean(),
  upload: v.array(v.string()),
  remove: v.array(v.string()),
});

/** Undefined without a file. Of one that is no list nobody knows what it was: then everything is to be copied. */
function readChanges(file: string): Changes | undefined {
  try {
    return v.parse(File, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : { all: true, upload: [], remove: [] };
  }
}
