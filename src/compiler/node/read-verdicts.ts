import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import * as v from 'valibot';
import { VERDICTS_VERSION, VerdictsFile, VerdictsHead } from '../../schema/verdicts-file.ts';
import { Refusal } from './command-error.ts';
import { reasonOf } from './file-issue.ts';

/** Bytes; a verdict with the longest note is about a ten-thousandth of it. */
const LARGEST = 50_000_000;

/** A file that the preview exported. Throws a Refusal for everything else: then nothing of any file is applied. */
export function readVerdicts(path: string): VerdictsFile {
  const name = basename(path);
  const content = parse(read(path, name), name);
  const head = v.safeParse(VerdictsHead, content);
  if (!head.success) throw new Refusal(`${name} is no file of verdicts. Give what the preview exported.`);
  if (head.output.version > VERDICTS_VERSION)
    throw new Refusal(`${name} is of a newer version of the preview. Bring this project up to date, then apply it.`);
  const file = v.safeParse(VerdictsFile, content);
  if (file.success) return file.output;
  const where = v.getDotPath(file.issues[0]) ?? 'its form';
  throw new Refusal(`${name} is damaged at ${where}, and nothing was written. Export it again.`);
}

function read(path: string, name: string): string {
  try {
    if (statSync(resolve(path)).size > LARGEST) throw new Refusal(`${name} is too large for a file of verdicts.`);
    return readFileSync(resolve(path), 'utf8');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${name} cannot be read (${reasonOf(error)}). Mend the path, or the file's rights.`);
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Refusal(`${name} is no file of verdicts: it is no JSON, or was cut off. Give what the preview exported.`);
  }
}
