import type { WrittenField } from '../schema/preview.ts';

/**
 * Front matter cut into its top-level keys, every sign of it kept. yaml: the lines between the fences, of which the first is
 * line 2 of the file. By the look of lines alone, so that a file that is no YAML is shown too.
 */
export function fieldsAsWritten(yaml: string): WrittenField[] {
  const fields: WrittenField[] = [];
  const lines = yaml.replace(/\n$/, '').split('\n');
  for (const [at, line] of lines.entries()) {
    const key = /^(?:"([^"]*)"|'([^']*)'|([^\s#:"'[\]{}-][^:]*)):(?:\s|$)/.exec(line);
    const last = fields.at(-1);
    if (key || !last) fields.push({ key: (key?.[1] ?? key?.[2] ?? key?.[3] ?? '').trim(), line: at + 2, text: line });
    else last.text += `\n${line}`;
  }
  return fields.filter(({ text }) => text.trim() !== '');
}
