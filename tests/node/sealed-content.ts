import { join } from 'node:path';
import * as v from 'valibot';
import { loadCorpus } from '../../src/compiler/node/load-corpus.ts';
import { makePreview } from '../../src/compiler/node/make-preview.ts';
import { writeReviewers } from '../../src/compiler/node/reviewers-file.ts';
import { PREVIEW_MANIFEST, previewFile } from '../../src/schema/paths.ts';
import {
  DraftEntry,
  DraftFile,
  draftRecord,
  PreviewAbout,
  PreviewManifest,
  PublicScores,
  scoresRecord,
} from '../../src/schema/preview.ts';
import type { Bytes } from '../../src/seal/bytes.ts';
import { randomBytes } from '../../src/seal/derive.ts';
import type { Holder } from '../../src/seal/index-file.ts';
import { type OpenPreview, openPreview } from '../../src/seal/open-preview.ts';
import { makeLinkKey, readLinkKey } from '../../src/seal/preview-link.ts';
import { isRefusal } from '../../src/seal/refusal.ts';
import { article, articles, temporaryFolder, writeFiles } from './run-cli.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');

/** Sealed files by path, as a build would have them. */
export type Sealed = ReadonlyMap<string, Bytes>;

/** Seals a content folder's drafts as a build does, with what `root` remembers of the last time. */
export async function sealContent(content: string, root: string, quietDrafts = true): Promise<Sealed> {
  const { corpus, issues } = loadCorpus(content, NOW);
  const cache = join(root, '.cache/preview');
  const { files, outputs } = await makePreview({
    root,
    content,
    corpus: { ...corpus, issues },
    pictures: new Map(),
    cache,
    quietDrafts,
  });
  const texts = outputs.map(({ path, text }): [string, Bytes] => [path, new TextEncoder().encode(text)]);
  return new Map([...files.map(({ path, read }): [string, Bytes] => [path, new Uint8Array(read())]), ...texts]);
}

/** What a holder sees: undefined when it does not open. */
export async function openSealed(sealed: Sealed, holder: Holder): Promise<OpenPreview | undefined> {
  const { index } = v.parse(PreviewManifest, JSON.parse(new TextDecoder().decode(sealed.get(PREVIEW_MANIFEST))));
  const load = async (name: string) => sealed.get(previewFile(name));
  const preview = await openPreview((await load(`${index}.sealed`)) ?? new Uint8Array(), holder, load);
  return isRefusal(preview) ? undefined : preview;
}

const parse = <T extends v.GenericSchema>(schema: T, bytes: unknown): v.InferOutput<T> =>
  v.parse(schema, JSON.parse(new TextDecoder().decode(bytes as Bytes)));

export const aboutOf = (preview: OpenPreview): PreviewAbout => parse(PreviewAbout, preview.about);

/** The queue, by path. */
export async function entriesOf(preview: OpenPreview): Promise<DraftEntry[]> {
  const entries: DraftEntry[] = [];
  for await (const bytes of preview.readAll('queue')) entries.push(parse(DraftEntry, bytes));
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

export const draftOf = async (preview: OpenPreview, id: string): Promise<DraftFile> =>
  parse(DraftFile, await preview.read('drafts', draftRecord(id)));

/** An article's file that says that it is not public. more: lines of front matter. */
export const draft = (slug: string, more = '', said = {}): string =>
  article(slug, { published: false, at: '2022-05-01T00:00:00Z', ...said }).replace('published: false', `published: false${more}`);

/** A content folder with drafts and a reviewer, and the reviewer's key. */
export function folderWith(files: Record<string, string | Uint8Array>, names = ['Ada']) {
  const root = temporaryFolder();
  const content = writeFiles(join(root, 'content'), { ...articles(6), ...files });
  const reviewers = names.map((name) => ({ name, key: makeLinkKey(randomBytes) }));
  writeReviewers(content, reviewers);
  const links = reviewers.map(({ key }) => ({ link: readLinkKey(key) ?? new Uint8Array() }));
  return { root, content, reviewers, links, link: links[0] ?? { link: new Uint8Array() } };
}

export async function opened(sealed: Sealed, holder: { link: Uint8Array<ArrayBuffer> } | { passphrase: string }) {
  const preview = await openSealed(sealed, holder);
  if (!preview) throw new Error('it does not open');
  return preview;
}

export const pathsOf = (sealed: Sealed): string[] => [...sealed.keys()].sort();
export const shared = (a: Sealed, b: Sealed): string[] => pathsOf(a).filter((path) => path.endsWith('.sealed') && b.has(path));

/** The quality of public articles that reviewers see, by slug. */
export async function scoresOf(preview: OpenPreview): Promise<Record<string, number>> {
  const lists = await Promise.all([...'0123456789abcdef'].map((digit) => preview.read('drafts', scoresRecord(digit))));
  return Object.fromEntries(lists.flatMap((bytes) => (bytes ? parse(PublicScores, bytes).scores : [])));
}
