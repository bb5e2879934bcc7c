import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Begins the names of files that are being written. */
const UNFINISHED = '.unfinished-';

/** Whether a file of this name is one that is being written, or that a killed run left half written. */
export const isUnfinished = (name: string): boolean => name.startsWith(UNFINISHED);

/** parts: one after the other, so that nobody needs to hold them all. */
type Bytes = Uint8Array | string | readonly Uint8Array[] | { parts: () => Iterable<Uint8Array> };

/** Writes a file whole or not at all, its folders too. Nobody sees it half written. mode: the rights of a new file. */
export function writeWhole(path: string, bytes: Bytes, mode?: number): void {
  const folder = dirname(path);
  // Not made from the file's own name: that may be as long as a name can be.
  const temporary = join(folder, `${UNFINISHED}${process.pid}`);
  try {
    write(temporary, bytes, mode);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Puts other content into a file that is there, whole or not at all. It keeps its rights. */
export function replaceWhole(path: string, bytes: Uint8Array): void {
  const temporary = join(dirname(path), `${UNFINISHED}${process.pid}`);
  try {
    const mode = statSync(path).mode & 0o7777;
    writeFileSync(temporary, bytes, { mode });
    // What the process's mask took away.
    chmodSync(temporary, mode);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Whether a file is there and says just this. */
export function holds(path: string, content: string | Uint8Array): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.size !== Buffer.byteLength(content)) return false;
  return readFileSync(path).equals(typeof content === 'string' ? Buffer.from(content) : content);
}

/** Most folders are there already: asking first would cost a third of the time of writing a large build. */
function write(path: string, bytes: Bytes, mode = 0o666): void {
  try {
    writeParts(path, bytes, mode);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeParts(path, bytes, mode);
  }
}

function writeParts(path: string, bytes: Bytes, mode: number): void {
  if (typeof bytes === 'string' || bytes instanceof Uint8Array) return writeFileSync(path, bytes, { mode });
  const handle = openSync(path, 'w', mode);
  try {
    for (const part of 'parts' in bytes ? bytes.parts() : bytes) writeFileSync(handle, part);
  } finally {
    closeSync(handle);
  }
}
