import { buildCommand } from './build-command.ts';
import type { CommandInput } from './commands.ts';
import { readPreviewKeys } from './preview-keys.ts';
import { contentFolder, outFolder } from './read-options.ts';
import { isSample, SAMPLE_KEY } from './sample-key.ts';
import { serveCommand } from './serve-command.ts';

/** Builds and serves, to be looked at. The sample's drafts come with it, sealed for everybody. */
export async function startCommand(input: CommandInput): Promise<number> {
  const content = contentFolder(input);
  const shown = isSample(content) && readPreviewKeys(content, process.env) === undefined;
  if (shown) process.env['TEARSHEET_PREVIEW_REVIEWERS'] = SAMPLE_KEY;
  const code = await buildCommand(input);
  return code === 0 ? serveCommand({ ...input, folder: outFolder(input) }, shown ? SAMPLE_KEY : undefined) : code;
}
