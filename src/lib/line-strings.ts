import { number } from './strings.ts';

/** The line to move. */
export const lineStrings = {
  note: (cutOff: number) =>
    `Articles of a quality below ${cutOff} are not published, but for those that their files say otherwise of. Move the line to see what would be public then; nothing is changed by it.`,
  label: 'Public from',
  now: (cutOff: number) => `${cutOff}, now`,
  bars: 'How many articles have which score',
  told: (line: number, comes: number, goes: number) =>
    `Public from ${line} up: ${comes + goes === 0 ? 'as it is now' : [comes > 0 && `${number(comes)} more`, goes > 0 && `${number(goes)} fewer`].filter(Boolean).join(', ')}.`,
  see: 'See the reader as it would be',
  comes: 'Would be public',
  goes: 'Would be public no longer',
  held: 'Exceptions: above the line, and held all the same',
  anyway: 'Exceptions: below the line, and public all the same',
  more: (count: number) => `and ${number(count)} more`,
} as const;
