import { existsSync } from 'node:fs';
import { type PlannedChange, planVerdicts, type VerdictPlan } from '../plan-verdicts.ts';
import { Refusal, UsageError } from './command-error.ts';
import type { CommandInput } from './commands.ts';
import { readFolder } from './read-folder.ts';
import { contentFolder } from './read-options.ts';
import { readVerdicts } from './read-verdicts.ts';
import { writeVerdicts } from './write-verdicts.ts';

/** `apply FILE...`: 0 when each verdict stands in its file, 1 when one was left. */
export async function reviewCommand(input: CommandInput): Promise<number> {
  const [action, ...paths] = input.words;
  if (action !== 'apply' || paths.length === 0)
    throw new UsageError(
      'review takes: apply FILE..., files that the preview exported. For example: npm run review -- apply verdicts.json',
    );
  const content = contentFolder(input);
  if (!existsSync(content))
    throw new Refusal('The content folder is not there. Name another with --content or TEARSHEET_CONTENT.');
  const files = paths.map(readVerdicts);
  const { folder } = readFolder(content);
  const plan = await planVerdicts(folder, files, Date.now());
  const isDry = input.options['dry-run'] === true;
  const done = isDry ? plan : carriedOut(content, plan);
  console.log(told(done, isDry));
  return done.left.length > 0 ? 1 : 0;
}

function carriedOut(content: string, plan: VerdictPlan): VerdictPlan {
  const { changes, left } = writeVerdicts(content, plan.changes);
  return { ...plan, changes, left: [...plan.left, ...left] };
}

function told({ changes, already, left, notes }: VerdictPlan, isDry: boolean): string {
  const parts = [
    list(isDry ? 'To be changed' : 'Changed', changes.map(changeLine)),
    list('Said so already', already),
    list(
      'Left as they are',
      left.map(({ name, why }) => `${name}: ${why}`),
    ),
    list(
      'Notes',
      notes.map(({ name, reviewer, note }) => `${name}: ${reviewer ? `${plain(reviewer)}: ` : ''}${plain(note)}`),
    ),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'There is no verdict in what was given.' : parts.join('\n\n');
}

const list = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [`${title} (${lines.length}):`, ...lines.map((line) => `  ${line}`)].join('\n');

const changeLine = ({ path, changes, until }: PlannedChange): string =>
  `${path}: ${changes.join(', ')}${until === undefined ? '' : ` (public from ${until} on)`}`;

/** A stranger's words on one line, without what a terminal would do something with. */
const plain = (text: string): string => text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
