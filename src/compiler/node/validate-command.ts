import { picturesNeeded } from '../pictures-needed.ts';
import type { CommandInput } from './commands.ts';
import { fileIssue } from './file-issue.ts';
import { loadCorpus } from './load-corpus.ts';
import { contentFolder } from './read-options.ts';
import { readPicture } from './read-picture.ts';
import { reportIssues } from './report-issues.ts';

/** Prints what is wrong with a content folder. 1 when there is an error, 0 with warnings alone. */
export async function validateCommand(input: CommandInput): Promise<number> {
  const folder = contentFolder(input);
  const { corpus, issues, articleCount } = loadCorpus(folder, Date.now());
  const { pictures, logos } = picturesNeeded(corpus);
  for (const path of [...pictures, ...logos]) {
    const read = readPicture(folder, path);
    if (typeof read === 'string') issues.push(fileIssue(path, read, 'warning'));
  }
  if (input.options.json) console.log(JSON.stringify(issues, null, 2));
  else if (issues.length > 0) console.log(reportIssues(issues));
  else console.log(`${articleCount} articles in ${folder}: no faults.`);
  return issues.some(({ severity }) => severity === 'error') ? 1 : 0;
}
