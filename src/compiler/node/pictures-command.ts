import type { ImageSettings } from '../model.ts';
import { picturesNeeded } from '../pictures-needed.ts';
import { Refusal } from './command-error.ts';
import type { CommandInput } from './commands.ts';
import { loadCorpus } from './load-corpus.ts';
import { pictureCache } from './picture-cache.ts';
import { contentFolder, nowOption } from './read-options.ts';
import { FETCH_RULES, type FetchRules } from './remote/fetch-rules.ts';
import { type Filled, fillCache } from './remote/fill-cache.ts';
import { DECODE_LIMITS } from './remote/picture-process.ts';
import { createProgress } from './remote/progress.ts';
import { reportIssues } from './report-issues.ts';

/** Fills the cache with what public articles name elsewhere. 0 whatever failed: a build goes without those. */
export async function picturesCommand(input: CommandInput): Promise<number> {
  const content = contentFolder(input);
  const now = nowOption(input);
  const { corpus, issues, skipped, articleCount } = loadCorpus(content, now);
  if (articleCount === 0) throw new Refusal(reportIssues(issues));
  if (skipped.length > 0) console.log(`${skipped.length} files have errors and are left out. They are told by: npm run validate`);
  const { images } = corpus.settings;
  if (images.engine !== undefined) {
    console.log('Pictures are delivered by the image service of images.engine in tearsheet.yaml: there is nothing to fetch.');
    return 0;
  }
  const progress = createProgress(process.stderr, Date.now);
  const filled = await fillCache(picturesNeeded(corpus).remote, {
    root: input.root,
    cache: pictureCache(input.root),
    images,
    rules: rulesOf(images),
    limits: DECODE_LIMITS,
    now: typeof input.options.now === 'string' ? () => now : Date.now,
    onProgress: progress.update,
  });
  progress.end();
  console.log(summaryOf(filled));
  return 0;
}

function rulesOf({ hosts, proxy }: ImageSettings): FetchRules {
  const address = proxy === undefined || /^http:/i.test(proxy) ? proxy : process.env[proxy];
  if (proxy !== undefined && (address === undefined || !/^http:\/\//i.test(address) || !URL.canParse(address))) {
    throw new Refusal(`images.proxy in tearsheet.yaml names ${proxy}, which holds no address that begins with http://.`);
  }
  return { ...FETCH_RULES, hosts, ...(address !== undefined && { proxy: new URL(address) }) };
}

function summaryOf({ kept, fetched, same, waiting, later, failed }: Filled): string {
  const lines = failed
    .map(({ picture: { owner, url }, reason }) => `  ${owner}  ${url}: ${reason}`)
    .sort((a, b) => (a < b ? -1 : 1));
  const counts = [
    `${fetched} fetched`,
    ...(same > 0 ? [`${same} not changed`] : []),
    `${kept} here already`,
    ...(waiting > 0 ? [`${waiting} failed before and are not tried yet`] : []),
    ...(later > 0 ? [`${later} left for the next run, as their hosts want a pause`] : []),
    `${failed.length} failed`,
  ];
  return [...(lines.length > 0 ? ['Failed:', ...lines, ''] : []), `Pictures: ${counts.join(', ')}.`].join('\n');
}
