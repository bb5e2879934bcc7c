import type { Issue } from '../../schema/issue.ts';

/** `path:line:column  field: message`, a file's issues together, errors before warnings, a summary at the end. Empty without issues. */
export function reportIssues(issues: readonly Issue[]): string {
  if (issues.length === 0) return '';
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  const parts = [];
  if (warnings.length > 0) parts.push(`Warnings:\n${warnings.map(issueLine).join('\n')}`);
  if (errors.length > 0) parts.push(`Errors:\n${errors.map(issueLine).join('\n')}`);
  return `${parts.reverse().join('\n\n')}\n\n${summary(errors.length, warnings.length)}`;
}

const issueLine = ({ path, line, column, field, message }: Issue): string =>
  `  ${path}:${line}:${column}  ${field === '' ? '' : `${field}: `}${message}`;

function summary(errors: number, warnings: number): string {
  const count = (n: number, word: string) => (n === 0 ? [] : [`${n} ${word}${n === 1 ? '' : 's'}`]);
  return `${[...count(errors, 'error'), ...count(warnings, 'warning')].join(', ')}.`;
}
