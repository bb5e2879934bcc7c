import { createHmac } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { type Bytes, compare, hex } from '../../seal/bytes.ts';
import { fileHash, sealedName } from '../../seal/directory.ts';
import { writeWhole } from './atomic-file.ts';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{32,64}$/));

/**
 * What the last build sealed: names of files and hashes under a key that only holders' secrets give, so that who reads it
 * learns nothing that the sealed files themselves do not tell. parts: by group and prefix. empty: files that hold nothing.
 */
const PreviewState = v.object({
  format: v.literal(1),
  rounds: v.number(),
  salt: hash,
  holders: hash,
  index: hash,
  about: hash,
  parts: v.record(v.string(), v.object({ file: hash, hash })),
  empty: v.array(v.object({ file: hash, size: v.number() })),
});
export type PreviewState = v.InferOutput<typeof PreviewState>;

const STATE = 'state.json';

/** Undefined when it is missing or damaged: everything is sealed anew then. */
export function readState(cache: string): PreviewState | undefined {
  try {
    return v.parse(PreviewState, JSON.parse(readFileSync(join(cache, STATE), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Keeps the state, and of the sealed files those that it names. */
export function writeState(cache: string, state: PreviewState): void {
  writeWhole(join(cache, STATE), `${JSON.stringify(state)}\n`);
  const files = [state.index, ...Object.values(state.parts).map(({ file }) => file), ...state.empty.map(({ file }) => file)];
  const kept = new Set([STATE, ...files.map((file) => `${file}.sealed`)]);
  for (const name of readdirSync(cache)) if (!kept.has(name)) rmSync(join(cache, name), { force: true });
}

const DAYS = 86_400_000;
/** What was sealed for a folder that nothing was built into for so long is of no use. */
const FORGOTTEN = 60 * DAYS;

/** Removes what is left of builds into other folders, long ago. */
export function forgetOthers(cache: string): void {
  const all = dirname(cache);
  for (const name of readdirSync(all)) {
    // Each build writes its state anew, and so changes the folder's time.
    const written = statSync(join(all, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (join(all, name) !== cache && Date.now() - written > FORGOTTEN) rmSync(join(all, name), { recursive: true, force: true });
  }
}

/** A sealed file of the last build, undefined unless it is what its name says. */
export async function readSealed(cache: string, file: string): Promise<Bytes | undefined> {
  try {
    const bytes = new Uint8Array(readFileSync(join(cache, `${file}.sealed`)));
    return hex(await fileHash(bytes)) === file ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the beginning of its hash, which is its name. */
export async function keepSealed(cache: string, bytes: Bytes): Promise<Bytes> {
  mkdirSync(cache, { recursive: true });
  const file = await fileHash(bytes);
  writeWhole(join(cache, sealedName(file)), bytes);
  return file;
}

/** Hashes that nobody can compare with a guess who has none of the holders' secrets. */
export function memoryOf(secrets: readonly Bytes[]): (...texts: readonly string[]) => string {
  const key = createHmac('sha256', 'tearsheet preview state 1');
  for (const secret of secrets.toSorted(compare)) key.update(secret);
  const own = key.digest();
  return (...texts) => {
    const mac = createHmac('sha256', own);
    for (const text of texts) mac.update(`${Buffer.byteLength(text)}:`).update(text);
    return mac.digest('hex').slice(0, 32);
  };
}
