/** What is wrong with a draft's file. */
export const faultStrings = {
  title: 'Faults',
  at: (line: number, column: number) => `line ${line}, column ${column}`,
  severity: { error: 'Error', warning: 'Warning' },
} as const;
