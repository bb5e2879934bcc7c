import type { Issue } from '../schema/issue.ts';

/** Keys and indices from the front matter's root. */
export type Field = readonly (string | number)[];

/** Line and column, from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Collects a file's issues. `locate` finds a field's place; an issue may name its place itself. */
export interface Report {
  error(field: Field, message: string, place?: Place): void;
  warn(field: Field, message: string, place?: Place): void;
  readonly issues: Issue[];
  /** How many of them are errors. */
  errors(): number;
}

/** A key as messages may print it; values and odd keys could hold a draft's text. */
export const printableKey = (key: string): string | undefined => (/^[A-Za-z0-9_-]{1,40}$/.test(key) ? key : undefined);

const dotted = (field: Field): string =>
  field.map((part) => (typeof part === 'number' ? part : (printableKey(part) ?? '?'))).join('.');

/** A report for the file at `path`. */
export function createReport(path: string, locate: (field: Field) => Place = () => ({ line: 1, column: 1 })): Report {
  const issues: Issue[] = [];
  let errors = 0;
  const add = (severity: Issue['severity'], field: Field, message: string, place = locate(field)): void => {
    if (severity === 'error') errors++;
    issues.push({ severity, path, ...place, field: dotted(field), message });
  };
  return {
    error: (field, message, place) => add('error', field, message, place),
    warn: (field, message, place) => add('warning', field, message, place),
    issues,
    errors: () => errors,
  };
}
