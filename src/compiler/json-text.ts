/** A file's text: keys in the order in which the object has them, undefined ones left out, one newline at the end. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** An empty list as absent: the schema reads it back as empty. */
export const listed = <T>(list: T[]): T[] | undefined => (list.length === 0 ? undefined : list);
