import { number, plural } from './strings.ts';

/** The sentences about verdicts that another key sealed on this device. */
export const earlierStrings = {
  title: 'Earlier verdicts on this device do not open with this key',
  what: 'They were sealed with an earlier link or passphrase, with that of somebody else who reviewed here, or are damaged. Nothing of them is lost.',
  todo: 'If they are yours, give the earlier link or passphrase: they are read here, and join those of this key. The preview itself need not open with it any more.',
  field: 'Earlier link or passphrase',
  bring: 'Bring them over',
  bringing: 'Opening. This takes about a second.',
  brought: (count: number) =>
    `${number(count)} ${plural(count, 'verdict or note', 'verdicts and notes')} ${plural(count, 'was', 'were')} brought over.`,
  wrong: 'Nothing here opens with that. It stays as it is.',
  failed: 'This browser did not hand out what it keeps. Try again.',
  settle: 'They are not mine: say no more of it',
} as const;
