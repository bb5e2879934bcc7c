import type { Picture } from '../../schema/picture.ts';
import type { Since } from '../emit.ts';
import type { Memory, Row } from '../memory/memory.ts';
import { packMemory } from '../memory/pack.ts';
import type { PackedMemory } from '../memory/packed-memory.ts';
import type { Corpus } from '../model.ts';
import type { PictureLook } from './compile-key.ts';
import type { CompileState, Ledger } from './compile-state.ts';

/** What a compile leaves to the next one. pack: does most of the work of `state`, once, when there is time for it. */
export interface Kept {
  rows: readonly Row[];
  pack: () => void;
  state: (key: string) => CompileState;
}

interface KeepSources {
  corpus: Corpus;
  pictures: ReadonlyMap<string, Picture>;
  ledger: Ledger;
  /** How many articles name each picture and logo of the content folder, those that cannot be read too. */
  localPictures: Record<string, number>;
  look: PictureLook;
}

/** For `emit`: takes what it found out. keep, gone: once all outputs were made; undefined and empty before. */
export function keeper({ localPictures, ...sources }: KeepSources): {
  done: Since['done'];
  keep: () => Kept | undefined;
  gone: () => string[];
} {
  let memory: Memory | undefined;
  let left: string[] = [];
  let packed: PackedMemory | undefined;
  const marks = sources.look.marks(localPictures);
  return {
    done: (made, gone) => {
      memory = made;
      left = gone;
    },
    gone: () => left,
    keep: () => {
      if (!memory) return undefined;
      const made = memory;
      const pack = (): PackedMemory => {
        packed ??= packMemory(made, sources);
        return packed;
      };
      const logos = Object.fromEntries([...sources.pictures].filter(([name]) => name.startsWith('logo:')));
      const { ledger } = sources;
      return {
        rows: made.rows,
        pack,
        state: (key) => ({ key, ledger, localPictures, pictureMarks: marks, logos, packed: pack() }),
      };
    },
  };
}

/** Counts how many articles name each path, on top of others. by: -1 takes them away. */
export function countPaths(counts: Record<string, number>, lists: Iterable<readonly string[]>, by = 1): Record<string, number> {
  const paths = [...lists].flat();
  if (paths.length === 0) return counts;
  // Without a prototype every path is a plain key.
  const all = Object.assign(Object.create(null) as Record<string, number>, counts);
  for (const path of paths) {
    const count = (all[path] ?? 0) + by;
    if (count > 0) all[path] = count;
    else delete all[path];
  }
  return all;
}
