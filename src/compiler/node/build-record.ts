import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { BUILD_RECORD } from '../../schema/paths.ts';

/** `build.json`: what a build's shell is and how it was made, so that content can be compiled into it later. No dates. */
const BuildRecord = v.object({
  format: v.literal(1),
  /** shellHash of the sources. */
  shell: v.string(),
  base: v.string(),
  siteUrl: v.optional(v.string()),
  originApi: v.boolean(),
  template: v.string(),
  /** Paths of the shell's files. */
  files: v.array(v.string()),
});
export type BuildRecord = v.InferOutput<typeof BuildRecord>;

/** The record of the build in a folder, undefined when there is none that can be read. */
export function readBuildRecord(folder: string): BuildRecord | undefined {
  try {
    const result = v.safeParse(BuildRecord, JSON.parse(readFileSync(join(folder, BUILD_RECORD), 'utf8')));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

/** Always in the same order: what did not change is not written. */
export function formatBuildRecord({ format, shell, base, siteUrl, originApi, template, files }: BuildRecord): string {
  return `${JSON.stringify({ format, shell, base, siteUrl, originApi, template, files }, null, 1)}\n`;
}
