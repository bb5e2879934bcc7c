import { number, plural } from './strings.ts';

/** The sentences of development, which no reader sees. */
export const developmentStrings = {
  development: 'Development',
  faults: {
    title: (count: number) => `${number(count)} ${plural(count, 'fault', 'faults')} in the content folder`,
    note: 'The page shows the last good state.',
    more: (count: number) => `and ${number(count)} more`,
    close: 'Close',
  },
} as const;
