import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD_RECORD } from '../../schema/paths.ts';
import { type BuildPlace, buildPlace, checkPlace, currentBuild, openBuild, recoverBuild, swapBuild } from './build-place.ts';
import { type BuildRecord, formatBuildRecord } from './build-record.ts';
import type { CommandInput } from './commands.ts';
import { compileKey } from './compile-key.ts';
import { forgetCompileState, writeCompileState } from './compile-state.ts';
import { createPages } from './create-pages.ts';
import { keepEarlierShells } from './earlier-shells.ts';
import { withLock } from './file-lock.ts';
import { type Content, type ContentRequest, makeContent } from './make-content.ts';
import { openHeaders } from './open-headers.ts';
import { forgetPageState, noPages, type PageState, writePageState } from './page-state.ts';
import { baseOption, contentFolder, draftOptions, nowOption, outFolder, siteUrlOption } from './read-options.ts';
import { type SecondThread, withThread } from './second-thread.ts';
import { buildShell, type Shell } from './shell.ts';
import { endWorker } from './worker-file.ts';
import { writeContent } from './write-content.ts';
import { createWriteNew } from './write-new.ts';

/** Shell and content into a new folder, which then takes the old one's place in one step. */
export async function buildCommand(input: CommandInput): Promise<number> {
  const { root, options } = input;
  const content = contentFolder(input);
  const now = nowOption(input);
  const base = baseOption(input);
  const siteUrl = siteUrlOption(input);
  const place = buildPlace(outFolder(input));
  checkPlace(place);
  return withLock(place.lock, async () => {
    recoverBuild(place);
    const shell = await buildShell(root, base);
    const made = { base, ...(siteUrl && { siteUrl }), originApi: options['origin-api'] === true };
    const request = { root, content, now, out: place.out, ...draftOptions(input), ...made };
    const record: BuildRecord = { format: 1, shell: shell.hash, template: shell.template, ...made, files: shell.files };
    const { content: result, folder, pages } = await withThread((thread) => makeBuild(place, shell, record, request, thread));
    keepEarlierShells(folder, record, currentBuild(place));
    if (options['no-worker'] === true) endWorker(folder);
    forgetPageState(place.pages);
    forgetCompileState(place);
    const build = swapBuild(place, folder);
    writePageState(place.pages, build, noPages().with(pages, []));
    const kept = result.keep?.();
    if (kept) writeCompileState(place, kept.state(compileKey(root, content, join(place.builds, build), record)()));
    console.log(`${result.articles} articles built into ${place.out}`);
    if (result.hint !== '') console.log(result.hint);
    return 0;
  });
}

/** The content, and the new folder with all of it and the shell in it. pages: what they were made from. */
async function makeBuild(
  place: BuildPlace,
  shell: Shell,
  record: BuildRecord,
  request: ContentRequest,
  thread: SecondThread,
): Promise<{ content: Content; folder: string; pages: PageState }> {
  const content = await makeContent(request, thread);
  // It has nothing else to do until there are pages. What goes wrong is told where they are drawn.
  thread.ask('load', shell.renderer).catch(() => undefined);
  const folder = openBuild(place);
  const write = createWriteNew();
  for (const path of shell.files) write({ path: join(folder, path), bytes: readFileSync(join(shell.folder, path)) });
  openHeaders(folder, content.engine);
  const { language, engine } = content;
  const pages = createPages({ folder, fresh: true, language, engine, renderer: shell.renderer, record, thread });
  await writeContent(folder, content, pages);
  await pages.close();
  write({ path: join(folder, BUILD_RECORD), bytes: formatBuildRecord(record) });
  return { content, folder, pages: pages.state };
}
