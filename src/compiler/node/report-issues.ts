import type { Issue } from '../../schema/issue.ts';

/** Lines of warnings that a build shows: those that wait for somebody's time would bury what it has to say. */
export const MOST_WARNINGS = 40;

/**
 * `path:line:column  field: message`, a file's issues together, errors before warnings, a summary at the end. Empty without issues.
 * Every error is told; warnings up to the number given.
 */
export function reportIssues(issues: readonly Issue[], mostWarnings = Number.POSITIVE_INFINITY): string {
  if (issues.length === 0) return '';
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  const parts = [];
  if (warnings.length > 0) parts.push(`Warnings:\n${lines(warnings, mostWarnings)}`);
  if (errors.length > 0) parts.push(`Errors:\n${errors.map(issueLine).join('\n')}`);
  return `${parts.reverse().join('\n\n')}\n\n${summary(errors.length, warnings.length)}`;
}

function lines(issues: readonly Issue[], most: number): string {
  const shown = issues.slice(0, most).map(issueLine);
  const left = issues.length - shown.length;
  return [...shown, ...(left > 0 ? [`  and ${left} more, which \`npm run validate\` shows.`] : [])].join('\n');
}

const issueLine = ({ path, line, column, field, message }: Issue): string =>
  `  ${path}:${line}:${column}  ${field === '' ? '' : `${field}: `}${message}`;

function summary(errors: number, warnings: number): string {
  const count = (n: number, word: string) => (n === 0 ? [] : [`${n} ${word}${n === 1 ? '' : 's'}`]);
  return `${[...count(errors, 'error'), ...count(warnings, 'warning')].join(', ')}.`;
}
