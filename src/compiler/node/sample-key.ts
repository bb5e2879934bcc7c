import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { walkFolder } from './walk-folder.ts';

/**
 * Opens the drafts of the sample publication for whoever tries it. It stands in the source, so everybody has it: a build of any other
 * content refuses it.
 */
export const SAMPLE_KEY = 'dPPu6I0fDTZ8gTklZcGTSWxUMVriMeLy3TDe6EVA5_I';

/** Of the sample's texts. `tests/node/start.test.ts` says the new one after a change of the sample. */
const SAMPLE = 'f6612af3e5291078c0cb8da8fdf4270d86422941db0c0979d2485ec289180a67';

/** Whether a content folder is the sample. What a review changes in it, `published` and `removed`, does not matter. */
export const isSample = (content: string): boolean => existsSync(content) && fingerprintOf(content) === SAMPLE;

/** SHA-256 in hex over the articles and settings of a folder, whatever their line ends. */
export function fingerprintOf(content: string): string {
  const hash = createHash('sha256');
  for (const path of walkFolder(content).files.filter((one) => /\.(md|ya?ml)$/i.test(one))) {
    const text = readFileSync(join(content, path), 'utf8').replaceAll('\r\n', '\n');
    const [, front = '', rest = text] = /^(---\n[\s\S]*?\n---)([\s\S]*)$/.exec(text) ?? [];
    hash.update(`${path}\n${front.replace(/^(published|removed):.*\n/gm, '')}${rest}\n\0`);
  }
  return hash.digest('hex');
}
