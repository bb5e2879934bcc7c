import { writeWhole } from './atomic-file.ts';
import type { Compiled } from './compile-content.ts';

/**
 * What a compile did, for whoever copies the build elsewhere: `docs/changes.md`. upload: paths in the order in which nothing that can be
 * reached names what is not there yet; then remove, those that can be reached first. all: these lists are not enough, copy everything.
 */
export function writeChanges(file: string, { written, removed, follows }: Compiled): void {
  writeWhole(file, `${JSON.stringify({ format: 1, all: !follows, upload: written, remove: removed })}\n`);
}
