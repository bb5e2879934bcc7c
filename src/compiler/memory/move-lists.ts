import type { MovingList } from './memory.ts';
import { arePlacesKept, type Places } from './places.ts';
import { type FoundName, keptLists } from './unpack.ts';

/** Puts the places of now into what rows name of others, -1 for what is gone: in the lists themselves, of which there may be many. */
export function moveLists(places: Places): void {
  if (arePlacesKept(places)) return;
  const { rows, was, moved } = places;
  const kept = rows.find(keptLists);
  if (kept) moveKept(keptLists(kept) as Record<FoundName, Int32Array>, moved);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place];
    if (!row || was[place] === -1 || keptLists(row)) continue;
    moveCovers(row.covers, moved);
    moveRelated(row.related, moved);
  }
}

/** The same in the lists that the rows of a memory lie in, each after its length. */
function moveKept({ covers, related }: Record<FoundName, Int32Array>, moved: Int32Array): void {
  inRuns(covers, (list) => moveCovers(list, moved));
  inRuns(related, (list) => moveRelated(list, moved));
}

function inRuns(lists: Int32Array, move: (list: Int32Array) => void): void {
  for (let at = 0; at < lists.length; ) {
    const length = lists[at] as number;
    if (length > 0) move(lists.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
}

function moveCovers(list: MovingList, moved: Int32Array): void {
  for (let at = 0; at < list.length; at++) list[at] = placeOf(list[at] as number, moved);
}

function moveRelated(list: MovingList, moved: Int32Array): void {
  for (let at = 0; at < list.length; at += 2 + (list[at + 1] as number)) list[at] = placeOf(list[at] as number, moved);
}

const placeOf = (place: number, moved: Int32Array): number => moved[place] ?? -1;
