import { type Bytes, concat, hex, utf8 } from './bytes.ts';
import { decrypt, derive, encrypt, ID_LENGTH, KEY_LENGTH, randomBytes, secretKey, sha256 } from './derive.ts';

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
 * The keeper of a holder's key (as `holderKey` gives it) for one site. The key is the holder's own and not the content key, which is
 * new after every change: what is kept opens for as long as the link does. place: the site's base path.
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
