import * as v from 'valibot';
import { basePath } from '../lib/base-path.ts';
import { PREVIEW_MANIFEST, pictureFile, previewFile } from '../schema/paths.ts';
import {
  DraftEntry,
  DraftFile,
  draftRecord,
  PreviewAbout,
  PreviewManifest,
  pictureGroup,
  pictureRecord,
} from '../schema/preview.ts';
import type { Bytes } from '../seal/bytes.ts';
import { fromHex } from '../seal/bytes.ts';
import { fileHash, sealedName } from '../seal/directory.ts';
import { type Holder, holderKey, readKdf } from '../seal/index-file.ts';
import { type Keeper, keeperOf, keepingKey } from '../seal/keeper.ts';
import { type OpenPreview, openPreview } from '../seal/open-preview.ts';
import { isRefusal } from '../seal/refusal.ts';
import { fetchJson, isMissing } from './fetch-json.ts';

/** Drafts that are open: the queue whole, each draft as it is asked for. damaged: a part of the queue did not open. */
export interface OpenDrafts {
  about: PreviewAbout;
  /** Opens them again, and what this holder keeps; no script can read them back. */
  keys: Promise<HolderKeys>;
  entries: readonly DraftEntry[];
  damaged: boolean;
  /** A draft, whole. Undefined when it does not open. Throws what fetching throws. */
  read: (id: string) => Promise<DraftFile | undefined>;
  /** A picture's or logo's file in one of its widths. Undefined when it does not open, or is not sealed. Throws what fetching throws. */
  picture: (id: string, width: number) => Promise<Blob | undefined>;
  /** What else the build sealed beside the drafts, by the record's name. Undefined where it is not there. Throws what fetching throws. */
  computed: (name: string) => Promise<Bytes | undefined>;
  /** Whether a picture belongs to a draft that was read: it is not to be asked for where public ones lie. */
  isSealed: (picture: string) => boolean;
  /** Seals what this holder keeps in the browser. With a passphrase it is there somewhat later than the drafts. */
  keeper: Promise<Keeper>;
  /** Lets go of everything. */
  close: () => void;
}

/** key: opens drafts until the holders change. own: opens what the holder keeps, after that too. */
export interface HolderKeys {
  key: CryptoKey;
  own: CryptoKey;
}

/** Why nothing opened. nothing: no drafts are sealed here. refused: a wrong key or damage. unreachable: no whole answer came. */
export type NotOpened = 'nothing' | 'refused' | 'unreachable';

