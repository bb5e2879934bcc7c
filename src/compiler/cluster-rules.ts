import * as v from 'valibot';
import type { Issue } from '../schema/issue.ts';
import { slugKey } from './check-names.ts';
import { decodeFile } from './decode-file.ts';
import type { ClusterRules, SourceFile } from './model.ts';
import { parseYaml } from './parse-yaml.ts';
import { readObject } from './read-object.ts';
import { createReport, printableKey, type Report } from './report.ts';

const groups = v.nullish(
  v.array(
    v.array(v.string('is no list of names. Write the names of articles, without .md.')),
    'is not a list of lists. Write each group after a hyphen, as in "- [first-article, second-article]".',
  ),
);
const RulesInput = v.looseObject({ join: groups, part: groups });
const KEYS = ['join', 'part'] as const;
const NONE: ClusterRules = { join: [], part: [] };

/**
 * `clusters.yaml`: which articles belong together, and which do not, whatever their words say. slugs: every article's of the
 * folder, drafts too; a name that is none of them is a warning, because an article may have been withdrawn since.
 */
export function readClusterRules(file: SourceFile | undefined, slugs: () => string[]): { rules: ClusterRules; issues: Issue[] } {
  if (file === undefined) return { rules: NONE, issues: [] };
  const decoded = decodeFile(file.bytes);
  if ('fault' in decoded) {
    const report = createReport(file.path);
    report.error([], decoded.fault.replace('an article', 'rules'));
    return { rules: NONE, issues: report.issues };
  }
  const yaml = parseYaml(decoded.text, 1);
  const report = createReport(file.path, yaml.locate);
  for (const { field, message, place } of yaml.faults) report.error(field, message, place);
  if (yaml.faults.length > 0 || yaml.value === null) return { rules: NONE, issues: report.issues };
  for (const { field, key, place } of yaml.keys) {
    if (field.length > 1 || (KEYS as readonly string[]).includes(key)) continue;
    report.error(printableKey(key) === undefined ? [] : field, 'is no rule. Write join: or part:.', place());
  }
  const input = readObject(RulesInput, yaml.value, [], report.error) ?? {};
  const rules = { join: input.join ?? [], part: input.part ?? [] };
  checkGroups(rules, new Set(slugs().map(slugKey)), report);
  return { rules: report.errors() > 0 ? NONE : rules, issues: report.issues };
}

function checkGroups(rules: ClusterRules, known: ReadonlySet<string>, report: Report): void {
  for (const key of KEYS) {
    rules[key].forEach((group, at) => {
      if (new Set(group).size < 2) report.error([key, at], 'names fewer than two articles. Name two or more, or remove it.');
      group.forEach((slug, place) => {
        if (known.has(slugKey(slug))) return;
        const hint = 'Write the name of its file without .md, or remove it.';
        report.warn([key, at, place], `is the name of no article here. ${hint}`);
      });
    });
  }
  rules.part.forEach((parted, at) => {
    for (const joined of rules.join) {
      if (parted.filter((slug) => joined.includes(slug)).length < 2) continue;
      report.error(['part', at], 'parts articles that join: puts together. Remove one of the two.');
    }
  });
}
