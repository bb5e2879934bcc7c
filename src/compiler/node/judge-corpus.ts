import { Refusal } from './command-error.ts';
import type { LoadedCorpus } from './load-corpus.ts';
import { reportIssues } from './report-issues.ts';

/** More than this part of the articles may not be left out. */
const MOST_SKIPPED = 0.01;

/** Prints what is wrong and throws a Refusal when the content cannot be built: at any error, or with keepGoing when too much would be left out. */
export function judgeCorpus({ issues, skipped, articleCount }: LoadedCorpus, keepGoing: boolean): void {
  if (issues.length > 0) console.error(reportIssues(issues));
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  if (!keepGoing) throw new Refusal('\nNothing was written. Mend the errors, or leave the bad files out with --keep-going.');
  const left = new Set(skipped);
  if (errors.some(({ path }) => !left.has(path))) {
    throw new Refusal('\nNothing was written: --keep-going can leave articles out, not what these errors are about.');
  }
  console.error(`\nLeft out: ${skipped.length} of ${articleCount} files.\n${skipped.map((path) => `  ${path}`).join('\n')}`);
  if (skipped.length > articleCount * MOST_SKIPPED) {
    throw new Refusal('\nNothing was written: more than 1 % of the articles would be missing.');
  }
}
