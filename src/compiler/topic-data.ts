import * as v from 'valibot';
import { segmentOf } from '../lib/slugify.ts';
import type { Issue } from '../schema/issue.ts';
import { readDataFile } from './data-file.ts';
import type { SourceFile, TopicData } from './model.ts';
import { readObject } from './read-object.ts';
import { cleanText } from './text.ts';

const text = v.nullish(v.string('is not text. Put it in double quotes.'));
const TopicInput = v.looseObject({ _id: text, name: text });

/** Topics of `_data/topics`, in the order of the files' names. `id` is what the origin's API calls them. Faults are warnings. */
export function readTopicData(files: readonly SourceFile[]): { topics: TopicData[]; issues: Issue[] } {
  const topics: TopicData[] = [];
  const issues: Issue[] = [];
  for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const { value, report } = readDataFile(file);
    const input = value === undefined ? undefined : readObject(TopicInput, value, [], report.warn);
    const name = cleanText(input?.name ?? input?.['_id'] ?? '');
    if (name !== '') topics.push({ id: segmentOf(input?.['_id']?.trim() || name), name });
    else if (input !== undefined) report.warn(['name'], 'is missing. Write the name of the topic; the file is ignored.');
    issues.push(...report.issues);
  }
  return { topics, issues };
}
