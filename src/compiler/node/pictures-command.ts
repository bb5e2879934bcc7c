import { draftPictures } from '../draft-pictures.ts';
import type { Corpus, ImageSettings } from '../model.ts';
import { picturesNeeded, type RemotePicture } from '../pictures-needed.ts';
import { Refusal } from './command-error.ts';
import type { CommandInput } from './commands.ts';
import { loadCorpus } from './load-corpus.ts';
import { pictureCache } from './picture-cache.ts';
import { readPreviewKeys } from './preview-keys.ts';
import { contentFolder, nowOption } from './read-options.ts';
import { FETCH_RULES, type FetchRules } from './remote/fetch-rules.ts';
import { type Filled, fillCache } from './remote/fill-cache.ts';
import { DECODE_LIMITS } from './remote/picture-process.ts';
import { createProgress } from './remote/progress.ts';
import { reportIssues } from './report-issues.ts';

/** Fills the cache with what public articles name elsewhere, with preview keys drafts too. 0 whatever failed: a build goes without those. */
export async function picturesCommand(input: CommandInput): Promise<number> {
  const content = contentFolder(input);
  const now = nowOption(input);
  const { corpus, issues, skipped, articleCount } = loadCorpus(content, now);
  if (articleCount === 0) throw new Refusal(reportIssues(issues));
  if (skipped.length > 0) console.log(`${skipped.length} files have errors and are left out. They are told by: npm run validate`);
  const { images } = corpus.settings;
  const needed = neededPictures(corpus, readPreviewKeys(content, process.env) !== undefined);
  if (images.engine !== undefined && needed.length === 0) {
    console.log('Pictures are delivered by the image service of images.engine in tearsheet.yaml: there is nothing to fetch.');
    return 0;
  }
  const progress = createProgress(process.stderr, Date.now);
  const filled = await fillCache(needed, {
    root: input.root,
    cache: pictureCache(input.root),
    images,
    rules: rulesOf(images),
    limits: DECODE_LIMITS,
    now: typeof input.options.now === 'string' ? () => now : Date.now,
    onProgress: progress.update,
  });
  progress.end();
  console.log(summaryOf(input.options['quiet-drafts'] ? withoutDrafts(filled, corpus) : filled));
  return 0;
}

/** Those of drafts are kept here also where an image service delivers the public ones. */
function neededPictures(corpus: Corpus, withDrafts: boolean): RemotePicture[] {
  const shown = corpus.settings.images.engine === undefined ? picturesNeeded(corpus).remote : [];
  const drafts = withDrafts ? draftPictures(corpus).remote : [];
  return [...new Map([...drafts, ...shown].map((picture) => [`${picture.use} ${picture.url}`, picture])).values()];
}

/** The failures of pictures that only drafts name are counted and not told. */
function withoutDrafts({ failed, ...filled }: Filled, { articles }: Corpus): Filled {
  const shown = new Set(articles.map(({ path }) => path));
  const told = failed.map((one) =>
    shown.has(one.picture.owner)
      ? one
      : { reason: 'not told', picture: { ...one.picture, owner: '(a draft)', url: '(a picture)' } },
  );
  return { ...filled, failed: told };
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
