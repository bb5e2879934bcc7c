import { basename } from 'node:path';
import { buildPlace, currentBuild, recoverBuild } from './build-place.ts';
import { type BuildRecord, readBuildRecord } from './build-record.ts';
import { Refusal } from './command-error.ts';
import type { CommandInput } from './commands.ts';
import { createPages } from './create-pages.ts';
import { withLock } from './file-lock.ts';
import { type Content, makeContent } from './make-content.ts';
import { openHeaders } from './open-headers.ts';
import { forgetPageState, readPageState, writePageState } from './page-state.ts';
import { contentFolder, draftOptions, nowOption, outFolder } from './read-options.ts';
import { buildShell } from './shell.ts';
import { shellHash } from './shell-hash.ts';
import { updateBuild } from './update-build.ts';

/** Brings the content of a build up to date, in place. */
export async function compileCommand(input: CommandInput): Promise<number> {
  const { root, options } = input;
  const content = contentFolder(input);
  const now = nowOption(input);
  const place = buildPlace(outFolder(input));
  return withLock(place.lock, async () => {
    recoverBuild(place);
    const folder = currentBuild(place);
    const record = folder && readBuildRecord(folder);
    if (!record) throw new Refusal(`There is no build in ${place.out}. Run first: npm run build`);
    if (record.shell !== shellHash(root)) {
      throw new Refusal(`The build in ${place.out} was made by another version of the reader. Run: npm run build`);
    }
    const { base, siteUrl } = record;
    // Once asked for, the API stays until the next build: a compile without the option would break its clients.
    const originApi = record.originApi || options['origin-api'] === true;
    const made = { base, ...(siteUrl && { siteUrl }), originApi };
    // The same sources: only what draws pages is wanted of it, and it is there unless the cache was cleared.
    const { renderer } = await buildShell(root, base);
    const result = await makeContent({ root, content, now, out: place.out, ...draftOptions(input), ...made });
    openHeaders(folder, result.engine);
    const { written, removed } = await updatePages(place.pages, folder, renderer, { ...record, originApi }, result);
    console.log(`${result.articles} articles in ${place.out}: ${written} files written, ${removed} removed`);
    if (result.hint !== '') console.log(result.hint);
    return 0;
  });
}

/** With the state of the pages around it: what a killed run leaves is no state. */
async function updatePages(file: string, folder: string, renderer: string, record: BuildRecord, content: Content) {
  const build = basename(folder);
  const before = readPageState(file, build);
  forgetPageState(file);
  const pages = createPages({
    folder,
    fresh: false,
    language: content.language,
    engine: content.engine,
    renderer,
    record,
    before,
  });
  const updated = await updateBuild(folder, record, content, pages);
  await pages.close();
  writePageState(file, build, pages.state);
  return updated;
}
