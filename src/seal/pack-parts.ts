import { type Bytes, uint } from './bytes.ts';
import { TAG_LENGTH } from './derive.ts';
import { bitOf, type Group, type Place, PREFIX_LENGTH } from './directory.ts';
import { ENTRIES, recordsStart, tableLength } from './layout.ts';
import { type PackedRecord, recordLength } from './records.ts';

/** Records that lie in one part, which is not sealed yet. */
export interface Bundle extends Pick<Place, 'group' | 'depth' | 'prefix'> {
  records: PackedRecord[];
}

/** Bytes that a part of a group has where one record alone is not longer: text is asked for in small portions. */
export const PART_SIZES: Readonly<Record<Exclude<Group, 'empty'>, number>> = {
  queue: 65_536,
  drafts: 65_536,
  small: 262_144,
  large: 262_144,
};

/**
 * Records of a group in bundles that fit a part: split in two by the next bit of their names' hashes until they do. Where a
 * record lies depends on its neighbours by hash alone, so that one that comes, goes or grows moves few others.
 */
export function packParts(group: Exclude<Group, 'empty'>, records: readonly PackedRecord[]): Bundle[] {
  const room = PART_SIZES[group] - recordsStart('part') - tableLength('part') - 2 * TAG_LENGTH;
  const split = (some: readonly PackedRecord[], depth: number): Bundle[] => {
    if (some.length === 0) return [];
    const total = some.reduce((sum, record) => sum + recordLength(record), 0);
    const fits = some.length <= ENTRIES.part && total <= room;
    if (fits || some.length === 1 || depth === PREFIX_LENGTH * 8) {
      return [{ group, depth, prefix: prefixOf(some[0]?.name, depth), records: [...some] }];
    }
    const side = (bit: number) => some.filter(({ name }) => bitOf(name, depth) === bit);
    return [...split(side(0), depth + 1), ...split(side(1), depth + 1)];
  };
  return split(records, 0);
}

function prefixOf(name: Bytes | undefined, depth: number): Bytes {
  const prefix = new Uint8Array(PREFIX_LENGTH);
  for (let bit = 0; bit < depth; bit++)
    prefix[bit >> 3] = (prefix[bit >> 3] ?? 0) | (bitOf(name ?? uint(0, 1), bit) << (7 - (bit & 7)));
  return prefix;
}
