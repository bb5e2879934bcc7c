import { expect, test } from 'vitest';
import { readClusterRules } from '../../../src/compiler/cluster-rules.ts';

function readRules(text: string, slugs: string[] = ['ferry', 'tram', 'reef']) {
  const file = { path: 'clusters.yaml', bytes: new TextEncoder().encode(text) };
  const { rules, issues } = readClusterRules(file, () => slugs);
  return {
    rules,
    told: issues.map(({ severity, line, column, field, message }) => `${severity} ${line}:${column} ${field}: ${message}`),
  };
}

test('groups are read as they are written', () => {
  const { rules, told } = readRules('join:\n  - [ferry, tram]\npart:\n  - - tram\n    - reef\n');
  expect(rules).toEqual({ join: [['ferry', 'tram']], part: [['tram', 'reef']] });
  expect(told).toEqual([]);
});

test('without the file, or with an empty one, there are no rules', () => {
  expect(readClusterRules(undefined, () => [])).toEqual({ rules: { join: [], part: [] }, issues: [] });
  expect(readRules('# nothing yet\n')).toEqual({ rules: { join: [], part: [] }, told: [] });
});

test('a name that is no article’s is a warning, because it may have been withdrawn', () => {
  const { rules, told } = readRules('join:\n  - [ferry, tramm]\n');
  expect(rules.join).toEqual([['ferry', 'tramm']]);
  expect(told).toEqual([
    'warning 2:13 join.0.1: is the name of no article here. Write the name of its file without .md, or remove it.',
  ]);
});

const wrong: readonly (readonly [string, string])[] = [
  ['joins:\n  - [ferry, tram]\n', 'error 1:1 joins: is no rule. Write join: or part:.'],
  ['join:\n  - [ferry]\n', 'error 2:5 join.0: names fewer than two articles. Name two or more, or remove it.'],
  [
    'join: ferry\n',
    'error 1:1 join: is not a list of lists. Write each group after a hyphen, as in "- [first-article, second-article]".',
  ],
  ['- ferry\n', 'error 1:1 : is not a block of keys. Write keys and values below it, one a line.'],
  [
    'join:\n  - [ferry, tram]\npart:\n  - [tram, ferry, reef]\n',
    'error 4:5 part.0: parts articles that join: puts together. Remove one of the two.',
  ],
];

test.each(wrong)('%j is an error that says what, where and what to do', (text, sentence) => {
  const { rules, told } = readRules(text);
  expect(told).toContain(sentence);
  expect(rules).toEqual({ join: [], part: [] });
});
