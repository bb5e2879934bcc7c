import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PREVIEW_MANIFEST, previewFile } from '../../schema/paths.ts';
import { compare, hex, utf8 } from '../../seal/bytes.ts';
import { KEY_LENGTH, randomBytes, secretKey } from '../../seal/derive.ts';
import { type Group, type Place, PREFIX_LENGTH, prefixText } from '../../seal/directory.ts';
import { sealIndex } from '../../seal/index-file.ts';
import { type Bundle, PART_SIZES, packParts } from '../../seal/pack-parts.ts';
import { emptyPart, sealPart } from '../../seal/part.ts';
import type { PackedRecord } from '../../seal/records.ts';
import { padCount } from '../../seal/sizes.ts';
import { jsonText } from '../json-text.ts';
import type { TextOutput } from '../model.ts';
import type { PictureFile } from './picture-cache.ts';
import { type Before, type Holders, readBefore } from './preview-before.ts';
import type { PreviewKeys } from './preview-keys.ts';
import { keepSealed, readSealed, writeState } from './preview-state.ts';

/** A record to seal. content: what it is known by: the same content is not sealed again. */
export interface Sealable {
  group: Exclude<Group, 'empty'>;
  record: PackedRecord;
  content: string;
}

/** In the cache, to be copied into the build, and the file that names the index. */
export interface SealedFiles {
  files: PictureFile[];
  manifest: TextOutput;
}

/** A sealed file of the cache. hash: of its content, size: in bytes. */
interface Part {
  place: Place;
  hash: string;
  size: number;
}

const GROUPS = ['queue', 'drafts', 'small', 'large'] as const;

/** Seals records for the holders. What did not change since the last build stays as it was sealed then, byte for byte. */
export async function sealPreview(
  keys: PreviewKeys,
  about: string,
  sealables: readonly Sealable[],
  cache: string,
): Promise<SealedFiles> {
  const { holders, before } = await readBefore(keys, cache);
  const contents = new Map(sealables.map(({ record, content }) => [record, content]));
  const parts = new Map<string, Part>();
  for (const group of GROUPS) {
    const own = sealables.flatMap((one) => (one.group === group ? [one.record] : []));
    for (const bundle of packParts(group, own)) {
      const told = bundle.records.map((record) => `${hex(record.name)} ${contents.get(record) ?? ''}`).toSorted();
      parts.set(`${group} ${prefixText(bundle)}`, await partOf(bundle, holders.memory(...told), before, cache));
    }
  }
  const empty = await emptyParts([...parts.values()], before, cache);
  const all = [...parts.values(), ...empty];
  const state = { about: holders.memory('about', about), index: '' };
  state.index = isSame(all, state.about, before) ?? (await newIndex(all, about, holders, cache));
  writeState(cache, {
    format: 1,
    rounds: holders.kdf.rounds,
    salt: hex(holders.kdf.salt),
    holders: holders.memory('holders'),
    ...state,
    parts: Object.fromEntries([...parts].map(([key, { place, hash }]) => [key, { file: hex(place.file), hash }])),
    empty: empty.map(({ place, size }) => ({ file: hex(place.file), size })),
  });
  const names = [state.index, ...all.map(({ place }) => hex(place.file))];
  return {
    files: names.map((name) => fileOf(cache, `${name}.sealed`)),
    manifest: { path: PREVIEW_MANIFEST, text: jsonText({ format: 1, index: state.index }), kind: 'contents' },
  };
}

async function partOf({ records, ...where }: Bundle, hash: string, before: Before | undefined, cache: string): Promise<Part> {
  const known = before?.state.parts[`${where.group} ${prefixText(where)}`];
  const place = known?.hash === hash ? before?.places.get(known.file) : undefined;
  const kept = place && (await readSealed(cache, hex(place.file)));
  if (place && kept) return { place, hash, size: kept.length };
  const { bytes, key } = await sealPart(records, PART_SIZES[where.group as Sealable['group']], randomBytes);
  return { place: { ...where, file: await keepSealed(cache, bytes), key }, hash, size: bytes.length };
}

/** So many of each size that there is that the number of parts tells little; of the smallest there are always some. */
async function emptyParts(parts: readonly Part[], before: Before | undefined, cache: string): Promise<Part[]> {
  const empty: Part[] = [];
  for (const size of new Set([PART_SIZES.queue, ...parts.map((part) => part.size)])) {
    const real = parts.filter((part) => part.size === size).length;
    const kept = before?.state.empty.filter((one) => one.size === size).map(({ file }) => file) ?? [];
    while (empty.filter((part) => part.size === size).length < padCount(real) - real) {
      const file = kept.shift();
      const place = file === undefined ? undefined : before?.places.get(file);
      if (place && (await readSealed(cache, hex(place.file)))) empty.push({ place, hash: '', size });
      else if (file === undefined) empty.push({ place: await newEmpty(size, cache), hash: '', size });
    }
  }
  return empty;
}

async function newEmpty(size: number, cache: string): Promise<Place> {
  const file = await keepSealed(cache, emptyPart(size, randomBytes));
  return { group: 'empty', depth: 0, prefix: new Uint8Array(PREFIX_LENGTH), file, key: new Uint8Array(KEY_LENGTH) };
}

/** The last build's index where it would say the same. */
function isSame(all: readonly Part[], about: string, before: Before | undefined): string | undefined {
  if (!before || before.state.about !== about || before.places.size !== all.length) return undefined;
  return all.every(({ place }) => before.places.get(hex(place.file)) === place) ? before.state.index : undefined;
}

/** With a content key of its own. Places are in the order of their files, which tells nothing. */
async function newIndex(all: readonly Part[], about: string, { kdf, secrets }: Holders, cache: string): Promise<string> {
  const places = all.map(({ place }) => place).toSorted((a, b) => compare(a.file, b.file));
  const keys = await Promise.all(secrets.map(secretKey));
  return hex(await keepSealed(cache, await sealIndex({ places, about: utf8(about) }, { holders: keys, kdf }, randomBytes)));
}

function fileOf(cache: string, name: string): PictureFile {
  const path = join(cache, name);
  return { path: previewFile(name), size: statSync(path).size, read: () => readFileSync(path) };
}
