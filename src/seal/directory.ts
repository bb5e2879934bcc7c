import { type Bytes, concat, hex, readUint, uint } from './bytes.ts';
import { KEY_LENGTH, sha256 } from './derive.ts';

/** What lies together in parts. What is in an empty one nobody asks: it stands there so that the number of parts tells little. */
export const GROUPS = { empty: 0, queue: 1, drafts: 2, small: 3, large: 4 } as const;
export type Group = keyof typeof GROUPS;

/**
 * A part of the directory. It holds the records of its group whose name's SHA-256 begins with the first `depth` bits of
 * `prefix`; file: the beginning of its bytes' SHA-256, which is its name too.
 */
export interface Place {
  group: Group;
  depth: number;
  prefix: Bytes;
  file: Bytes;
  key: Bytes;
}

export const PREFIX_LENGTH = 6;
const FILE_HASH_LENGTH = 16;
const PLACE_LENGTH = 1 + 1 + PREFIX_LENGTH + FILE_HASH_LENGTH + KEY_LENGTH;

export const fileHash = async (bytes: Bytes): Promise<Bytes> => (await sha256(bytes)).slice(0, FILE_HASH_LENGTH);

/** The name of a sealed file, whatever is in it. */
export const sealedName = (hash: Bytes): string => `${hex(hash)}.sealed`;

export const writeDirectory = (places: readonly Place[]): Bytes =>
  concat(
    ...places.map(({ group, depth, prefix, file, key }) => concat(uint(GROUPS[group], 1), uint(depth, 1), prefix, file, key)),
  );

/** Undefined unless the bytes are a directory in which a record has one place at most. */
export function readDirectory(bytes: Bytes): Place[] | undefined {
  if (bytes.length % PLACE_LENGTH !== 0) return undefined;
  const places: Place[] = [];
  for (let at = 0; at < bytes.length; at += PLACE_LENGTH) {
    const place = readPlace(bytes.slice(at, at + PLACE_LENGTH));
    if (place === undefined) return undefined;
    places.push(place);
  }
  return isTidy(places) ? places : undefined;
}

function readPlace(bytes: Bytes): Place | undefined {
  const group = (Object.keys(GROUPS) as Group[]).find((name) => GROUPS[name] === bytes[0]);
  const depth = readUint(bytes, 1, 1);
  const prefix = bytes.slice(2, 2 + PREFIX_LENGTH);
  if (group === undefined || depth > PREFIX_LENGTH * 8) return undefined;
  for (let bit = depth; bit < PREFIX_LENGTH * 8; bit++) if (bitOf(prefix, bit) !== 0) return undefined;
  const file = bytes.slice(2 + PREFIX_LENGTH, 2 + PREFIX_LENGTH + FILE_HASH_LENGTH);
  return { group, depth, prefix, file, key: bytes.slice(-KEY_LENGTH) };
}

export const bitOf = (bytes: Uint8Array, bit: number): number => ((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;

/** Each file once, and no prefix of a group the beginning of another. */
function isTidy(places: readonly Place[]): boolean {
  if (new Set(places.map(({ file }) => hex(file))).size < places.length) return false;
  const real = places.filter(({ group }) => group !== 'empty').map((place) => `${place.group} ${prefixText(place)}`);
  const sorted = real.toSorted();
  return sorted.every((text, i) => i === 0 || !text.startsWith(sorted[i - 1] ?? text));
}

/** The bits of a place's prefix as text, for example 0110. */
export const prefixText = ({ depth, prefix }: Pick<Place, 'depth' | 'prefix'>): string =>
  Array.from({ length: depth }, (_, bit) => bitOf(prefix, bit)).join('');

/** Where a record of this name lies. name: the beginning of its SHA-256. */
export function placeOf(places: readonly Place[], group: Group, name: Bytes): Place | undefined {
  const covers = ({ depth, prefix }: Place): boolean => {
    for (let bit = 0; bit < depth; bit++) if (bitOf(prefix, bit) !== bitOf(name, bit)) return false;
    return true;
  };
  return places.find((place) => place.group === group && covers(place));
}
