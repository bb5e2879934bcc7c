import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { writeWhole } from '../atomic-file.ts';
import type { EncodedPicture } from '../encode-picture.ts';
import { readEntry } from '../picture-cache.ts';

/**
 * What is known of a picture elsewhere. Times in ms since 1970. key: of the encoded entry in the cache of pictures, once there was
 * one; made: the encoder's version and effort that it was made with. failures: in a row, since it was last had.
 */
const Remote = v.object({
  url: v.string(),
  use: v.picklist(['picture', 'logo']),
  checked: v.number(),
  key: v.optional(v.string()),
  made: v.optional(v.string()),
  validators: v.optional(v.object({ etag: v.optional(v.string()), lastModified: v.optional(v.string()) }), {}),
  failures: v.number(),
  reason: v.optional(v.string()),
});
export type Remote = v.InferOutput<typeof Remote>;

interface Name {
  url: string;
  use: 'picture' | 'logo';
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

function placeOf(cache: string, { url, use }: Name): string {
  const name = sha(`${use} ${url}`);
  return join(cache, 'remote', name.slice(0, 2), name);
}

/** Two lines: the hash of the second, and the record. Undefined when it is not there or is not what was once written. */
export function readRemote(cache: string, name: Name): Remote | undefined {
  try {
    const [hash, text = ''] = readFileSync(placeOf(cache, name), 'utf8').split('\n');
    if (hash !== sha(text)) return undefined;
    const remote = v.parse(Remote, JSON.parse(text));
    return remote.url === name.url && remote.use === name.use ? remote : undefined;
  } catch {
    return undefined;
  }
}

export function writeRemote(cache: string, remote: Remote): void {
  const text = JSON.stringify(remote);
  writeWhole(placeOf(cache, remote), `${sha(text)}\n${text}\n`);
}

/** The encoded picture of an address, whole or not at all. */
export function keptPicture(cache: string, name: Name): { key: string; entry: EncodedPicture; remote: Remote } | undefined {
  const remote = readRemote(cache, name);
  const entry = remote?.key === undefined ? undefined : readEntry(cache, remote.key);
  return remote?.key !== undefined && entry ? { key: remote.key, entry, remote } : undefined;
}
