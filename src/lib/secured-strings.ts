import { number, plural } from './strings.ts';

const counted = (count: number, one: string): string => `${number(count)} ${plural(count, one, `${one}s`)}`;

/** The sentences about `secured`: they come with a draft that has one. */
export const securedStrings = {
  title: 'secured',
  sealed: (characters: number, bytes: number) =>
    `Sealed by whoever wrote the file, and not with this preview: ${counted(characters, 'character')}, by its shape ${counted(bytes, 'byte')} of AES-CBC.`,
  unknown: (characters: number) =>
    `Sealed by whoever wrote the file, in a form that is not known here: ${counted(characters, 'character')}.`,
  key: 'Its key, 128 or 256 bits in hex or base64',
  open: 'Open it here',
  opened: 'What is in it',
  why: {
    noKey: 'That is no key of 128 or 256 bits: 32 or 64 signs of hex, else base64.',
    wrong: 'Not this key: what comes out is no text.',
  },
} as const;
