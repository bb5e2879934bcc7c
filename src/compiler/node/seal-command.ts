import { existsSync } from 'node:fs';
import { randomBytes } from '../../seal/derive.ts';
import { SLOTS } from '../../seal/layout.ts';
import { linkAddress, makeLinkKey } from '../../seal/preview-link.ts';
import { Refusal, UsageError } from './command-error.ts';
import type { CommandInput } from './commands.ts';
import { loadSettings } from './load-settings.ts';
import { contentFolder } from './read-options.ts';
import { type Reviewer, readReviewers, reviewersPath, writeReviewers } from './reviewers-file.ts';

/** `add NAME`, `remove NAME` or `list`: the reviewers of a content folder. */
export function sealCommand(input: CommandInput): number {
  const [action, name, ...more] = input.words;
  const content = contentFolder(input);
  if (!existsSync(content))
    throw new Refusal('The content folder is not there. Name another with --content or TEARSHEET_CONTENT.');
  const reviewers = readReviewers(content);
  if (action === 'list' && name === undefined) return list(reviewers);
  if (action === 'add' && name !== undefined && more.length === 0) return add(content, reviewers, plainName(name));
  if (action === 'remove' && name !== undefined && more.length === 0) return remove(content, reviewers, plainName(name));
  throw new UsageError('seal takes one of: add NAME, remove NAME, list. For example: npm run seal -- add Ada');
}

function list(reviewers: readonly Reviewer[]): number {
  console.log(
    reviewers.length === 0
      ? 'There are no reviewers. Add one: npm run seal -- add NAME'
      : reviewers.map(({ name }) => name).join('\n'),
  );
  return 0;
}

function add(content: string, reviewers: readonly Reviewer[], name: string): number {
  if (reviewers.some((one) => one.name === name)) {
    throw new Refusal(`There is a reviewer ${name}. For another link remove them first, or choose another name.`);
  }
  // One slot is left for a passphrase.
  if (reviewers.length >= SLOTS - 1) throw new Refusal(`There is room for ${SLOTS - 1} reviewers. Remove one first.`);
  const key = makeLinkKey(randomBytes);
  writeReviewers(content, [...reviewers, { name, key }]);
  console.log(`${name} opens the drafts of the next build with this link, and nobody else has it:\n`);
  console.log(`  ${linkAddress(siteOf(content), key)}\n`);
  console.log(`Send it where only ${name} reads. The list is in ${reviewersPath(content)}; keep it as you keep passwords.`);
  return 0;
}

function remove(content: string, reviewers: readonly Reviewer[], name: string): number {
  const others = reviewers.filter((one) => one.name !== name);
  if (others.length === reviewers.length)
    throw new Refusal(`There is no reviewer ${name}. Those that there are: npm run seal -- list`);
  writeReviewers(content, others);
  console.log(`${name}'s link opens nothing from the next build on. What ${name} downloaded before, nobody can call back.`);
  return 0;
}

/** Without what a terminal would do something with. */
function plainName(written: string): string {
  const name = written.normalize('NFC').trim();
  if (name !== '' && name.length <= 60 && !/[\p{C}\p{Zl}\p{Zp}]/u.test(name)) return name;
  throw new UsageError('A name has 1 to 60 characters, all of them to be seen.');
}

const siteOf = (content: string): string => loadSettings(content).url ?? 'https://<your site>/';
