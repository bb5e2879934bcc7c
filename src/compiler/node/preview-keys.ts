import { readFileSync } from 'node:fs';
import type { Bytes } from '../../seal/bytes.ts';
import { isRounds, ROUNDS, randomBytes } from '../../seal/derive.ts';
import { SLOTS } from '../../seal/layout.ts';
import { passphraseFault } from '../../seal/passphrase.ts';
import { readLinkKey } from '../../seal/preview-link.ts';
import { Refusal } from './command-error.ts';
import { parseReviewers, readReviewers } from './reviewers-file.ts';
import { isSample, SAMPLE_KEY } from './sample-key.ts';

/** Who may open what a build seals. links: keys of 32 bytes, each once. */
export interface PreviewKeys {
  passphrase?: string;
  rounds: number;
  links: Bytes[];
}

const PASSPHRASE = 'TEARSHEET_PREVIEW_PASSPHRASE';
const PASSPHRASE_FILE = 'TEARSHEET_PREVIEW_PASSPHRASE_FILE';
const REVIEWERS = 'TEARSHEET_PREVIEW_REVIEWERS';
const ROUNDS_OF = 'TEARSHEET_PREVIEW_ROUNDS';

/** From the environment and the content folder; undefined when there are none. Throws a Refusal for what is weak or damaged. */
export function readPreviewKeys(content: string, env: NodeJS.ProcessEnv): PreviewKeys | undefined {
  const passphrase = readPassphrase(env);
  const written = [...readReviewers(content).map(({ key }) => key), ...reviewersIn(env[REVIEWERS] ?? '')];
  if (written.includes(SAMPLE_KEY) && !isSample(content))
    throw new Refusal(
      'One of the keys is that of the sample publication, which everybody has: other drafts are not sealed for it. Make another: npm run seal -- add NAME',
    );
  const links = [...new Set(written)].flatMap((key) => readLinkKey(key) ?? []);
  if (passphrase === undefined && links.length === 0) return undefined;
  const holders = links.length + (passphrase === undefined ? 0 : 1);
  if (holders > SLOTS)
    throw new Refusal(`A preview has room for ${SLOTS} holders, and there are ${holders}. Remove some of them.`);
  return { ...(passphrase !== undefined && { passphrase }), rounds: readRounds(env[ROUNDS_OF]), links };
}

function readPassphrase(env: NodeJS.ProcessEnv): string | undefined {
  const [given, file] = [env[PASSPHRASE] ?? '', env[PASSPHRASE_FILE] ?? ''];
  if (given !== '' && file !== '') throw new Refusal(`Both ${PASSPHRASE} and ${PASSPHRASE_FILE} are set. Set one of them.`);
  if (given === '' && file === '') return undefined;
  const passphrase = file === '' ? given : readSecret(file);
  const fault = passphraseFault(passphrase, randomBytes);
  if (fault !== undefined) throw new Refusal(`${file === '' ? PASSPHRASE : PASSPHRASE_FILE}: ${fault}`);
  return passphrase;
}

function readSecret(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new Refusal(`The file that ${PASSPHRASE_FILE} names cannot be read. Mend the path, or the file's rights.`);
  }
}

function readRounds(given = ''): number {
  if (given === '') return ROUNDS.default;
  const rounds = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (isRounds(rounds)) return rounds;
  throw new Refusal(`${ROUNDS_OF} must be a whole number from ${ROUNDS.least} to ${ROUNDS.most}.`);
}

/** The text of the reviewers' file, or keys with a name before them: `Ada=..., Bela=...`. */
function reviewersIn(given: string): string[] {
  if (given.trim() === '') return [];
  const listed = parseReviewers(given)?.map(({ key }) => key);
  const keys =
    listed ??
    given
      .trim()
      .split(/[\s,;]+/)
      .map((one) => one.slice(one.lastIndexOf('=') + 1));
  if (keys.every((key) => readLinkKey(key))) return keys;
  throw new Refusal(
    `${REVIEWERS} is neither the text of the reviewers' file nor a list of name=key. Copy the file's whole text.`,
  );
}
