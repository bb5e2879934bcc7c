import { giveWay } from '../lib/give-way.ts';
import { type Bytes, compare } from './bytes.ts';
import { fileHash, type Group, type Place, placeOf, sealedName } from './directory.ts';
import { type Holder, openIndex } from './index-file.ts';
import { openPart } from './part.ts';
import { type OpenRecords, recordName } from './records.ts';
import { REFUSAL, type Refusal } from './refusal.ts';

/** Fetches a sealed file by its name. Throws what fetching throws; undefined when it is not there. */
export type LoadSealed = (name: string) => Promise<Bytes | undefined>;

/** A preview that is open. Parts are loaded as they are asked for and opened ones kept for a while. */
export interface OpenPreview {
  /** Another after each new sealing. */
  id: Bytes;
  /** Names of all files that the index names. */
  files: readonly string[];
  /** JSON, as the schema of previews has it. */
  about: Bytes;
  /** A record's content; undefined when there is none of that name. */
  read: (group: Group, name: string) => Promise<Bytes | Refusal | undefined>;
  /** Every record of a group, part by part, in no order that means anything. Ends with a refusal where a part does not open. */
  readAll: (group: Group) => AsyncGenerator<Bytes | Refusal, void>;
  /** Lets go of everything that was opened. */
  close: () => void;
}

/** Opened parts that are kept: on a phone they are what a few articles and the cards on screen are in. */
const KEPT = 24;

/** So many records are opened before the browser may draw: a thousand at once would freeze the page. */
const SLICE = 16;

/** Opens an index that was loaded; its parts come through `load`. */
export async function openPreview(index: Bytes, holder: Holder, load: LoadSealed): Promise<OpenPreview | Refusal> {
  const opened = await openIndex(index, holder);
  if ('refused' in opened) return REFUSAL;
  const { id, about } = opened;
  let places: readonly Place[] = opened.places;
  const kept = new Map<Place, Promise<OpenRecords | undefined>>();
  const part = (place: Place): Promise<OpenRecords | undefined> => {
    const one = kept.get(place) ?? loadPart(place, load);
    kept.delete(place);
    kept.set(place, one);
    // A failed load is tried again the next time.
    one.catch(() => kept.delete(place));
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
    return one;
  };
  return {
    id,
    files: places.map(({ file }) => sealedName(file)),
    about,
    read: async (group, name) => {
      const hash = await recordName(name);
      const place = placeOf(places, group, hash);
      if (!place) return undefined;
      const records = await part(place);
      if (!records) return REFUSAL;
      const isThere = records.names.some((one) => compare(one, hash) === 0);
      return isThere ? ((await records.read(hash)) ?? REFUSAL) : undefined;
    },
    readAll: async function* (group) {
      // All on their way at once: each is a request, and each record a few turns of the browser's own threads.
      const loading = places.filter((one) => one.group === group).map(part);
      await Promise.allSettled(loading);
      for (const one of loading) {
        const records = await one;
        if (!records) return yield REFUSAL;
        for (let at = 0; at < records.names.length; at += SLICE) {
          for (const content of await Promise.all(records.names.slice(at, at + SLICE).map(records.read)))
            yield content ?? REFUSAL;
          await giveWay();
        }
      }
    },
    close: () => {
      places = [];
      kept.clear();
    },
  };
}

/** What came must be the very file that the index names. */
async function loadPart(place: Place, load: LoadSealed): Promise<OpenRecords | undefined> {
  const bytes = await load(sealedName(place.file));
  if (!bytes || compare(await fileHash(bytes), place.file) !== 0) return undefined;
  return openPart(bytes, place.key);
}
