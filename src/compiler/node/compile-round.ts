import { basename } from 'node:path';
import { type BuildPlace, currentBuild, recoverBuild } from './build-place.ts';
import { type BuildRecord, readBuildRecord } from './build-record.ts';
import { NoBuild } from './command-error.ts';
import type { CommandInput } from './commands.ts';
import { type Ahead, type Compiled, type CompilePlace, compileContent, withLook } from './compile-content.ts';
import { withLock } from './file-lock.ts';
import { contentFolder, draftOptions } from './read-options.ts';
import { buildShell } from './shell.ts';
import { shellHash } from './shell-hash.ts';

/**
 * One compile of a content folder into the build that is there, under its lock. now: ms since 1970. Prints issues; throws a Refusal when
 * it cannot be done as things are (`NoBuild`, `Locked` among them).
 */
export async function compileRound(input: CommandInput, place: BuildPlace, now: number): Promise<Compiled> {
  const { root, options } = input;
  const content = contentFolder(input);
  const compile = async (ahead: Ahead): Promise<Compiled> => {
    recoverBuild(place);
    const folder = currentBuild(place);
    const record = folder && readBuildRecord(folder);
    if (!record) throw new NoBuild(`There is no build in ${place.out}. Run first: npm run build`);
    const hash = shellHash(root);
    if (record.shell !== hash) {
      throw new NoBuild(`The build in ${place.out} was made by another version of the reader. Run: npm run build`);
    }
    const { base, siteUrl } = record;
    // Once asked for, the API stays until the next build: a compile without the option would break its clients.
    const originApi = record.originApi || options['origin-api'] === true;
    const made = { base, ...(siteUrl && { siteUrl }), originApi };
    // The same sources: only what draws pages is wanted of it, and it is there unless the cache was cleared.
    const { renderer } = await buildShell(root, base, hash);
    const request = { root, content, now, out: place.out, ...draftOptions(input), ...made };
    const target: CompilePlace = {
      folder,
      build: basename(folder),
      renderer,
      record: { ...record, originApi } satisfies BuildRecord,
    };
    return compileContent(place, target, request, ahead);
  };
  return withLock(place.lock, () => withLook(content, compile));
}
