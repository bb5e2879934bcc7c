import { decodeFile } from './decode-file.ts';
import type { SourceFile } from './model.ts';
import { parseYaml } from './parse-yaml.ts';
import { createReport, type Report } from './report.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/**
 * A file of `_data`: YAML alone, or front matter whatever the file is called. Undefined, with a warning, when it cannot be
 * read: such files only adorn.
 */
export function readDataFile(file: SourceFile): { value: unknown; report: Report } {
  const decoded = decodeFile(file.bytes);
  const text = 'fault' in decoded ? decoded : splitFrontMatter(decoded.text);
  const whole = 'fault' in decoded ? '' : decoded.text;
  const yaml = 'fault' in text ? parseYaml(whole, 1) : parseYaml(text.yaml, 2);
  const report = createReport(file.path, yaml.locate);
  if ('fault' in decoded) report.warn([], decoded.fault, { line: 1, column: 1 });
  for (const { field, message, place } of yaml.faults) report.warn(field, message, place);
  return { value: yaml.value, report };
}
