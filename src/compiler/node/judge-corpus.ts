import type { Issue } from '../../schema/issue.ts';
import { Refusal } from './command-error.ts';
import { hideDrafts } from './hide-drafts.ts';
import type { LoadedCorpus } from './load-corpus.ts';
import { MOST_WARNINGS, reportIssues } from './report-issues.ts';

/** More than this part of the articles may not be left out. */
const MOST_SKIPPED = 0.01;

/** quietDrafts: no file is named that is not public for sure. */
export interface JudgeOptions {
  keepGoing: boolean;
  quietDrafts: boolean;
}

/**
 * Prints what is wrong and throws a Refusal when the content cannot be built: at any error, or with keepGoing when too much
 * would be left out. What is wrong with drafts is told apart and stands in nothing's way.
 */
export function judgeCorpus(loaded: LoadedCorpus, { keepGoing, quietDrafts }: JudgeOptions): void {
  const shown = quietDrafts ? hideDrafts(loaded) : loaded;
  const issues = shown.issues.filter(({ draft }) => !draft);
  if (issues.length > 0) console.error(reportIssues(issues, MOST_WARNINGS));
  tellDraftIssues(
    loaded.issues.filter(({ draft }) => draft),
    quietDrafts,
  );
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  if (!keepGoing) throw new Refusal('\nNothing was written. Mend the errors, or leave the bad files out with --keep-going.');
  const { skipped, articleCount } = shown;
  const left = new Set(skipped);
  if (errors.some(({ path }) => !left.has(path))) {
    throw new Refusal('\nNothing was written: --keep-going can leave articles out, not what these errors are about.');
  }
  console.error(`\nLeft out: ${skipped.length} of ${articleCount} files.\n${skipped.map((path) => `  ${path}`).join('\n')}`);
  if (skipped.length > articleCount * MOST_SKIPPED) {
    throw new Refusal('\nNothing was written: more than 1 % of the articles would be missing.');
  }
}

/** What is wrong with drafts: for whoever works on them, in nobody's way. */
export function tellDraftIssues(issues: readonly Issue[], quietDrafts: boolean): void {
  if (issues.length === 0) return;
  const files = new Set(issues.map(({ path }) => path)).size;
  const count = `${files} ${files === 1 ? 'draft has' : 'drafts have'} faults, which stand in nothing's way`;
  if (quietDrafts) console.error(`${count}. Run without --quiet-drafts to see them.`);
  else console.error(`${count}:\n${reportIssues(issues, MOST_WARNINGS)}`);
}
