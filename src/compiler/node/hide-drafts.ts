import type { Issue } from '../../schema/issue.ts';
import type { LoadedCorpus } from './load-corpus.ts';

const HIDDEN = '(a file that is not public)';

/** The same with no path of a file that was left out: nobody knows whether it is a draft, and its name may be the title. */
export function hideDrafts({ issues, skipped, ...rest }: LoadedCorpus): LoadedCorpus {
  const hidden = new Set([...skipped, ...issues.flatMap(({ path, draft }) => (draft ? [path] : []))]);
  // The longest first, lest a path that begins another leaves the rest of it.
  const longestFirst = [...hidden].sort((a, b) => b.length - a.length);
  const hide = (issue: Issue): Issue => ({
    ...issue,
    path: hidden.has(issue.path) ? HIDDEN : issue.path,
    message: longestFirst.reduce((message, path) => message.replaceAll(path, HIDDEN), issue.message),
  });
  return { ...rest, issues: issues.map(hide), skipped: skipped.map(() => HIDDEN) };
}
