import * as v from 'valibot';
import { type EmitTextsOptions, emitTexts, type WholeOutput } from '../../../src/compiler/emit-texts.ts';
import type { Corpus } from '../../../src/compiler/model.ts';
import { Archive, type FeedKind, FeedManifest, type FeedReference, Shard } from '../../../src/schema/feed.ts';
import { feedManifestFile, feedPartFile } from '../../../src/schema/paths.ts';
import { madePictures, TEMPLATE } from '../../fixtures/made-corpus.ts';

/** The output as a host would have it: text by path. */
export type Site = ReadonlyMap<string, string>;

export function siteOf(corpus: Corpus, options: Partial<EmitTextsOptions> = {}): Site {
  return asSite(
    emitTexts(corpus, { pictures: madePictures(corpus), base: '/', template: TEMPLATE, originApi: false, ...options }),
  );
}

const asSite = (outputs: readonly WholeOutput[]): Site => new Map(outputs.map(({ path, text }) => [path, text]));

/** Reads a file as the reader does: through its schema. Throws when it is not there. */
export function read<T extends v.GenericSchema>(site: Site, path: string, schema: T): v.InferOutput<T> {
  const text = site.get(path);
  if (text === undefined) throw new Error(`the output has no ${path}`);
  return v.parse(schema, JSON.parse(text));
}

/** Slugs of a feed, newest first, by following every reference; the files that it took. */
export function walkFeed(site: Site, kind: FeedKind, id: string): { slugs: string[]; files: string[] } {
  const manifest = read(site, feedManifestFile(kind, id), FeedManifest);
  const slugs = manifest.cards.map(({ slug }) => slug);
  const files: string[] = [];
  const follow = (reference: FeedReference): void => {
    const path = feedPartFile(kind, id, reference.file);
    files.push(path);
    const before = slugs.length;
    if (reference.level === 0) for (const { slug } of read(site, path, Shard).cards) slugs.push(slug);
    else for (const below of read(site, path, Archive).references) follow(below);
    if (slugs.length - before !== reference.count) throw new Error(`${path} has not as many articles as its reference says`);
  };
  for (const reference of manifest.references) follow(reference);
  return { slugs, files };
}
