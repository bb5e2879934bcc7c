import { number, plural } from './strings.ts';

const counted = (count: number, one: string, other = `${one}s`): string => `${number(count)} ${plural(count, one, other)}`;

/** A draft's fields as its file has them, and what the build made of them. */
export const writtenStrings = {
  line: (line: number) => `line ${line}`,
  read: 'Read as',
  ignored: 'nothing: no such key is read',
  nothing: 'nothing',
  address: 'another address of the same story',
  images: (shown: number, linked: number) =>
    [shown > 0 && `${counted(shown, 'picture')} kept`, linked > 0 && `${counted(linked, 'picture')} linked`]
      .filter(Boolean)
      .join(', ') || 'no picture',
  coverage: (total: number, providers: number) =>
    `${counted(total, 'story', 'stories')} by ${counted(providers, 'provider')}, this one and repeats left out`,
  logo: 'with a logo',
  video: (id: string) => `YouTube, ${id}`,
  secured: (characters: number) => `sealed by somebody else, ${counted(characters, 'character')}`,
} as const;
