import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { readLinkKey } from '../../seal/preview-link.ts';
import { writeWhole } from './atomic-file.ts';
import { Refusal } from './command-error.ts';

/** name: for whoever keeps the file; it is in no build. key: the link's, 43 signs. */
export interface Reviewer {
  name: string;
  key: string;
}

/** In a dot folder, which holds no articles and which hosts of plain folders do not hand out. */
const FOLDER = '.tearsheet';
const FILE = 'reviewers.json';

const key = v.pipe(
  v.string(),
  v.check((text) => readLinkKey(text) !== undefined),
);
const Reviewers = v.object({
  format: v.literal(1),
  reviewers: v.array(v.object({ name: v.pipe(v.string(), v.minLength(1)), key })),
});

export const reviewersPath = (content: string): string => join(content, FOLDER, FILE);

/** Those of a content folder, none without a file. Throws a Refusal that names the file when it is not one of ours. */
export function readReviewers(content: string): Reviewer[] {
  const path = reviewersPath(content);
  if (!existsSync(path)) return [];
  const reviewers = parseReviewers(readFileSync(path, 'utf8'));
  if (reviewers) return reviewers;
  throw new Refusal(
    `${path} is damaged: it is no list of reviewers. Put back a copy of it, or delete it and add the reviewers anew.`,
  );
}

/** The text of such a file; undefined when it is something else. */
export function parseReviewers(text: string): Reviewer[] | undefined {
  try {
    return v.parse(Reviewers, JSON.parse(text)).reviewers;
  } catch {
    return undefined;
  }
}

/** Nobody else on the machine may read it, and git does not take it. */
export function writeReviewers(content: string, reviewers: readonly Reviewer[]): void {
  const path = reviewersPath(content);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const ignore = join(dirname(path), '.gitignore');
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
  writeWhole(path, `${JSON.stringify({ format: 1, reviewers }, null, 2)}\n`, 0o600);
  // It may have been there before with other rights, or the folder may.
  chmodSync(dirname(path), 0o700);
}
