import { type Bytes, concat, hex, utf8 } from './bytes.ts';
import {
  decrypt,
  derive,
  encrypt,
  ID_LENGTH,
  KEY_LENGTH,
  passphraseKey,
  ROUNDS,
  randomBytes,
  SALT_LENGTH,
  secretKey,
  sha256,
} from './derive.ts';
import type { Holder } from './index-file.ts';

/** Seals what a holder keeps in a browser. name: what it is kept under; it tells nobody whose it is. */
export interface Keeper {
  name: string;
  seal: (plain: Bytes) => Promise<Bytes>;
  /** Undefined for what this keeper did not seal. */
  open: (sealed: Bytes) => Promise<Bytes | undefined>;
}

const LABEL = 'tearsheet kept 1 ';
const NAME_LENGTH = 16;

/** Lengths tell little: what is kept is filled up to a multiple of this. */
const STEP = 4096;

/**
 * The key that `keeperOf` takes: the holder's own, whatever a build draws anew. A passphrase's slot key changes with each new salt,
 * so this one has a salt of the site's own; with a passphrase it takes its time. Undefined for a link of another length. site: address of its root.
 */
export async function keepingKey(holder: Holder, site: string): Promise<CryptoKey | undefined> {
  if ('key' in holder) return holder.key;
  if ('link' in holder) return holder.link.length === KEY_LENGTH ? secretKey(holder.link) : undefined;
  const salt = (await sha256(utf8(`${LABEL}passphrase ${site}`))).slice(0, SALT_LENGTH);
  return passphraseKey(holder.passphrase, { rounds: ROUNDS.default, salt });
}

/**
 * The keeper of a key of `keepingKey` for one site. It is not the content key, which is new after every change: what is kept opens for
 * as long as the holder has the same link or passphrase. place: the site's base path.
 */
export async function keeperOf(holder: CryptoKey, place: string): Promise<Keeper> {
  const salt = await sha256(utf8(place));
  const key = await secretKey(await derive(holder, salt, utf8(`${LABEL}key`), KEY_LENGTH));
  const name = hex(await derive(holder, salt, utf8(`${LABEL}name`), NAME_LENGTH));
  const use = (id: Bytes) => ({ key, id, info: utf8(`${LABEL}record`), with: utf8(name) });
  return {
    name,
    seal: async (plain) => {
      // Key and nonce of each sealing come from an id that is drawn for it alone.
      const id = randomBytes(ID_LENGTH);
      const filled = new Uint8Array(Math.ceil((plain.length + 1) / STEP) * STEP);
      filled.set(plain);
      filled[plain.length] = 1;
      return concat(id, await encrypt(filled, use(id)));
    },
    open: async (sealed) => {
      const filled = await decrypt(sealed.slice(ID_LENGTH), use(sealed.slice(0, ID_LENGTH)));
      const end = filled?.lastIndexOf(1) ?? -1;
      return end === -1 ? undefined : filled?.slice(0, end);
    },
  };
}
