import { type Bytes, fromHex, hex } from '../../seal/bytes.ts';
import { type Kdf, passphraseSecret, randomBytes, SALT_LENGTH, secretKey } from '../../seal/derive.ts';
import type { Place } from '../../seal/directory.ts';
import { openIndex } from '../../seal/index-file.ts';
import { isRefusal } from '../../seal/refusal.ts';
import type { PreviewKeys } from './preview-keys.ts';
import { memoryOf, type PreviewState, readSealed, readState } from './preview-state.ts';

/** The holders' secrets, and hashes that only who has them can make. */
export interface Holders {
  kdf: Kdf;
  secrets: Bytes[];
  memory: ReturnType<typeof memoryOf>;
}

/** What the last build sealed, for the same holders. places: its parts by file, with their keys. */
export interface Before {
  state: PreviewState;
  places: ReadonlyMap<string, Place>;
}

/**
 * The holders, and the last build where it was for the very same ones. With others, or without the state, everything is sealed
 * anew. The keys of parts stand nowhere but in the sealed index, which is opened for them.
 */
export async function readBefore(keys: PreviewKeys, cache: string): Promise<{ holders: Holders; before?: Before }> {
  const state = readState(cache);
  const salt = state && fromHex(state.salt);
  if (!state || salt?.length !== SALT_LENGTH || state.rounds !== keys.rounds) return { holders: await newHolders(keys) };
  const holders = await holdersOf(keys, { rounds: keys.rounds, salt });
  if (holders.memory('holders') !== state.holders) return { holders: await newHolders(keys) };
  const index = await readSealed(cache, state.index);
  const [secret] = holders.secrets;
  const opened = index && secret && (await openIndex(index, { key: await secretKey(secret) }));
  if (!opened || isRefusal(opened)) return { holders: await newHolders(keys) };
  return { holders, before: { state, places: new Map(opened.places.map((place) => [hex(place.file), place])) } };
}

const newHolders = (keys: PreviewKeys): Promise<Holders> =>
  holdersOf(keys, { rounds: keys.rounds, salt: randomBytes(SALT_LENGTH) });

async function holdersOf({ passphrase, links }: PreviewKeys, kdf: Kdf): Promise<Holders> {
  const secrets = passphrase === undefined ? links : [...links, await passphraseSecret(passphrase, kdf)];
  return { kdf, secrets, memory: memoryOf(secrets) };
}
