import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BUILD_RECORD } from '../../schema/paths.ts';
import { buildPlace, checkPlace, openBuild, recoverBuild, swapBuild } from './build-place.ts';
import { type BuildRecord, formatBuildRecord } from './build-record.ts';
import type { CommandInput } from './commands.ts';
import { withLock } from './file-lock.ts';
import { type Content, makeContent } from './make-content.ts';
import { baseOption, contentFolder, nowOption, outFolder, siteUrlOption } from './read-options.ts';
import { buildShell, type Shell } from './shell.ts';

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
    const made = { base, ...(siteUrl && { siteUrl }), originApi: options['origin-api'] === true, template: shell.template };
    const { renderer } = shell;
    const result = await makeContent({ root, content, now, keepGoing: options['keep-going'] === true, renderer, ...made });
    const folder = openBuild(place);
    writeBuild(folder, shell, result, { format: 1, shell: shell.hash, ...made, files: shell.files });
    swapBuild(place, folder);
    console.log(`${result.articles} articles built into ${place.out}`);
    return 0;
  });
}

function writeBuild(folder: string, shell: Shell, content: Content, record: BuildRecord): void {
  const folders = new Set<string>();
  const place = (path: string): string => {
    const full = join(folder, path);
    const parent = dirname(full);
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
    folders.add(parent);
    return full;
  };
  for (const path of shell.files) copyFileSync(join(shell.folder, path), place(path));
  for (const picture of content.pictures) writeFileSync(place(picture.path), picture.read());
  for (const { path, text } of content.outputs) writeFileSync(place(path), text);
  writeFileSync(place(BUILD_RECORD), formatBuildRecord(record));
}
