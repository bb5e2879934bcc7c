import type { Issue } from '../../schema/issue.ts';

/** An issue with a file as a whole. `path` is relative to the content folder. */
export const fileIssue = (path: string, message: string, severity: Issue['severity'] = 'error'): Issue => ({
  severity,
  path,
  line: 1,
  column: 1,
  field: '',
  message,
});

/** What the system said, in its own short word: its message would name a path of this machine. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  return code ?? 'unknown reason';
}