/** Whether anything is sealed here. Throws a DataFault. */
export async function isSealed(): Promise<boolean> {
  try {
    await fetchJson(PREVIEW_MANIFEST, PreviewManifest);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Keeps sealed files as they came, for reading without a network. Paths below the base. */
interface Copies {
  read: (path: string) => Promise<Bytes | undefined>;
  write: (path: string, bytes: Bytes | string) => Promise<void>;
  keepOnly: (paths: readonly string[]) => Promise<void>;
}

/** Opens the drafts of this build for a holder; without a network those that were read before. */
export async function openDrafts(holder: Holder | HolderKeys, copies: Copies): Promise<OpenDrafts | NotOpened> {
  try {
    const name = await indexName(copies);
    const load = (file: string) => loadSealed(file, copies);
    const bytes = await load(name);
    const kdf = bytes && readKdf(bytes);
    if (!bytes || !kdf) return 'refused';
    const deriving = holderKey(holder, kdf);
    // Beside it: each takes a core of its own.
    const own = 'own' in holder ? Promise.resolve(holder.own) : keepingKey(holder, location.origin + basePath);
    const key = await deriving;
    const preview = key && (await openPreview(bytes, { key }, load));
    if (!preview || isRefusal(preview)) return 'refused';
    const about = readSealed(PreviewAbout, preview.about);
    if (!about) return 'refused';
    void copies.keepOnly([PREVIEW_MANIFEST, ...[name, ...preview.files].map(previewFile)]);
    return await deskOf(
      preview,
      about,
      own.then((mine) => ({ key, own: mine ?? key })),
    );
  } catch (error) {
    return isMissing(error) ? 'nothing' : 'unreachable';
  }
}

/** As the host says it now, else as it said when it was last asked. */
async function indexName(copies: Copies): Promise<string> {
  try {
    const manifest = await fetchJson(PREVIEW_MANIFEST, PreviewManifest, undefined, 'no-cache');
    void copies.write(PREVIEW_MANIFEST, JSON.stringify(manifest));
    return sealedName(fromHex(manifest.index) ?? new Uint8Array());
  } catch (error) {
    const copy = isMissing(error) ? undefined : await copies.read(PREVIEW_MANIFEST);
    const kept = copy && readSealed(PreviewManifest, copy);
    if (!kept) throw error;
    return sealedName(fromHex(kept.index) ?? new Uint8Array());
  }
}

async function deskOf(preview: OpenPreview, about: PreviewAbout, keys: Promise<HolderKeys>): Promise<OpenDrafts> {
  const queue = await queueOf(preview);
  const sealed = new Set(queue.entries.flatMap(({ card }) => picturesIn(card)));
  const readDraft = async (id: string) => {
    const file = await draftOf(preview, id);
    for (const picture of picturesIn([file?.article, file?.related.filter(({ draft }) => draft)])) sealed.add(picture);
    return file;
  };
  return {
    about,
    keys,
    ...queue,
    read: readDraft,
    keeper: keys.then(({ own }) => keeperOf(own, basePath)),
    picture: (id, width) => pictureOf(preview, id, width),
    computed: async (name) => {
      const bytes = await preview.read('drafts', name);
      return bytes && isRefusal(bytes) ? undefined : bytes;
    },
    isSealed: (picture) => sealed.has(picture),
    close: preview.close,
  };
}

/** Ids of pictures and logos, wherever they stand in a record. */
function picturesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { id, widths, logo } = value as { id?: unknown; widths?: unknown; logo?: unknown };
  const own = [widths === undefined ? undefined : id, logo].filter((one) => typeof one === 'string');
  return [...own, ...Object.values(value).flatMap(picturesIn)];
}

async function pictureOf(preview: OpenPreview, id: string, width: number): Promise<Blob | undefined> {
  for (const format of ['avif', 'webp'] as const) {
    const path = pictureFile(id, width, format);
    const bytes = await preview.read(pictureGroup(path), pictureRecord(path));
    if (bytes && !isRefusal(bytes)) return new Blob([bytes], { type: `image/${format}` });
  }
  return undefined;
}

async function queueOf(preview: OpenPreview): Promise<Pick<OpenDrafts, 'entries' | 'damaged'>> {
  const entries: DraftEntry[] = [];
  let damaged = false;
  for await (const bytes of preview.readAll('queue')) {
    const entry = isRefusal(bytes) ? undefined : readSealed(DraftEntry, bytes);
    if (entry) entries.push(entry);
    else damaged = true;
  }
  return { entries, damaged };
}

async function draftOf(preview: OpenPreview, id: string): Promise<DraftFile | undefined> {
  const bytes = await preview.read('drafts', draftRecord(id));
  return bytes && !isRefusal(bytes) ? readSealed(DraftFile, bytes) : undefined;
}

/** What a holder sealed is checked as if a stranger had: nothing is signed. */
export function readSealed<T extends v.GenericSchema>(schema: T, bytes: Bytes): v.InferOutput<T> | undefined {
  try {
    const result = v.safeParse(schema, JSON.parse(new TextDecoder().decode(bytes)));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

/** The answer of a host that has a page for everything is refused later: it is not the file that was named. */
async function loadSealed(name: string, copies: Copies): Promise<Bytes | undefined> {
  const path = previewFile(name);
  const isIt = async (bytes: Bytes) => sealedName(await fileHash(bytes)) === name;
  const copy = await copies.read(path);
  if (copy && (await isIt(copy))) return copy;
  const answer = await fetch(basePath + path, { credentials: 'same-origin', referrerPolicy: 'no-referrer' });
  if (!answer.ok) return undefined;
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (await isIt(bytes)) void copies.write(path, bytes);
  return bytes;
}
