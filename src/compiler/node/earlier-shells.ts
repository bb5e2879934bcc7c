import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type BuildRecord, readBuildRecord } from './build-record.ts';

/** The folder of the shell's hashed files, and in it the names of those that earlier builds left, the newest shell first. */
const ASSETS = 'assets/';
const LIST = `${ASSETS}earlier.json`;

/** Of how many shells the files are kept, besides the newest one's. */
const KEPT = 2;

const Earlier = v.array(v.object({ shell: v.string(), files: v.array(v.string()) }));
type Earlier = v.InferOutput<typeof Earlier>;

/**
 * Copies what two shells before this one had in their assets into a new build: a tab that was opened with one of them may still ask for a
 * part of it. before: the folder of the build that it takes the place of. The one folder that depends on what was built before.
 */
export function keepEarlierShells(folder: string, record: BuildRecord, before: string | undefined): void {
  const last = before === undefined ? undefined : readBuildRecord(before);
  if (before === undefined || !last || last.base !== record.base) return;
  const own = { shell: last.shell, files: last.files.filter((path) => path.startsWith(ASSETS)) };
  const known = [own, ...readEarlier(before)].filter(({ shell }) => shell !== record.shell);
  const earlier = known
    .slice(0, KEPT)
    .map(({ shell, files }) => ({ shell, files: files.filter((path) => existsSync(join(before, path))) }));
  if (earlier.length === 0) return;
  const current = new Set(record.files);
  for (const path of new Set(earlier.flatMap(({ files }) => files))) {
    if (!current.has(path)) copyFileSync(join(before, path), join(folder, path));
  }
  writeFileSync(join(folder, LIST), `${JSON.stringify(earlier, null, 1)}\n`);
}

/** Paths that earlier builds left in a build, the list of them included. */
export const earlierFiles = (folder: string): string[] =>
  existsSync(join(folder, LIST)) ? [LIST, ...readEarlier(folder).flatMap(({ files }) => files)] : [];

/** A list that cannot be read is none: the files are of use to nobody for long. */
function readEarlier(folder: string): Earlier {
  try {
    const result = v.safeParse(Earlier, JSON.parse(readFileSync(join(folder, LIST), 'utf8')));
    return result.success ? result.output.map(onlyAssets) : [];
  } catch {
    return [];
  }
}

/** The list lies in a folder that others can write to: it names nothing outside of its own. */
const onlyAssets = ({ shell, files }: Earlier[number]): Earlier[number] => ({
  shell,
  files: files.filter((path) => /^assets\/[^/]+$/.test(path)),
});
