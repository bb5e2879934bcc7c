/** Joins what is there; a CSS module's class may be undefined to the compiler. */
export const classNames = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ');
