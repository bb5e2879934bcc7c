import { basename, resolve } from 'node:path';
import { buildPlace, currentBuild, recoverBuild } from './build-place.ts';
import { type BuildRecord, readBuildRecord } from './build-record.ts';
import { Refusal } from './command-error.ts';
import type { CommandInput } from './commands.ts';
import { type CompilePlace, compileContent } from './compile-content.ts';
import { withLock } from './file-lock.ts';
import { contentFolder, draftOptions, nowOption, outFolder } from './read-options.ts';
import { buildShell } from './shell.ts';
import { shellHash } from './shell-hash.ts';
import { writeChanges } from './write-changes.ts';

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
    const request = { root, content, now, out: place.out, ...draftOptions(input), ...made };
    const target: CompilePlace = {
      folder,
      build: basename(folder),
      renderer,
      record: { ...record, originApi } satisfies BuildRecord,
    };
    const compiled = await compileContent(place, target, request);
    const { articles, written, removed, hint, whole } = compiled;
    if (typeof options.changes === 'string') writeChanges(resolve(options.changes), compiled);
    console.log(
      `${articles} articles in ${place.out}: ${written.length} files written, ${removed.length} removed${whole ? '; all of it was made' : ''}`,
    );
    if (hint !== '') console.log(hint);
    return 0;
  });
}
