import { type Bytes, compare, concat, same } from './bytes.ts';
import {
  decrypt,
  derive,
  encrypt,
  ID_LENGTH,
  type Kdf,
  KEY_LENGTH,
  LABELS,
  passphraseKey,
  type Randomness,
  secretKey,
} from './derive.ts';
import { type Place, readDirectory, writeDirectory } from './directory.ts';
import { readHead, readSlots, recordsStart, SLOT_LENGTH, SLOT_TAG_LENGTH, SLOTS, writeHead } from './layout.ts';
import { type OpenRecords, openRecords, packRecord, recordName, sealRecords, sizeOf } from './records.ts';
import { REFUSAL, type Refusal } from './refusal.ts';
import { FILE_SIZES } from './sizes.ts';

const DIRECTORY = 'directory';
const ABOUT = 'about';

/** What an index holds. about: what parts are about, as the schema of previews has it; here it is bytes. */
export interface IndexContent {
  places: readonly Place[];
  about: Bytes;
}

/** holders: keys of passphrases and links, at most SLOTS of them. kdf: what a passphrase among them was derived with. */
export interface Lock {
  holders: readonly CryptoKey[];
  kdf: Kdf;
}

/** A new content key seals the index, wrapped once for each holder, in an order that tells nothing. */
export async function sealIndex({ places, about }: IndexContent, { holders, kdf }: Lock, random: Randomness): Promise<Bytes> {
  if (holders.length > SLOTS) throw new RangeError(`A preview has room for ${SLOTS} holders.`);
  const [content, id] = [random(KEY_LENGTH), random(ID_LENGTH)];
  const key = await secretKey(content);
  const records = await Promise.all([
    packRecord({ name: DIRECTORY, bytes: writeDirectory(places), packed: true }),
    packRecord({ name: ABOUT, bytes: about }),
  ]);
  const size = sizeOf('index', records, FILE_SIZES[0]);
  const commitment = await derive(key, id, LABELS.commitment, KEY_LENGTH);
  const lock = writeHead({ kind: 'index', size, id, commitment, kdf });
  const slots = await Promise.all(holders.map((holder) => makeSlot(holder, content, id, lock)));
  while (slots.length < SLOTS) slots.push(random(SLOT_LENGTH));
  // By their tags, which are as good as random: the order in which holders came is forgotten.
  const head = concat(lock, ...slots.toSorted(compare));
  return concat(head, await sealRecords({ key, id, head }, 'index', size, records));
}

async function makeSlot(holder: CryptoKey, content: Bytes, id: Bytes, lock: Bytes): Promise<Bytes> {
  const tag = await derive(holder, id, LABELS.slotTag, SLOT_TAG_LENGTH);
  return concat(tag, await encrypt(content, { key: holder, id, info: LABELS.slotKey, with: lock }));
}

/** An index, opened. id: another one after each new sealing. */
export interface OpenIndex {
  id: Bytes;
  places: Place[];
  about: Bytes;
}

/** How to try an index: a key that is there, or what to make one of. */
export type Holder = { key: CryptoKey } | { link: Bytes } | { passphrase: string };

/** What a passphrase is derived with for this index, undefined when it is none. No key is derived for it. */
export const readKdf = (bytes: Bytes): Kdf | undefined => readHead(bytes, 'index')?.kdf;

export async function openIndex(bytes: Bytes, holder: Holder): Promise<OpenIndex | Refusal> {
  const read = readHead(bytes, 'index');
  const slots = read && readSlots(bytes);
  // In the order in which they were written, each once: what looks different was not written by this format.
  if (!read?.kdf || !slots?.every((slot, i) => i === 0 || compare(slots[i - 1] ?? slot, slot) < 0)) return REFUSAL;
  const key = await holderKey(holder, read.kdf);
  const content = key && (await contentKey(key, slots, bytes, read.id));
  if (!content || !same(await derive(content, read.id, LABELS.commitment, KEY_LENGTH), read.commitment)) return REFUSAL;
  const head = bytes.slice(0, recordsStart('index'));
  const records = await openRecords({ key: content, id: read.id, head }, 'index', bytes);
  return (records && (await readIndex(records, read.id))) ?? REFUSAL;
}

/** The key that opens a holder's slot, undefined for a link of another length. With a passphrase it takes its time. */
export async function holderKey(holder: Holder, kdf: Kdf): Promise<CryptoKey | undefined> {
  if ('key' in holder) return holder.key;
  if ('passphrase' in holder) return passphraseKey(holder.passphrase, kdf);
  return holder.link.length === KEY_LENGTH ? secretKey(holder.link) : undefined;
}

async function contentKey(key: CryptoKey, slots: Bytes[], bytes: Bytes, id: Bytes): Promise<CryptoKey | undefined> {
  const tag = await derive(key, id, LABELS.slotTag, SLOT_TAG_LENGTH);
  const slot = slots.find((one) => same(one.subarray(0, SLOT_TAG_LENGTH), tag));
  if (!slot) return undefined;
  const lock = bytes.slice(0, recordsStart('index') - SLOTS * SLOT_LENGTH);
  const content = await decrypt(slot.slice(SLOT_TAG_LENGTH), { key, id, info: LABELS.slotKey, with: lock });
  return content && secretKey(content);
}

async function readIndex(records: OpenRecords, id: Bytes): Promise<OpenIndex | undefined> {
  const [directory, about] = await Promise.all([DIRECTORY, ABOUT].map(async (name) => records.read(await recordName(name))));
  const places = directory && readDirectory(directory);
  return places && about ? { id, places, about } : undefined;
}
