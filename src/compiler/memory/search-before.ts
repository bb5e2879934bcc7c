import * as v from 'valibot';
import { readDictionary, type WordPlaces } from '../../lib/search-dictionary.ts';
import { searchFile } from '../../schema/paths.ts';
import { MemoryFault, type PeriodMemory, type Row, type SearchMemory } from './memory.ts';

/** What search was, read back from its own files where that costs less than making it again. */
export interface SearchBefore {
  memory: SearchMemory;
  files: ReadonlySet<string>;
  period: (key: string) => PeriodMemory | undefined;
  /** A text as it stands in the period that a row names. */
  textOf: (row: Row) => string;
  /** A volume's words, with places as they were. */
  wordsOf: (volume: number) => WordPlaces[];
}

const Texts = v.object({ texts: v.optional(v.record(v.string(), v.string())) });
const Words = v.object({ words: v.string(), places: v.string() });

export const searchFiles = ({ periods, volumes }: SearchMemory): string[] => [
  ...periods.map(({ file }) => file),
  ...volumes.flatMap(({ file, words }) => [file, ...words]),
];

/** built: the text of a hashed file. */
export function searchBefore(memory: SearchMemory, built: (path: string) => string): SearchBefore {
  const byKey = new Map(memory.periods.map((period) => [period.key, period]));
  const texts = new Map<number, Record<string, string>>();
  const textsOf = (period: number): Record<string, string> => {
    let own = texts.get(period);
    if (!own) {
      const file = memory.periods[period]?.file;
      if (file === undefined) throw new MemoryFault('a text stands in no period');
      own = v.parse(Texts, JSON.parse(built(searchFile(file)))).texts ?? {};
      texts.set(period, own);
    }
    return own;
  };
  return {
    memory,
    files: new Set(searchFiles(memory)),
    period: (key) => byKey.get(key),
    textOf: ({ period, at }) => textsOf(period)[at] ?? '',
    wordsOf: (volume) =>
      (memory.volumes[volume]?.words ?? []).flatMap((file) => {
        const words = readDictionary(v.parse(Words, JSON.parse(built(searchFile(file)))));
        if (!words) throw new MemoryFault('a dictionary of search cannot be read');
        return words;
      }),
  };
}
